import { swatch } from "./legend.js";

/** @import { Panel, Readout } from "./protocol.js" */

/** The values under the pointer. Its elements are made once; a readout only changes their text. */
export class ReadoutBox {
  box = document.createElement("div");
  #time = new Text();
  #marks = new Text();
  /** @type {Map<string, {title: string, text: Text}>} */
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
        this.#rows.set(series.id, { title: series.title, text });
      }
    }
    const [time, marks] = [document.createElement("b"), document.createElement("div")];
    time.append(this.#time);
    marks.append(this.#marks);
    this.box.replaceChildren(time, table, marks);
  }

  /** @param {Readout} readout @param {number} width of the chart in CSS pixels */
  show(readout, width) {
    this.box.hidden = readout.x === null;
    if (readout.x === null) return;
    set(this.#time, readout.clock);
    set(this.#marks, readout.marks.join(" · "));
    for (const { id, text } of readout.rows) {
      const row = this.#rows.get(id);
      if (row) set(row.text, text);
    }
    const flip = readout.x > width / 2;
    this.box.style.translate = `calc(${Math.round(readout.x)}px + ${flip ? "-100% - 0.6rem" : "0.6rem"})`;
  }

  /** The same as one sentence. @param {Readout} readout */
  words(readout) {
    if (readout.x === null) return "";
    const known = readout.rows.filter(({ id }) => this.#rows.has(id));
    const rows = known.map(({ id, text }) => `${this.#rows.get(id)?.title} ${text}`);
    return [readout.clock, ...rows, ...readout.marks].join(", ");
  }
}

/** @param {Text} node @param {string} text */
function set(node, text) {
  if (node.data !== text) node.data = text;
}
