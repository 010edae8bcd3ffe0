import { FAMILIES } from "./words.js";

/** @import { FamilyColors, TreemapTheme } from "../../wasm/inspect.js" */
/** @typedef {[number, number, number, number]} Color */

/**
 * The colours as the style sheet has them now, read as the chart's are: a probe is painted with each, and mixing makes every
 * notation come out as one kind of numbers.
 * @param {Element} within
 * @returns {TreemapTheme}
 */
export function colorsOf(within) {
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.style.setProperty("forced-color-adjust", "none");
  within.append(probe);
  /** @param {string} name */
  const read = (name) => {
    probe.style.color = `color-mix(in srgb, var(--treemap-${name}), var(--treemap-${name}))`;
    return parts(getComputedStyle(probe).color);
  };
  const families = Object.fromEntries(Object.keys(FAMILIES).map((name) => [name, read(name)]));
  const theme = {
    background: read("background"),
    ink: read("ink"),
    families: /** @type {FamilyColors} */ (/** @type {unknown} */ (families)),
  };
  probe.remove();
  return theme;
}

/** `color(srgb 0 0.5 1 / 0.5)` or `rgb(0, 127, 255)`. @param {string} css @returns {Color} */
function parts(css) {
  const [red = 0, green = 0, blue = 0, opacity = 1] = (css.match(/[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const full = css.startsWith("rgb") ? 255 : 1;
  return [red / full, green / full, blue / full, opacity];
}
