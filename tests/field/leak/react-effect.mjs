import { createElement as h, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";

export const about = {
  runs: ["page"],
  packages: ["react", "react-dom"],
  leaks: "an effect adds a scroll listener to the window and returns no cleanup",
  cure: "a function returned by the effect that removes it",
  culprit: /listeners of onScroll\(\).*Window/,
  names: /onScroll/,
  cut: /onScroll/,
};

function Feed({ leaky }) {
  const [posts, setPosts] = useState(() => Array.from({ length: 120 }, (_, at) => ({ at, text: `Post ${at}` })));
  useEffect(() => {
    const onScroll = () => setPosts([...posts]);
    addEventListener("scroll", onScroll);
    return leaky ? undefined : () => removeEventListener("scroll", onScroll);
  }, [posts, leaky]);
  const shown = posts.slice(0, 20).map(({ at, text }) => h("p", { key: at }, text));
  return h("div", null, shown);
}

export async function start(leaky) {
  const root = createRoot(document.getElementById("stage"));
  return () => {
    flushSync(() => root.render(h(Feed, { leaky })));
    flushSync(() => root.render(null));
  };
}
