import { startWorker } from "../worker.js";

/** @import { CursorMove, Colors, FromWorker, LabEvent, Open, Problem, Readout, Recorded, Summary, ToWorker } from "./protocol.js" */

/** How long a worker may take to hand over its recording, in ms. */
const HAND_OVER = 3_000;

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
  /** @type {(summary: Summary | undefined) => void} the answer to `summarise` */
  onsummary = () => {};
  /** @type {(problem: Problem) => void} the chart goes on */
  onproblem = () => {};
  /** @type {(code: string) => void} that problem is no more */
  onmended = () => {};
  /** @type {(problem: Problem, recorded: Recorded | null) => void} the chart is gone; what it recorded can go on in another */
  onlost = () => {};

  /** @type {Worker | null} */
  #worker;
  #watching = new AbortController();
  /** @type {((recorded: Recorded | null) => void) | null} waits for what the worker hands over; it gets nothing else any more */
  #handedOver = null;

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
   * @param {Pick<Open, "panels" | "precision" | "recorded" | "width" | "height" | "ratio">} options
   */
  constructor(canvas, options) {
    const worker = startWorker(new URL("./worker.js", import.meta.url).href, "scope");
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      void this.#lose(lost(event.message || "it could not be loaded"));
    };
    worker.onmessageerror = () => void this.#lose(lost("a message could not be read"));
    const surface = canvas.transferControlToOffscreen();
    worker.postMessage({ type: "open", canvas: surface, ...options }, [surface]);
  }

  /** Whether samples still arrive anywhere. */
  get alive() {
    return this.#worker !== null && this.#handedOver === null;
  }

  /** @param {Float64Array} row time in ms, then the meters; copied, so that one array serves for ever */
  sample(row) {
    if (this.alive) this.#worker?.postMessage(row);
  }

  /** @param {LabEvent} event */
  event(event) {
    this.#send({ type: "event", event });
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
    this.#watching.abort();
    this.#worker?.terminate();
    this.#worker = null;
    this.#handedOver?.(null);
  }

  /** @param {ToWorker} message */
  #send(message) {
    if (this.alive) this.#worker?.postMessage(message);
  }

  /** @param {FromWorker} message */
  #receive(message) {
    switch (message.type) {
      case "ready":
        this.ready = true;
        if (message.lock) this.#watch(message.lock);
        return this.onready();
      case "panels":
        return this.onpanels(message.shown);
      case "readout":
        return this.onreadout(message);
      case "summary":
        return this.onsummary(message.summary);
      case "problem":
        return message.fatal ? void this.#lose(message) : this.onproblem(message);
      case "mended":
        return this.onmended(message.code);
      case "recorded":
        return this.#handedOver?.(message.recorded);
      default:
        void (/** @satisfies {never} */ (message));
    }
  }

  /** A worker that ends, however silently, lets its lock go. @param {string} lock */
  #watch(lock) {
    const ended = () => {
      this.#handedOver?.(null);
      void this.#lose(lost("it ended"), false);
    };
    navigator.locks.request(lock, { signal: this.#watching.signal }, ended).catch(() => {});
  }

  /**
   * The chart is gone; its worker may still have the recording.
   *
   * @param {Problem} problem
   * @param {boolean} reachable
   */
  async #lose(problem, reachable = true) {
    if (!this.alive) return;
    const recorded = reachable ? await this.#handOver() : null;
    if (!this.#worker) return;
    this.close();
    this.onlost(problem, recorded);
  }

  /** @returns {Promise<Recorded | null>} null when there is no answer */
  async #handOver() {
    this.#worker?.postMessage({ type: "hand-over" });
    const answer = new Promise((resolve) => {
      this.#handedOver = resolve;
      setTimeout(resolve, HAND_OVER, null);
    });
    return answer;
  }
}

/** @param {string} reason @returns {Problem} */
function lost(reason) {
  const message = `The chart's worker was lost: ${reason}.`;
  return { code: "scope.lost", message, advice: "Open the chart again; if it stays, reload the page." };
}
