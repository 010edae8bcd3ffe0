import { element } from "../../ui/element.js";
import { bytes } from "../../ui/figure.js";
import { share, wholeOf } from "./words.js";

/** @import { Tiles } from "./tiles.js" */

/** The largest tiles as a table. */
export class Parts {
  #caption = element("caption", {}, "");
  #body = element("tbody", {});
  root = element(
    "details",
    { class: "treemap-parts" },
    element("summary", {}, "The same as a table"),
    element(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": "Tiles" },
      element(
        "table",
        { class: "figures" },
        this.#caption,
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            element("th", { scope: "col" }, "Object"),
            element("th", { scope: "col", class: "number" }, "Retained size"),
            element("th", { scope: "col", class: "number" }, "Share"),
          ),
        ),
        this.#body,
      ),
    ),
  );

  /** @param {(row: number) => void} choose */
  constructor(choose) {
    this.choose = choose;
  }

  /** @param {Tiles} tiles */
  show(tiles) {
    const focused = this.#body.contains(document.activeElement);
    this.#caption.textContent = `${wholeOf(tiles)}: ${bytes(tiles.size(0))}`;
    this.#body.replaceChildren(
      ...tiles
        .inner(0)
        .map((row) =>
          element(
            "tr",
            {},
            element("th", { scope: "row" }, this.#name(tiles, row)),
            element("td", { class: "number", "data-value": tiles.size(row) }, bytes(tiles.size(row))),
            element("td", { class: "number" }, share(tiles, row)),
          ),
        ),
    );
    if (focused) this.#body.querySelector("button")?.focus();
  }

  /** @param {Tiles} tiles @param {number} row */
  #name(tiles, row) {
    const name = tiles.name(row);
    if (tiles.opening(row) === null) return name;
    return element("button", { type: "button", class: "as-link", onclick: () => this.choose(row) }, name);
  }
}
