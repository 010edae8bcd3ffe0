/** @import { Kept, Recorded, ToWorker } from "./protocol.js" */

/** Messages of which the latest counts. */
const STATES = new Set(["open", "theme", "resize", "span", "hidden"]);
/** Messages that count in their order among the samples. */
const ORDERED = new Set(["event", "point", "pause"]);

/** So many samples and so many messages are kept beside what the WebAssembly has last given: some minutes. */
const TAIL = 2_048;

/**
 * What the chart was told, outside of its WebAssembly memory: when that breaks down, another one is told it again.
 * Bounded: whenever the tail is full, the WebAssembly, whose history is bounded, gives all it has instead.
 */
export class Recording {
  /** @type {Map<string, ToWorker>} */
  #states = new Map();
  /** @type {Kept} */
  #kept;
  #rows = new Float64Array(0);
  #width = 1;
  #count = 0;
  /** @type {{after: number, message: ToWorker}[]} */
  #messages = [];

  /**
   * @param {ToWorker | Float64Array} message that was taken
   * @param {{kept(): Kept} | null} session which took it; null while there is none
   */
  keep(message, session) {
    if (message instanceof Float64Array) this.#add(message);
    else if (STATES.has(message.type)) this.#states.set(message.type, message);
    else if (ORDERED.has(message.type)) this.#messages.push({ after: this.#count, message });
    if (this.#count < TAIL && this.#messages.length < TAIL) return;
    if (session) {
      this.#kept = session.kept();
      this.#count = 0;
      this.#messages = [];
    } else {
      this.#thin();
    }
  }

  /** Takes over what another one has handed over. @param {Recorded} recorded */
  take({ kept, rows, width, messages }) {
    this.#kept = kept;
    this.#width = width;
    this.#count = rows.length / width;
    this.#rows = new Float64Array(TAIL * width);
    this.#rows.set(rows);
    this.#messages = messages;
  }

  /** All but the states, for another recording. @returns {Recorded} */
  handOver() {
    const rows = this.#rows.slice(0, this.#count * this.#width);
    return { kept: this.#kept, rows, width: this.#width, messages: this.#messages };
  }

  /**
   * Everything that was kept, in an order that leads to the same chart.
   *
   * @returns {Generator<ToWorker | Float64Array | {type: 'restore', kept: Kept}>}
   */
  *replay() {
    yield* this.#states.values();
    if (this.#kept !== undefined) yield { type: "restore", kept: this.#kept };
    let row = 0;
    for (const { after, message } of this.#messages) {
      for (; row < after; row += 1) yield this.#row(row);
      yield message;
    }
    for (; row < this.#count; row += 1) yield this.#row(row);
  }

  /** Bytes of samples held, in use or not. */
  get bytes() {
    return this.#rows.byteLength;
  }

  /** @param {Float64Array} row as long as all others */
  #add(row) {
    if (row.length !== this.#width) {
      this.#width = row.length;
      this.#count = 0;
      this.#rows = new Float64Array(TAIL * row.length);
    }
    this.#rows.set(row, this.#count * this.#width);
    this.#count += 1;
  }

  /** Without WebAssembly, which knows better, every second one has to do. */
  #thin() {
    const half = this.#count >> 1;
    for (let row = 0; row < half; row += 1) this.#rows.set(this.#row(2 * row), row * this.#width);
    this.#count = half;
    if (this.#messages.length >= TAIL) this.#messages = this.#messages.filter((_, place) => place % 2 === 0);
    for (const entry of this.#messages) entry.after >>= 1;
  }

  /** @param {number} at */
  #row(at) {
    return this.#rows.subarray(at * this.#width, (at + 1) * this.#width);
  }
}
