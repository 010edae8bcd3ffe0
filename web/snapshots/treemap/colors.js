import { colorsIn } from "../../scope/theme.js";
import { FAMILIES } from "./words.js";

/** @import { FamilyColors, TreemapTheme } from "../../wasm/inspect.js" */

/**
 * The colours as the style sheet has them now.
 * @param {Element} within
 * @returns {TreemapTheme}
 */
export function colorsOf(within) {
  return colorsIn(within, (read) => {
    const color = (/** @type {string} */ name) => read(`var(--treemap-${name})`);
    const families = Object.fromEntries(Object.keys(FAMILIES).map((name) => [name, color(name)]));
    return {
      background: color("background"),
      ink: color("ink"),
      families: /** @type {FamilyColors} */ (/** @type {unknown} */ (families)),
    };
  });
}
