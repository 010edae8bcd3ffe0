/** @import { Panel, Series } from "./protocol.js" */

/** How many colours the style sheet's palette has. */
const PALETTE = 6;

/** What is given up for room, in this order: nothing, long names, then the margin and the ends of names. */
const LEVELS = ["", "short", "tight"];

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

/** Titles and legend, laid over the canvas where the worker leaves room for them. */
export class Legend {
  box = document.createElement("div");
  /** @type {HTMLElement[]} */
  #lines = [];
  /** @type {{series: Series, name: Text}[]} */
  #names = [];

  /** @param {Panel[]} panels */
  build(panels) {
    this.#names = [];
    this.#lines = panels.map((panel) => {
      const line = document.createElement("div");
      const title = document.createElement("b");
      title.textContent = panel.title;
      line.append(title, ...panel.series.map((series) => this.#entry(panel, series)));
      return line;
    });
    this.box.style.gridTemplateRows = panels.map(({ height = 1 }) => `34px minmax(0, ${height}fr)`).join(" ");
    this.box.replaceChildren(...this.#lines);
    this.fit();
  }

  /** Makes every line fit its width; all of them alike. */
  fit() {
    for (const level of LEVELS) {
      this.box.className = `chart-titles ${level}`;
      for (const { series, name } of this.#names) name.data = (level && series.short) || series.title;
      if (this.#lines.every((line) => line.scrollWidth <= line.clientWidth)) return;
    }
  }

  /** @param {Panel} panel @param {Series} series */
  #entry(panel, series) {
    const made = document.createElement("span");
    const name = new Text();
    made.append(swatch(panel, series), name);
    this.#names.push({ series, name });
    return made;
  }
}

/** @param {Panel} panel @param {Series} series */
export function swatch(panel, series) {
  const made = document.createElement("i");
  made.className = `chart-swatch ${series.style}`;
  made.style.color = colorOf(panel, series);
  return made;
}
