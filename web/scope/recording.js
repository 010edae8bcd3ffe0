/** @import { ToWorker } from "./protocol.js" */

/** Messages of which the latest counts. */
const STATES = new Set(["open", "theme", "resize", "span"]);
/** Messages that count in their order among the samples. */
const EVENTS = new Set(["mark", "point", "pause"]);

/** What the chart was told, outside of its WebAssembly memory: when that breaks down, another one is told it again. */
export class Recording {
  /** @type {Map<string, ToWorker>} */
  #states = new Map();
  /** @type {{after: number, message: ToWorker}[]} `after` so many rows */
  #events = [];
  #rows = new Float64Array(0);
  #width = 1;
  #count = 0;

  /** @param {ToWorker | Float64Array} message */
  keep(message) {
    if (message instanceof Float64Array) this.#add(message);
    else if (STATES.has(message.type)) this.#states.set(message.type, message);
    else if (EVENTS.has(message.type)) this.#events.push({ after: this.#count, message });
  }

  /** @param {Float64Array} row as long as all others */
  #add(row) {
    this.#width = row.length;
    const start = this.#count * this.#width;
    if (start + this.#width > this.#rows.length) {
      const larger = new Float64Array(2 * (start + this.#width));
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows.set(row, start);
    this.#count += 1;
  }

  /** Everything that was kept, in an order that leads to the same chart. */
  *replay() {
    yield* this.#states.values();
    let row = 0;
    for (const { after, message } of this.#events) {
      for (; row < after; row += 1) yield this.#row(row);
      yield message;
    }
    for (; row < this.#count; row += 1) yield this.#row(row);
  }

  /** @param {number} at */
  #row(at) {
    return this.#rows.subarray(at * this.#width, (at + 1) * this.#width);
  }
}
