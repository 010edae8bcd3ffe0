import * as lab from "../wasm/lab.js";
import { hashOf, split } from "../shell/words.js";

/** @import { State } from "../wasm/lab.js" */

/**
 * What an address or a command line asks of the Lab.
 * @typedef {object} Asked
 * @property {State} state with the budget as it is, unless it is asked for
 * @property {boolean} help
 * @property {string[]} notices a sentence for each word that was ignored or changed
 */

/**
 * Reads an address. It may lower the budget, and never raises it.
 * @param {string[]} words
 * @param {number} budget in megabytes, as it is
 * @returns {Asked}
 */
export function readWords(words, budget) {
  const read = lab.fromHash(hashOf(words));
  return words.some((word) => split(word).name === "budget") ? read : { ...read, state: { ...read.state, budget } };
}

/** @param {State} state */
export function writeWords(state) {
  return lab.toHash(state);
}

const BUDGET = /(?:^|\s)-{0,2}budget=(\d{1,9})(?=\s|$)/g;

/**
 * Reads a command line. Whoever types one may raise the budget, as in its field.
 * @param {string} line
 * @param {number} budget in megabytes, as it is
 * @returns {Asked}
 */
export function readCommand(line, budget) {
  const read = lab.fromCommand(line.replace(BUDGET, " "));
  const [last] = [...line.matchAll(BUDGET)].slice(-1);
  return { ...read, state: { ...read.state, budget: last ? Number(last[1]) : budget } };
}

/** @param {State} state */
export function writeCommand(state) {
  const { budget } = lab.fromHash("").state;
  const line = lab.toCommand(state);
  return state.budget > budget ? `${line} --budget=${state.budget}` : line;
}
