/** @import { IntervalsAnswer } from "../../wasm/inspect.js" */

/** More would be too thin to be hit. */
const MOST = 120;

/**
 * @typedef {object} Bar
 * @property {number} from in milliseconds since the recording began
 * @property {number} to
 * @property {number} after the last id given before
 * @property {number} upTo the last that belongs to it
 * @property {number} alive bytes
 */

/**
 * The moments of a recording as bars, neighbours together where there are many. The first moment is what was there before.
 * @param {IntervalsAnswer} moments
 * @returns {Bar[]}
 */
export function bars({ time, lastId, alive }) {
  const count = Math.max(0, time.length - 1);
  const each = Math.max(1, Math.ceil(count / MOST));
  const made = [];
  for (let first = 1; first <= count; first += each) {
    const last = Math.min(count, first + each - 1);
    made.push({
      from: time[first - 1] ?? 0,
      to: time[last] ?? 0,
      after: lastId[first - 1] ?? 0,
      upTo: lastId[last] ?? 0,
      alive: alive.slice(first, last + 1).reduce((sum, size) => sum + size, 0),
    });
  }
  return made;
}
