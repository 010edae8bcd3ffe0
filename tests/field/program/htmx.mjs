import htmx from "htmx.org";
import { until } from "../drive/until.mjs";

export const about = { runs: ["page"], packages: ["htmx.org"] };

export async function start() {
  const root = document.getElementById("root");
  return async () => {
    root.innerHTML =
      '<button hx-get="app.css" hx-target="next output" hx-swap="textContent">load</button><output>nothing</output>';
    htmx.process(root);
    root.querySelector("button").click();
    await until(() => root.querySelector("output").textContent !== "nothing", "the answer");
    root.replaceChildren();
  };
}
