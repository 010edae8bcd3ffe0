import { cellOf, textOf } from "./line.js";

/** @import { Column, List, Order, Row } from "./list.js" */

/** So many rows are asked for at a time. */
const PART = 100;
/** So many are looked through at a time. */
const SOUGHT = 5_000;
/** So many parts are kept of a list. */
const MOST_PARTS = 50;

/** A list of a tree grid with what is unfolded in it. It asks for nothing by itself. */
export class Branch {
  /** How many rows the list has; nothing until it was asked. @type {number | null} */
  count = null;
  /** @type {Map<number, Row[]>} by number; those last asked for at the end */
  #parts = new Map();
  /** Parts that were not answered. @type {Set<number>} */
  #failed = new Set();
  /** @type {Map<number, Branch>} by the row that is unfolded, in order */
  #open = new Map();

  /** @param {List} list @param {Order} order @param {number} level @param {{ branch: Branch, at: number } | null} stem the row it hangs on */
  constructor(list, order, level = 1, stem = null) {
    this.list = list;
    this.order = order;
    this.level = level;
    this.stem = stem;
  }

  /** Rows of it that are shown, and of all that is unfolded: at least one, which says that it is asked for, or empty. @returns {number} */
  get height() {
    let height = Math.max(1, this.count ?? 1);
    for (const branch of this.#open.values()) {
      height += branch.height;
    }
    return height;
  }

  /** The shown row of a number. @param {number} number @returns {{ branch: Branch, at: number }} */
  find(number) {
    let before = 0;
    for (const [at, branch] of this.#open) {
      const below = number - before - at - 1;
      if (below < 0) {
        break;
      }
      if (below < branch.height) {
        return branch.find(below);
      }
      before += branch.height;
    }
    return { branch: this, at: number - before };
  }

  /** The number of a row among all that are shown. @param {number} at @returns {number} */
  number(at) {
    let number = at;
    for (const [row, branch] of this.#open) {
      number += row < at ? branch.height : 0;
    }
    return this.stem ? this.stem.branch.number(this.stem.at) + 1 + number : number;
  }

  /** @param {number} at @returns {Row | undefined} nothing if it is not here yet */
  row(at) {
    return this.#parts.get(Math.floor(at / PART))?.[at % PART];
  }

  /** Whether a row could be had by asking. @param {number} at */
  lacks(at) {
    const part = Math.floor(at / PART);
    return !this.#parts.has(part) && !this.#failed.has(part) && (this.count === null || at < this.count);
  }

  /** Asks for the part in which a row is. @param {number} at @param {AbortSignal} signal */
  async load(at, signal) {
    const part = Math.floor(at / PART);
    try {
      const asked = { ...this.order, from: part * PART, to: (part + 1) * PART };
      const { count, rows } = await this.list.ask(asked, signal);
      signal.throwIfAborted();
      this.count = count;
      this.#parts.set(part, rows);
      this.#forget();
    } catch (error) {
      this.#failed.add(part);
      throw error;
    }
  }

  /** What a row is unfolded to. @param {number} at */
  below(at) {
    return this.#open.get(at);
  }

  /** @param {number} at */
  unfold(at) {
    const list = this.row(at)?.below;
    if (list && !this.#open.has(at)) {
      const branch = new Branch(list, this.order, this.level + 1, { branch: this, at });
      this.#open.set(at, branch);
      this.#open = new Map([...this.#open].sort(([a], [b]) => a - b));
    }
  }

  /** @param {number} at */
  fold(at) {
    this.#open.delete(at);
  }

  /**
   * The next row that begins with a text, from one on and round. A list that cannot tell is looked through.
   * @param {{ text: string, from: number }} sought @param {Column} name @param {AbortSignal} signal
   * @returns {Promise<number | null>}
   */
  async seek(sought, name, signal) {
    const { list, order } = this;
    if (list.find) return list.find({ ...order, ...sought }, signal);
    const begins = (/** @type {Row} */ row) => textOf(cellOf(row, name)).toLowerCase().startsWith(sought.text);
    const count = this.count ?? 0;
    const start = Math.min(sought.from, count);
    for (const [first, end] of /** @type {const} */ ([
      [start, count],
      [0, start],
    ])) {
      for (let from = first; from < end; from += SOUGHT) {
        const { rows } = await list.ask({ ...order, from, to: Math.min(from + SOUGHT, end) }, signal);
        signal.throwIfAborted();
        const found = rows.findIndex(begins);
        if (found >= 0) return from + found;
      }
    }
    return null;
  }

  #forget() {
    for (const part of this.#parts.keys()) {
      if (this.#parts.size <= MOST_PARTS) {
        break;
      }
      // A row that is unfolded stays known.
      if (![...this.#open.keys()].some((at) => Math.floor(at / PART) === part)) {
        this.#parts.delete(part);
      }
    }
  }
}
