import { h, render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { until } from "../drive/until.mjs";

export const about = { runs: ["page"], packages: ["preact"] };

function View({ turn }) {
  const [chosen, choose] = useState(0);
  useEffect(() => {
    const onKey = ({ key }) => choose(key.length);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const row = (_, at) =>
    h("li", { key: at, class: at === chosen ? "chosen" : "", onClick: () => choose(at) }, `${turn}.${at}`);
  return h("ul", null, Array.from({ length: 50 }, row));
}

export async function start() {
  const root = document.getElementById("root");
  return async (turn) => {
    render(h(View, { turn, key: turn }), root);
    document.querySelector("li:nth-child(9)").click();
    await until(() => document.querySelector("li:nth-child(9).chosen"), "the choice");
    render(null, root);
  };
}
