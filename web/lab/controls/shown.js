import { element } from "../../ui/element.js";

/** @import { State } from "../../wasm/lab.js" */
/** @import { Store } from "../../shell/store.js" */
/** @typedef {"chart" | "log" | "witnesses" | "guide"} Name */

/** @type {[Name, string, string][]} */
const SHOWN = [
  ["chart", "Chart", "Chart memory over time"],
  ["log", "Log", "Print figures below the chart and to the console"],
  ["witnesses", "Witnesses", "Show made and alive of every scenario"],
  ["guide", "Guide", "Show the steps for the Memory tab"],
];

/** The switches for what is shown. */
export class Shown extends HTMLElement {
  /** @param {Store<State>} store */
  constructor(store) {
    super();
    const toggles = SHOWN.map(([name, label, title]) => {
      const input = element("input", { type: "checkbox", onchange: () => store.update({ [name]: input.checked }) });
      store.select([name], (state) => {
        input.checked = state[name];
      });
      return element("label", { class: "toggle", title }, input, element("span", {}, label));
    });
    this.append(
      element(
        "div",
        { class: "toggles", role: "group", "aria-label": "Show" },
        element("span", { class: "soft", "aria-hidden": "true" }, "Show"),
        ...toggles,
      ),
    );
  }
}

customElements.define("lab-shown", Shown);
