import { colorOf } from "./legend.js";

/** @import { Colors, Panel } from "./protocol.js" */

/**
 * The chart's colours as the style sheet has them now. A custom property's own value may be any expression, so a
 * probe is painted with it; mixing in sRGB makes every notation come out as one the worker reads.
 *
 * @param {Element} chart
 * @param {Panel[]} panels
 * @returns {Colors}
 */
export function colorsOf(chart, panels) {
  const probe = document.createElement("i");
  probe.hidden = true;
  chart.append(probe);
  /** @param {string} css */
  const read = (css) => {
    probe.style.color = `color-mix(in srgb, ${css}, ${css})`;
    return getComputedStyle(probe).color;
  };
  const colors = {
    background: read("var(--chart-background)"),
    text: read("var(--chart-text)"),
    grid: read("var(--chart-grid)"),
    mark: read("var(--chart-mark)"),
    series: Object.fromEntries(
      panels.flatMap((panel) => panel.series.map((series) => [series.id, read(colorOf(panel, series))])),
    ),
  };
  probe.remove();
  return colors;
}

/**
 * Calls back when the page's colours may have changed: the system's scheme, or the `theme` attribute of `<html>`.
 *
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function onThemeChange(changed, signal) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed, { signal });
  const attribute = new MutationObserver(changed);
  const attributeFilter = ["theme", "data-theme", "class", "style"];
  attribute.observe(document.documentElement, { attributes: true, attributeFilter });
  signal.addEventListener("abort", () => attribute.disconnect());
}
