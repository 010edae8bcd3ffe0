import { element, write } from "../../ui/element.js";
import { count, Figure } from "../../ui/figure.js";
import { spans } from "../../ui/words.js";

/** @import { MeterInfo } from "../../generated/lab.js" */

const PAGE = 65_536;

/** One meter of the strip: colour, name, number; behind it what the number is, and what it is blind to. */
export class Meter {
  figure;
  /** @type {Text | undefined} only linear memory has pages */
  #pages;
  #here = document.createTextNode("");
  #extra = element("div", { class: "meter-extra" });

  /** @param {MeterInfo} info */
  constructor(info) {
    this.info = info;
    this.figure = new Figure(info.unit);
    this.#pages = info.id === "linear" ? document.createTextNode("") : undefined;
    this.definition = element(
      "dl",
      {},
      ...[
        ["Source", element("code", {}, info.source)],
        ["Sees", info.sees],
        ["Blind to", info.blind],
        ["Found in", info.support],
        ["Precision", this.#here],
      ].flatMap(([term, text]) => [
        element("dt", {}, /** @type {string} */ (term)),
        element("dd", {}, ...(Array.isArray(text) ? spans(text) : [/** @type {Node | string} */ (text)])),
      ]),
    );
    this.root = element(
      "details",
      { class: "meter", "data-meter": info.id },
      element(
        "summary",
        {},
        element("span", { class: "swatch" }),
        element("span", { class: "meter-title" }, info.title),
        element(
          "span",
          { class: "meter-value" },
          this.figure.text,
          ...(this.#pages ? [element("small", {}, this.#pages)] : []),
        ),
      ),
      element("div", { class: "meter-about" }, this.definition, this.#extra),
    );
  }

  /** What is below the definition: buttons, a breakdown. @param {...Node} nodes */
  add(...nodes) {
    this.#extra.append(...nodes);
  }

  /** How precise it is, or why it is absent. @param {string} text */
  say(text) {
    write(this.#here, text);
  }

  /** @param {number} value */
  show(value) {
    if (!this.figure.show(value)) {
      return;
    }
    if (this.#pages) {
      write(this.#pages, ` ${count(value / PAGE)} pages`);
    }
    this.root.toggleAttribute("absent", Number.isNaN(value));
  }
}
