import { colorOf } from "./legend.js";

/** @import { Color, Colors, Panel } from "./protocol.js" */

/**
 * The chart's colours as the style sheet has them now. In forced colours the style sheet names system colours where they
 * matter.
 *
 * @param {Element} chart
 * @param {Panel[]} panels
 * @returns {Colors}
 */
export function colorsOf(chart, panels) {
  return colorsIn(chart, (read) => ({
    background: read("var(--chart-background)"),
    text: read("var(--chart-text)"),
    grid: read("var(--chart-grid)"),
    mark: read("var(--chart-mark)"),
    series: Object.fromEntries(
      panels.flatMap((panel) => panel.series.map((series) => [series.id, read(colorOf(panel, series))])),
    ),
  }));
}

/**
 * Reads colours as they are within an element. A custom property's own value may be any expression, so a probe is painted
 * with it; mixing in sRGB makes every notation come out as one kind of numbers. The probe itself must not be forced.
 *
 * @template Found
 * @param {Element} within
 * @param {(read: (css: string) => Color) => Found} use
 * @returns {Found}
 */
export function colorsIn(within, use) {
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.style.setProperty("forced-color-adjust", "none");
  within.append(probe);
  const found = use((css) => {
    probe.style.color = `color-mix(in srgb, ${css}, ${css})`;
    return parts(getComputedStyle(probe).color);
  });
  probe.remove();
  return found;
}

/** `color(srgb 0 0.5 1 / 0.5)` or `rgb(0, 127, 255)`. @param {string} css @returns {Color} */
function parts(css) {
  const [red = 0, green = 0, blue = 0, opacity = 1] = (css.match(/[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const full = css.startsWith("rgb") ? 255 : 1;
  return [red / full, green / full, blue / full, opacity];
}

/**
 * Calls back when the page's colours may have changed: the system's scheme or forced colours, or the `theme` attribute
 * of `<html>`.
 *
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function onThemeChange(changed, signal) {
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"]) {
    matchMedia(query).addEventListener("change", changed, { signal });
  }
  const attribute = new MutationObserver(changed);
  const attributeFilter = ["theme", "data-theme", "class", "style"];
  attribute.observe(document.documentElement, { attributes: true, attributeFilter });
  signal.addEventListener("abort", () => attribute.disconnect());
}
