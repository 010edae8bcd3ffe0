import { createElement as h, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";

export const about = { runs: ["page"], packages: ["react", "react-dom"] };

function View({ turn }) {
  const [text, setText] = useState("");
  useEffect(() => {
    const onResize = () => setText(`${innerWidth}`);
    addEventListener("resize", onResize);
    return () => removeEventListener("resize", onResize);
  }, []);
  const rows = Array.from({ length: 50 }, (_, at) =>
    h("li", { key: at, onClick: () => setText(`${at}`) }, `${turn}.${at}`),
  );
  const input = h("input", { value: text, onChange: (event) => setText(event.target.value) });
  return h("section", null, input, h("ul", null, rows));
}

export async function start() {
  const root = createRoot(document.getElementById("root"));
  return async (turn) => {
    flushSync(() => root.render(h("main", null, h(View, { turn, key: turn }))));
    document.querySelector("li:nth-child(7)").click();
    flushSync(() => root.render(h("main")));
  };
}
