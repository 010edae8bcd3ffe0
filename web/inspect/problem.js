/** @import { Problem } from '../wasm/inspect.js' */

/** An error with a stable code and advice; `message` has both sentences. */
export class InspectError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(`${problem.message} ${problem.advice} [${problem.code}]`);
    this.name = "InspectError";
    this.problem = problem;
    this.code = problem.code;
  }
}

/** @type {Record<string, [string, string]>} What is wrong, and what to do. */
const OWN = {
  "session.trap": [
    "The module that reads heap files stopped in the middle of its work.",
    "Most often memory ran out: close other files and open this one again, or use the command-line tool. What was exported is safe.",
  ],
  "session.lost": ["The file was open in a module that stopped.", "Open the file again."],
  "session.load": [
    "The module that reads heap files could not be loaded.",
    "Check that wasm/inspect_bg.wasm can be fetched and that WebAssembly is allowed, and load the page again.",
  ],
  "session.no-such-question": ["There is no such question.", "The methods in inspect.d.ts are all there are."],
  "session.source": [
    "The file could not be read.",
    "It may have been moved or changed since it was chosen: choose it again.",
  ],
  "session.bad-request": ["The question cannot be read.", "The types in inspect.d.ts say what each question takes."],
  "session.gzip": ["The file is compressed, but not well.", "The download may be cut short: save it again."],
  "run.cancelled": ["It was stopped as you asked.", "Start again when you wish."],
};

/**
 * @param {string} code one of the above
 * @param {unknown} [reason]
 * @returns {Problem}
 */
export function problem(code, reason) {
  const [message, advice] = OWN[code] ?? [
    "Something unexpected happened.",
    "Load the page again; if it stays, please report it.",
  ];
  const why = reason === undefined ? "" : ` (${reason instanceof Error ? reason.message : reason})`;
  return { code, message: `${message}${why}`, advice, partial: false };
}

/**
 * What was thrown, as a problem.
 * @param {unknown} thrown
 * @returns {Problem}
 */
export function problemOf(thrown) {
  if (thrown instanceof InspectError) return thrown.problem;
  if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError)
    return problem("session.trap", thrown);
  if (thrown && typeof thrown === "object" && "code" in thrown && "advice" in thrown) {
    return /** @type {Problem} */ (thrown);
  }
  return problem("session.unexpected", thrown);
}

/** @param {Problem} problem @returns whether the module is dead by policy */
export function isFatal(problem) {
  return problem.code === "session.trap";
}
