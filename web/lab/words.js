import * as lab from "../wasm/lab.js";
import { hashOf, quoted } from "../shell/words.js";
import { count } from "../ui/figure.js";

/** @import { Index } from "../generated/catalogue.js" */
/** @import { IgnoredWord, Parsed, State } from "../wasm/lab.js" */

/**
 * What an address or a command line asks of the Lab.
 * @typedef {object} Asked
 * @property {State} state with the budget as it is, unless it is asked for
 * @property {boolean} help
 * @property {import("../shell/room.js").Ignored} ignored what was not followed
 */

/**
 * Reads an address. It may lower the budget, and never raises it.
 * @param {string[]} words
 * @param {Index} index
 * @param {number} budget in megabytes, as it is
 * @returns {Asked}
 */
export function readWords(words, index, budget) {
  return asked(lab.fromHash(hashOf(words), index, budget));
}

/**
 * Reads a command line. Whoever types one may raise the budget, as in its field.
 * @param {string} line
 * @param {Index} index
 * @param {number} budget in megabytes, as it is
 * @returns {Asked}
 */
export function readCommand(line, index, budget) {
  return asked(lab.fromCommand(line, index, budget));
}

/** @param {State} state @param {Index} index */
export function writeWords(state, index) {
  return lab.toHash(state, index);
}

/** @param {State} state @param {Index} index */
export function writeCommand(state, index) {
  return lab.toCommand(state, index);
}

/** @param {Parsed} parsed @returns {Asked} */
function asked({ state, help, ignored, more }) {
  return { state, help, ignored: { sentences: ignored.map(sentence), more } };
}

/** Why a word was not followed. @param {IgnoredWord} ignored */
function sentence({ word: text, reason, name, least = 0, most = 0 }) {
  const word = quoted(text);
  switch (reason) {
    case "unknown":
      return `Unknown word ${word} ignored.${hint(name)}`;
    case "unknownScenario":
      return `Unknown scenario ${word} ignored.${hint(name)}`;
    case "range":
      return `${word} ignored: it takes a whole number from ${count(least)} to ${count(most)}.`;
    case "choice":
      return `${word} ignored: it takes ${name}.`;
    case "noRate":
      return `${word} ignored: a scenario takes fixed, a period such as 50ms, and units such as x10.`;
    case "once":
      return `${word} ignored: ${name} makes one unit, once.`;
    case "noFixed":
      return `${word} ignored: ${name} has nothing to mend.`;
    case "heapDump":
      return `${word} ignored: a page cannot write a snapshot of itself. Save one from DevTools' Memory tab.`;
  }
}

/** @param {string | undefined} near */
function hint(near) {
  return near === undefined ? " Press Options for all words." : ` Did you mean “${near}”?`;
}
