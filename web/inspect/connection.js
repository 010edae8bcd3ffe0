import { InspectError, problem } from "./problem.js";

/** @import { FromWorker, Progress, ToWorker, Unnumbered } from './protocol.js' */
/** @import { Problem } from '../wasm/inspect.js' */

/**
 * @typedef {object} Call
 * @property {ToWorker} message
 * @property {(value: any) => void} resolve
 * @property {(error: InspectError) => void} reject
 * @property {(progress: Progress) => void} [onProgress]
 */

/** Of all connections: a file's number is the id of its `open`, and one of an earlier worker shall mean nothing to the next. */
let lastId = 0;

/**
 * One inspect worker from its start to its end, and what it was asked and has not answered yet.
 *
 * Files open beside each other; questions are sent one by one, so that one which is cancelled while it waits is never begun.
 */
export class Connection {
  /** Why it ended. @type {Problem | null} */
  reason = null;
  /** @type {Map<number, Call>} */
  #sent = new Map();
  /** @type {Call[]} */
  #waiting = [];
  /** The question that the worker has. @type {number | null} */
  #asked = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #overrun;
  #isReady = false;
  #worker;
  #patience;
  #onEnd;

  /**
   * @param {() => Worker} start
   * @param {number} patience milliseconds that a cancelled question may run on
   * @param {(reason: Problem) => void} onEnd
   */
  constructor(start, patience, onEnd) {
    try {
      this.#worker = start();
    } catch (error) {
      throw new InspectError(problem("session.load", error));
    }
    this.#patience = patience;
    this.#onEnd = onEnd;
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onmessageerror = () => this.end(problem("session.message-lost"));
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.end(problem(this.#isReady ? "session.trap" : "session.load", event.message));
    };
  }

  /** Whether nobody waits for anything. */
  get isIdle() {
    return this.#sent.size === 0 && this.#waiting.length === 0 && this.#asked === null;
  }

  /**
   * @param {Unnumbered} asked
   * @param {{transfer?: Transferable[], signal?: AbortSignal, onProgress?: (progress: Progress) => void}} [options]
   * @returns {Promise<any>} rejects at once with `run.cancelled` when the signal says so
   */
  call(asked, { transfer = [], signal, onProgress } = {}) {
    return new Promise((resolve, reject) => {
      if (this.reason) return reject(new InspectError(problem("session.lost")));
      if (signal?.aborted) return reject(new InspectError(problem("run.cancelled")));
      const message = /** @type {ToWorker} */ ({ id: ++lastId, ...asked });
      const cancel = () => this.#cancel(call);
      /** @type {Call} */
      const call = {
        message,
        onProgress,
        resolve: (/** @type {unknown} */ value) => {
          signal?.removeEventListener("abort", cancel);
          resolve(value);
        },
        reject: (/** @type {InspectError} */ error) => {
          signal?.removeEventListener("abort", cancel);
          reject(error);
        },
      };
      signal?.addEventListener("abort", cancel);
      if (message.type === "ask" || message.type === "close") this.#queue(call);
      else this.#send(call, transfer);
    });
  }

  /** Ends the worker and gives back its memory. Whatever is under way fails. @param {Problem} reason */
  end(reason) {
    if (this.reason) return;
    this.reason = reason;
    this.#worker.terminate();
    clearTimeout(this.#overrun);
    const calls = [...this.#sent.values(), ...this.#waiting];
    this.#sent.clear();
    this.#waiting = [];
    for (const { reject } of calls) reject(new InspectError(reason));
    this.#onEnd(reason);
  }

  /** @param {Call} call */
  #queue(call) {
    try {
      // What is asked is what was asked for now, whatever becomes of it while it waits.
      call.message = structuredClone(call.message);
    } catch (error) {
      return call.reject(new InspectError(problem("session.not-sendable", error)));
    }
    this.#waiting.push(call);
    this.#next();
  }

  #next() {
    while (this.#asked === null) {
      const call = this.#waiting.shift();
      if (!call) return;
      if (this.#send(call)) this.#asked = call.message.id;
    }
  }

  /** @param {Call} call @param {Transferable[]} [transfer] */
  #send(call, transfer = []) {
    try {
      this.#worker.postMessage(call.message, transfer);
      this.#sent.set(call.message.id, call);
      return true;
    } catch (error) {
      call.reject(new InspectError(problem("session.not-sendable", error)));
      return false;
    }
  }

  /**
   * A question is answered in one piece, and nobody can look in between: one that has begun runs on unheard, and those behind
   * it wait. If it runs on for too long, the worker ends with it.
   *
   * @param {Call} call
   */
  #cancel(call) {
    const { id } = call.message;
    this.#waiting = this.#waiting.filter((other) => other !== call);
    if (this.#sent.delete(id)) {
      if (id === this.#asked) {
        this.#overrun = setTimeout(() => this.end(problem("session.overrun")), this.#patience);
      } else this.#worker.postMessage({ id: ++lastId, type: "cancel", of: id });
    }
    call.reject(new InspectError(problem("run.cancelled")));
  }

  /** @param {FromWorker} message */
  #hear(message) {
    if (message.type === "dead") return this.end(message.problem);
    if (message.type === "ready") {
      this.#isReady = true;
      return;
    }
    const { id } = message;
    const call = this.#sent.get(id);
    if (message.type === "progress") {
      const { title, fraction } = message;
      return call?.onProgress?.({ title, fraction });
    }
    this.#sent.delete(id);
    if (message.type === "answer") call?.resolve(message.value);
    else call?.reject(new InspectError(message.problem));
    if (id !== this.#asked) return;
    this.#asked = null;
    clearTimeout(this.#overrun);
    this.#next();
  }
}
