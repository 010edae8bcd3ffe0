import { button } from "./button.js";

/** @import { Problem } from "./protocol.js" */

/** The problems of the chart on show, one of each code. */
export class Problems {
  box = document.createElement("div");
  /** @type {Map<string, Element>} */
  #shown = new Map();

  constructor() {
    this.box.className = "chart-problems";
    this.box.setAttribute("role", "alert");
  }

  /**
   * @param {Problem} problem
   * @param {string} more said after it
   * @param {(() => void) | null} again opens the chart again, where that helps; others can be dismissed
   */
  show({ code, message, advice }, more = "", again = null) {
    const line = document.createElement("div");
    line.className = "chart-problem";
    line.dataset.code = code;
    const offer = again ? button("Open the chart again", again) : button("Dismiss", () => this.mended(code));
    line.append(`${message} ${advice} ${more} `, offer);
    this.mended(code);
    this.#shown.set(code, line);
    this.box.append(line);
  }

  /** @param {string} code of a problem that is no more */
  mended(code) {
    this.#shown.get(code)?.remove();
    this.#shown.delete(code);
  }

  clear() {
    this.#shown.clear();
    this.box.replaceChildren();
  }
}
