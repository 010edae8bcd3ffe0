/** @import { FromWorker, Problem } from "./protocol.js" */

/** The problems the page was told: each once, until what failed goes well again. */
export class Said {
  /** @type {Map<string, string>} the code of what failed last in each task */
  #codes = new Map();

  /** @param {(message: FromWorker) => void} tell */
  constructor(tell) {
    this.tell = tell;
  }

  /** @param {string} task @param {Problem} problem @returns whether that is news */
  failed(task, { code, message, advice }) {
    if (this.#codes.get(task) === code) return false;
    this.wentWell(task);
    this.#codes.set(task, code);
    this.tell({ type: "problem", fatal: false, code, message, advice });
    return true;
  }

  /** @param {string} task */
  wentWell(task) {
    if (this.#codes.size === 0) return;
    const code = this.#codes.get(task);
    if (code !== undefined && this.#codes.delete(task)) this.tell({ type: "mended", code });
  }
}

/**
 * A problem of ours; all else is a trap.
 *
 * @param {unknown} error
 * @returns {error is Problem}
 */
export function isProblem(error) {
  return typeof error === "object" && error !== null && "code" in error && "advice" in error;
}
