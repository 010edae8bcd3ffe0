import { Choice } from "../../ui/choice.js";
import { element } from "../../ui/element.js";
import { clearHighlights, highlight } from "./highlight.js";

/** @import { Card } from "../../generated/catalogue.js" */
/** @typedef {"diff" | "leaky" | "fixed" | "javascript"} View */

/** A scenario's code: the difference between the variants, each of them, and the same in JavaScript. */
export class Listing {
  #path = document.createTextNode("");
  #code = element("code", {});
  /** @type {Card | undefined} */
  #card;
  #pair = new Choice(
    "Code shown",
    [
      ["diff", "Diff"],
      ["leaky", "Leaky"],
      ["fixed", "Fixed"],
      ["javascript", "In JavaScript"],
    ],
    (view) => this.#render(/** @type {View} */ (view)),
  );
  #single = new Choice(
    "Code shown",
    [
      ["leaky", "Code"],
      ["javascript", "In JavaScript"],
    ],
    (view) => this.#render(/** @type {View} */ (view)),
  );

  root = element(
    "div",
    { class: "listing" },
    this.#pair.root,
    this.#single.root,
    element("p", { class: "path" }, this.#path),
    element("pre", { tabindex: 0, role: "region", "aria-label": "Code" }, this.#code),
  );

  /** @param {Card} card */
  show(card) {
    this.#card = card;
    const both = card.fixed !== null;
    this.#pair.root.hidden = !both;
    this.#single.root.hidden = both;
    const choice = both ? this.#pair : this.#single;
    choice.value = both ? "diff" : "leaky";
    this.#render(both ? "diff" : "leaky");
  }

  /** @param {View} view */
  #render(view) {
    if (!this.#card) {
      return;
    }
    const { listing, javascript } = this.#card;
    clearHighlights();
    this.#path.data = view === "javascript" ? "The same, written in JavaScript" : listing.path;
    if (view === "diff") {
      this.#code.replaceChildren(...listing.diff.map(line));
      this.#code.querySelectorAll(".code-text").forEach((part) => {
        if (part.firstChild instanceof Text) {
          highlight(part.firstChild);
        }
      });
      return;
    }
    const text = document.createTextNode(view === "javascript" ? javascript : listing[view]);
    this.#code.replaceChildren(text);
    highlight(text);
  }
}

/** @param {[" " | "-" | "+", string]} line */
function line([sign, text]) {
  const words = element("span", { class: "code-text" }, text);
  const tag = sign === "-" ? "del" : sign === "+" ? "ins" : "span";
  return element(tag, { class: "code-line" }, `${sign} `, words, "\n");
}
