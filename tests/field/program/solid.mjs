import { createMemo, createSignal, For, onCleanup } from "solid-js";
import h from "solid-js/h";
import { render } from "solid-js/web";

export const about = { runs: ["page"], packages: ["solid-js"] };

function View({ turn }) {
  const [rows, setRows] = createSignal(Array.from({ length: 40 }, (_, at) => at * turn));
  const sum = createMemo(() => rows().reduce((total, row) => total + row, 0));
  const timer = setInterval(() => setRows((all) => [...all]), 1000);
  onCleanup(() => clearInterval(timer));
  const drop = () => setRows((all) => all.slice(1));
  return h(
    "section",
    h("button", { onClick: drop }, sum),
    h(
      "ul",
      h(For, { each: rows }, (row) => h("li", row)),
    ),
  );
}

export async function start() {
  return (turn) => {
    const end = render(() => h(View, { turn }), document.getElementById("root"));
    document.querySelector("button").click();
    if (document.querySelectorAll("li").length !== 39) throw new Error("the row is still there");
    end();
  };
}
