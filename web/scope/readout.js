import { swatch } from "./legend.js";
import { clock, eventsWords, valueWords } from "./words.js";

/** @import { Panel, Readout } from "./protocol.js" */

/** The values under the pointer. Its elements are made once; a readout only changes their text. */
export class ReadoutBox {
  box = document.createElement("div");
  #time = new Text();
  #events = new Text();
  /** @type {Map<string, {unit: Panel["unit"], text: Text}>} */
  #rows = new Map();

  /** @param {Panel[]} panels */
  build(panels) {
    this.box.className = "chart-readout";
    this.box.hidden = true;
    this.#rows.clear();
    const table = document.createElement("div");
    table.className = "chart-values";
    for (const panel of panels) {
      for (const series of panel.series) {
        const [name, value, text] = [document.createElement("span"), document.createElement("span"), new Text()];
        name.append(swatch(panel, series), series.title);
        value.append(text);
        table.append(name, value);
        this.#rows.set(series.id, { unit: panel.unit, text });
      }
    }
    const [time, events] = [document.createElement("b"), document.createElement("div")];
    time.append(this.#time);
    events.append(this.#events);
    this.box.replaceChildren(time, table, events);
  }

  /** @param {Readout} readout @param {number} width of the chart in CSS pixels */
  show(readout, width) {
    this.box.hidden = readout.x === null;
    if (readout.x === null) return;
    set(this.#time, clock(readout.time));
    set(this.#events, eventsWords(readout.events, readout.more));
    for (const { id, value } of readout.values) {
      const row = this.#rows.get(id);
      if (row) set(row.text, valueWords(row.unit, value));
    }
    const flip = readout.x > width / 2;
    this.box.style.translate = `calc(${Math.round(readout.x)}px + ${flip ? "-100% - 0.6rem" : "0.6rem"})`;
  }
}

/** @param {Text} node @param {string} text */
function set(node, text) {
  if (node.data !== text) node.data = text;
}
