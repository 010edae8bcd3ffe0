import { Collapse, Dropdown, Modal, Tooltip } from "bootstrap";
import "bootstrap/dist/css/bootstrap.css";

const REGISTRY = "bootstrap keeps an entry, empty after dispose(), for every element that ever had a handler";

export const about = {
  runs: ["page"],
  packages: ["bootstrap", "@popperjs/core"],
  right: [
    { line: /eventRegistry/, why: REGISTRY },
    { line: /\{(mouseover, mouseout|mousedown|keydown, mousedown)/, why: REGISTRY },
  ],
};

const HTML = `<button id=tip title=hint>tip</button><div class=dropdown><button id=menu data-bs-toggle=dropdown>menu</button>
<ul class=dropdown-menu><li><a class=dropdown-item>one</a></ul></div><div class=collapse id=more>more</div>
<div class=modal id=sure><div class=modal-dialog><div class=modal-content>sure?</div></div></div>`;

const event = (target, type, act) =>
  new Promise((resolve) => {
    target.addEventListener(type, resolve, { once: true });
    act();
  });

export async function start() {
  const root = document.getElementById("root");
  return async () => {
    root.innerHTML = HTML;
    const [tip, menu, more, sure] = ["tip", "menu", "more", "sure"].map((id) => document.getElementById(id));
    const parts = [
      new Tooltip(tip, { animation: false }),
      new Dropdown(menu),
      new Collapse(more, { toggle: false }),
      new Modal(sure),
    ];
    await event(tip, "shown.bs.tooltip", () => parts[0].show());
    await event(menu, "shown.bs.dropdown", () => parts[1].show());
    await event(sure, "shown.bs.modal", () => parts[3].show());
    await event(sure, "hidden.bs.modal", () => parts[3].hide());
    for (const part of parts) part.dispose();
    root.replaceChildren();
  };
}
