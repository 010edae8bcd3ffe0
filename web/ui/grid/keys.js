/**
 * Where a key leads in a tree grid: by so many rows, to an end, or folding (`true`) and unfolding (`false`).
 * @typedef {{ by: number, to?: undefined, fold?: undefined } | { to: "start" | "end", by?: undefined, fold?: undefined }
 *   | { fold: boolean, by?: undefined, to?: undefined }} Move
 */

/** @param {string} key @param {number} page rows @returns {Move | null} */
export function moveOf(key, page) {
  /** @type {Record<string, Move>} */
  const moves = {
    ArrowDown: { by: 1 },
    ArrowUp: { by: -1 },
    PageDown: { by: page },
    PageUp: { by: -page },
    Home: { to: "start" },
    End: { to: "end" },
    ArrowRight: { fold: false },
    ArrowLeft: { fold: true },
  };
  return moves[key] ?? null;
}

/** Who types no further for so long, in milliseconds, begins anew. */
const PAUSE = 800;
/** Names of constructors begin so; digits and other signs are left to whoever has a use for them. */
const BEGINS = /^[\p{L}_$(<{#]$/u;

/** What is typed to go to a row by its name. */
export class TypeAhead {
  #typed = "";
  #when = 0;

  /** @param {KeyboardEvent} event @returns {string} in small letters; empty if the key does not belong to it */
  add({ key, timeStamp }) {
    if (timeStamp - this.#when > PAUSE) this.#typed = "";
    if (!(this.#typed ? [...key].length === 1 : BEGINS.test(key))) return "";
    this.#when = timeStamp;
    // One letter over and over goes from row to row.
    this.#typed = this.#typed === key.toLowerCase() ? this.#typed : this.#typed + key.toLowerCase();
    return this.#typed;
  }
}
