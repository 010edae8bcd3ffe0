/** @import { Panel, Series } from "./protocol.js" */

/** How many colours the style sheet's palette has. */
const PALETTE = 6;

/**
 * The colour of a series, as CSS: the page's own or the next one of the palette.
 *
 * @param {Panel} panel
 * @param {Series} series
 */
export function colorOf(panel, series) {
  const place = (panel.series.indexOf(series) % PALETTE) + 1;
  return `var(--series-${series.id}, var(--palette-${place}))`;
}

/**
 * Titles and legend, laid over the canvas where the worker leaves room for them.
 *
 * @param {Panel[]} panels
 */
export function Legend(panels) {
  const legend = document.createElement("div");
  legend.className = "chart-titles";
  for (const panel of panels) {
    const line = document.createElement("div");
    const title = document.createElement("b");
    title.textContent = panel.title;
    line.append(title, ...panel.series.map((series) => entry(panel, series)));
    legend.append(line);
  }
  return legend;
}

/** @param {Panel} panel @param {Series} series */
function entry(panel, series) {
  const made = document.createElement("span");
  made.append(swatch(panel, series), series.title);
  return made;
}

/** @param {Panel} panel @param {Series} series */
export function swatch(panel, series) {
  const made = document.createElement("i");
  made.className = `chart-swatch ${series.style}`;
  made.style.color = colorOf(panel, series);
  return made;
}
