import { element } from "../ui/element.js";

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../wasm/lab.js').Switch} Switch */

const KEYS = [
  ["?", "this sheet"],
  ["Esc", "closes it"],
  ["← →", "on the chart: moves the readout"],
  ["Enter", "on a reference of the toy heap: cuts it or ties it again"],
];

/** The options sheet, and the button that opens it. */
export class Options extends HTMLElement {
  #dialog = element("dialog", { class: "options", "aria-labelledby": "options-title" });

  /** @param {Page} page */
  connect({ experiment }) {
    const switches = experiment.options();
    const close = element("button", { type: "button", class: "button", onclick: () => this.#dialog.close() }, "Close");
    this.#dialog.append(
      element("header", {}, element("h2", { id: "options-title" }, "Options"), close),
      element(
        "p",
        { class: "soft" },
        "Every switch works in the address (",
        element("code", {}, "#leak-objects&chart"),
        "), in the command line on the page, and as a control.",
      ),
      ...table(
        "Demonstrate",
        switches.filter((line) => line.group === "demonstrate"),
      ),
      ...table(
        "Show",
        switches.filter((line) => line.group === "show"),
      ),
      element("h3", {}, "Keys"),
      element(
        "dl",
        { class: "keys" },
        ...KEYS.flatMap(([key, deed]) => [
          element("dt", {}, element("kbd", {}, key ?? "")),
          element("dd", {}, deed ?? ""),
        ]),
      ),
    );
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog) {
        this.#dialog.close();
      }
    });
    this.append(
      element(
        "button",
        { type: "button", class: "button quiet", onclick: () => this.open(), "aria-keyshortcuts": "?" },
        "Options ",
        element("kbd", {}, "?"),
      ),
      this.#dialog,
    );
    document.addEventListener("keydown", (event) => {
      if (event.key === "?" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
        event.preventDefault();
        this.open();
      }
    });
  }

  /** Opens the sheet. */
  open() {
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
  }
}

/** @param {string} title @param {Switch[]} switches */
function table(title, switches) {
  const rows = switches.map(({ flag, line, rate }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, element("code", {}, flag)),
      element("td", {}, line),
      element("td", { class: "soft" }, rate),
    ),
  );
  return [element("h3", {}, title), element("table", {}, element("tbody", {}, ...rows))];
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"))
  );
}

customElements.define("lab-options", Options);
