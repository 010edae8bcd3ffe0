import { sentence } from "../ui/sentence.js";

/** @import { Problem } from '../wasm/inspect.js' */

/** An error with a stable code and advice; `message` has both sentences. */
export class InspectError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    const what = sentence(problem.message);
    super(`${what} ${problem.advice} [${problem.code}]`);
    this.name = "InspectError";
    this.code = problem.code;
    this.what = what;
    this.advice = problem.advice;
    /** All of it, as it crosses between page and worker. */
    this.problem = problem;
  }
}

/**
 * What JavaScript finds wrong, and what to do. What the module finds comes with its own words.
 * @satisfies {Record<string, [what: string, advice: string]>}
 */
export const PROBLEMS = {
  "session.trap": [
    "The module that reads heap files stopped in the middle of its work.",
    "Most often memory ran out: open fewer files at once, or use the command-line tool. What was exported is safe; files on disk can be reopened.",
  ],
  "session.lost": ["The file was open in a module that stopped.", "Reopen it, or open it again."],
  "session.load": [
    "The module that reads heap files could not be loaded.",
    "Check that wasm/inspect_bg.wasm can be fetched and that WebAssembly is allowed, and load the page again.",
  ],
  "session.overrun": [
    "A cancelled question did not come to its end, so the module was stopped.",
    "Reopen the files, and ask for less at once.",
  ],
  "session.message-lost": [
    "A message between the page and its worker could not be read, so the module was stopped.",
    "Most often memory ran out: close other tabs, and reopen the files.",
  ],
  "session.not-sendable": [
    "What was given cannot be sent to the worker.",
    "A question takes plain values, as the types in inspect.d.ts say; a file is a Blob, bytes, or a stream that nobody reads yet.",
  ],
  "session.no-such-question": ["There is no such question.", "The methods in inspect.d.ts are all there are."],
  "session.source": [
    "The file could not be read.",
    "It may have been moved or changed since it was chosen, or be a folder: choose the file itself, once more.",
  ],
  "session.bad-source": [
    "No bytes can be read from what was given.",
    "Give a File or another Blob, an ArrayBuffer, a Uint8Array, or a stream of bytes that nobody else reads.",
  ],
  "session.source-gone": [
    "The bytes of this file were handed over and are not there any more.",
    "Open it again from where they came; files and other blobs can be reopened.",
  ],
  "session.unexpected": ["Something unexpected happened.", "Load the page again; if it stays, please report it."],
  "run.cancelled": ["It was stopped as you asked.", "Start again when you wish."],
};

/**
 * @param {keyof typeof PROBLEMS} code
 * @param {unknown} [reason]
 * @returns {Problem}
 */
export function problem(code, reason) {
  const [what, advice] = PROBLEMS[code];
  const why = reason === undefined ? "" : ` (${reason instanceof Error ? reason.message : reason})`;
  return { code, message: `${what}${why}`, advice, partial: false };
}

/**
 * What was thrown, as a problem.
 * @param {unknown} thrown
 * @returns {Problem}
 */
export function problemOf(thrown) {
  if (thrown instanceof InspectError) return thrown.problem;
  if (thrown && typeof thrown === "object" && "code" in thrown && "advice" in thrown) {
    return /** @type {Problem} */ (thrown);
  }
  return problem("session.unexpected", thrown);
}
