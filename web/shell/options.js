import { element } from "../ui/element.js";
import { remember, remembered } from "../ui/remember.js";

/** @import { Sheet } from "./room.js" */

const KEYS = [
  ["Esc", "closes this sheet"],
  ["← →", "on the chart: moves the readout"],
  ["Enter", "on a reference of the toy heap: cuts it or ties it again"],
];

/** The options sheet, and the button that opens it. */
export class Options {
  #key = element("input", {
    type: "checkbox",
    checked: remembered("key") !== "off",
    onchange: () => remember("key", this.#key.checked ? "on" : "off"),
  });
  #tables = element("div", {});
  #dialog = element("dialog", { class: "options", "aria-labelledby": "options-title" });

  /** @param {() => Sheet[]} sheets those of the room on show */
  constructor(sheets) {
    this.sheets = sheets;
    const close = element("button", { type: "button", class: "button", onclick: () => this.#dialog.close() }, "Close");
    this.#dialog.append(
      element("header", {}, element("h2", { id: "options-title" }, "Options"), close),
      this.#tables,
      element("h3", {}, "Keys"),
      element(
        "dl",
        { class: "keys" },
        element("dt", {}, element("kbd", {}, "?")),
        element("dd", {}, "opens this sheet. ", element("label", { class: "toggle" }, this.#key, "Use this key")),
        ...KEYS.flatMap(([key = "", deed = ""]) => [
          element("dt", {}, element("kbd", {}, key)),
          element("dd", {}, deed),
        ]),
      ),
    );
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog) {
        this.#dialog.close();
      }
    });
    const opener = element("button", { type: "button", class: "button quiet", onclick: () => this.open() }, "Options");
    this.root = element("div", { class: "options-place" }, opener, this.#dialog);
    document.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** Opens the sheet. */
  open() {
    if (!this.#dialog.open) {
      this.#tables.replaceChildren(...this.sheets().flatMap(table));
      this.#dialog.showModal();
    }
  }

  /** A key without Ctrl is one that speech input may press by accident: it can be turned off. @param {KeyboardEvent} event */
  #pressed(event) {
    const alone = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "?" && alone && this.#key.checked && !isTyping(event.target)) {
      event.preventDefault();
      this.open();
    }
  }
}

/** @param {Sheet} sheet */
function table({ title, rows }) {
  const lines = rows.map(({ word, line, note = "" }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, element("code", {}, word)),
      element("td", {}, line),
      element("td", { class: "soft" }, note),
    ),
  );
  return [element("h3", {}, title), element("table", {}, element("tbody", {}, ...lines))];
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"))
  );
}
