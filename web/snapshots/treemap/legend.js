import { element } from "../../ui/element.js";
import { FAMILIES } from "./words.js";

/** @import { Tiles } from "./tiles.js" */

/** What the colours on show stand for. */
export class Legend {
  root = element("ul", { class: "plain treemap-legend", "aria-label": "Colours" });

  /** @param {Tiles} tiles */
  show(tiles) {
    const shown = new Set(Array.from({ length: tiles.count }, (_, row) => tiles.family(row)));
    const entries = Object.entries(FAMILIES).filter(([family]) => shown.has(family));
    this.root.replaceChildren(
      ...entries.map(([family, words]) =>
        element("li", {}, element("span", { class: "treemap-swatch", "data-family": family }), words),
      ),
    );
  }
}
