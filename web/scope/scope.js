import { startWorker } from "../worker.js";

/** @import { CursorMove, Colors, FromWorker, MarkKind, Panel, Problem, Readout, ToWorker } from './protocol.js' */

/** Errors after which the worker draws no more. */
const FATAL = new Set(["scope.broken", "scope.load", "scope.lost", "scope.panels", "scope.canvas"]);

/** The page's side of the scope worker. Keeps nothing: a sample is one message and is gone. */
export class Scope {
  /** @type {() => void} the first thing the worker says */
  onready = () => {};
  /** Whether the worker draws. */
  ready = false;
  /** @type {(ids: string[]) => void} the panels in the picture, whenever they are others */
  onpanels = () => {};
  /** @type {(readout: Readout) => void} while a pointer or cursor is on the chart */
  onreadout = () => {};
  /** @type {(text: string) => void} the answer to `summarise` */
  onsummary = () => {};
  /** @type {(problem: Problem) => void} */
  onerror = () => {};

  /** @type {Worker | null} */
  #worker;

  /** Whether this browser has all that is needed. */
  static get supported() {
    return (
      typeof Worker === "function" &&
      typeof OffscreenCanvas === "function" &&
      "transferControlToOffscreen" in HTMLCanvasElement.prototype
    );
  }

  /**
   * Starts the worker and hands it the canvas for good.
   *
   * @param {HTMLCanvasElement} canvas never drawn on before
   * @param {Panel[]} panels
   * @param {{width: number, height: number, ratio: number}} size in CSS pixels, and device pixels a CSS pixel
   */
  constructor(canvas, panels, size) {
    this.#worker = startWorker(new URL("./worker.js", import.meta.url).href, "scope");
    this.#worker.onmessage = ({ data }) => this.#receive(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#lost(event.message || "it could not be loaded");
    };
    this.#worker.onmessageerror = () => this.#lost("a message could not be read");
    const surface = canvas.transferControlToOffscreen();
    this.#worker.postMessage({ type: "open", canvas: surface, panels, ...size }, [surface]);
  }

  /** Whether samples still arrive anywhere. */
  get alive() {
    return this.#worker !== null;
  }

  /** @param {Float64Array} row time in ms, then the meters; copied, so that one array serves for ever */
  sample(row) {
    this.#worker?.postMessage(row);
  }

  /**
   * @param {number} time in ms
   * @param {MarkKind} kind
   * @param {string} text
   */
  mark(time, kind, text = "") {
    this.#send({ type: "mark", time, kind, text });
  }

  /**
   * One value of a sparse series.
   *
   * @param {string} id
   * @param {number} time in ms
   * @param {number} value
   */
  point(id, time, value) {
    this.#send({ type: "point", id, time, value });
  }

  /** @param {Colors} colors */
  theme(colors) {
    this.#send({ type: "theme", colors });
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} ratio device pixels a CSS pixel
   */
  resize(width, height, ratio) {
    this.#send({ type: "resize", width, height, ratio });
  }

  /** @param {number} seconds 0 for the whole run */
  span(seconds) {
    this.#send({ type: "span", seconds });
  }

  /** @param {boolean} paused */
  pause(paused) {
    this.#send({ type: "pause", paused });
  }

  /** @param {boolean} hidden */
  hide(hidden) {
    this.#send({ type: "hidden", hidden });
  }

  /** @param {number | null} x CSS pixels from the canvas' left edge; null when the pointer left */
  pointer(x) {
    this.#send({ type: "pointer", x });
  }

  /** @param {CursorMove} move */
  cursor(move) {
    this.#send({ type: "cursor", move });
  }

  summarise() {
    this.#send({ type: "summarise" });
  }

  /** Ends the worker; its memory goes back to the system. */
  close() {
    this.#worker?.terminate();
    this.#worker = null;
  }

  /** @param {ToWorker} message */
  #send(message) {
    this.#worker?.postMessage(message);
  }

  /** @param {FromWorker} message */
  #receive(message) {
    switch (message.type) {
      case "ready":
        this.ready = true;
        return this.onready();
      case "panels":
        return this.onpanels(message.shown);
      case "readout":
        return this.onreadout(message);
      case "summary":
        return this.onsummary(message.text);
      case "error":
        if (FATAL.has(message.code)) this.close();
        return this.onerror(message);
      default:
        void (/** @satisfies {never} */ (message));
    }
  }

  /** @param {string} reason */
  #lost(reason) {
    this.close();
    const message = `The chart's worker was lost: ${reason}.`;
    this.onerror({
      code: "scope.lost",
      message,
      advice: "Open the chart again; what it had recorded is lost.",
    });
  }
}

/** @param {Problem} problem @returns whether the chart is gone with it */
export function isFatal(problem) {
  return FATAL.has(problem.code);
}
