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
  #about = element("div", { class: "meter-about" });

  /** @param {MeterInfo} info */
  constructor(info) {
    this.info = info;
    this.figure = new Figure(info.unit);
    this.#pages = info.id === "linear" ? document.createTextNode("") : undefined;
    this.root = element(
      "details",
      { class: "meter", "data-meter": info.id, ontoggle: () => this.#tell() },
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
      this.#about,
    );
  }

  /** Fills what is behind it when it is first opened: most meters stay closed. */
  #tell() {
    if (this.#about.hasChildNodes()) {
      return;
    }
    const { source, sees, blind, support } = this.info;
    /** @type {[string, (Node | string)[]][]} */
    const rows = [
      ["Source", [element("code", {}, source)]],
      ["Sees", spans(sees)],
      ["Blind to", spans(blind)],
      ["Found in", [support]],
      ["Precision", [this.#here]],
    ];
    const lines = rows.flatMap(([term, words]) => [element("dt", {}, term), element("dd", {}, ...words)]);
    this.#about.append(element("dl", {}, ...lines), this.#extra);
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
