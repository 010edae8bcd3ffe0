import { startWorker } from "../worker.js";
import { InspectError, problem } from "./problem.js";

/** @import { FromWorker, Opened, Progress, Question, Questions, Redacted, ToWorker } from './protocol.js' */
/** @import { Problem, RedactRequest } from '../wasm/inspect.js' */

/**
 * The page's side of the inspect worker. The worker begins with the first file; after a trap a new one begins with the next.
 *
 * Files that were open in a worker that stopped are lost; asking them fails with `session.lost`.
 */
export class InspectClient {
  /** @type {Worker | null} */
  #worker = null;
  #lastId = 0;
  /** Counts workers, so that a file of an earlier one is known as lost. */
  #life = 0;
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: InspectError) => void, onProgress?: (progress: Progress) => void}>} */
  #pending = new Map();
  #start;

  /** @param {() => Worker} [start] makes the worker; it runs `worker.js` */
  constructor(start = () => startWorker(new URL("./worker.js", import.meta.url).href, "inspect")) {
    this.#start = start;
  }

  /**
   * Opens a file in the worker.
   *
   * @param {File | Blob | ReadableStream<Uint8Array> | Uint8Array} source a stream or an array is handed over
   * @param {{name?: string, partial?: boolean, signal?: AbortSignal, onProgress?: (progress: Progress) => void}} [options]
   * @returns {Promise<OpenFile>}
   */
  async open(source, { name = source instanceof File ? source.name : "", partial = false, signal, onProgress } = {}) {
    const id = ++this.#lastId;
    const transfer =
      source instanceof Blob
        ? []
        : source instanceof Uint8Array
          ? [/** @type {ArrayBuffer} */ (source.buffer)]
          : [source];
    const opened = await this.#begun({ id, type: "open", source, name, partial }, transfer, signal, onProgress);
    return new OpenFile(this, /** @type {Opened} */ (opened), this.#life);
  }

  /**
   * What takes its time and can be cancelled.
   *
   * @param {ToWorker} message
   * @param {Transferable[]} transfer
   * @param {AbortSignal} [signal]
   * @param {(progress: Progress) => void} [onProgress]
   * @returns {Promise<any>}
   */
  async #begun(message, transfer, signal, onProgress) {
    if (signal?.aborted) throw new InspectError(problem("run.cancelled"));
    const cancel = () => this.#post({ id: ++this.#lastId, type: "cancel", of: message.id });
    signal?.addEventListener("abort", cancel);
    try {
      return await this.#call(message, transfer, onProgress);
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  /**
   * @template {Question} Q
   * @param {OpenFile} file
   * @param {Q} question
   * @param {Questions[Q]['request']} request
   * @returns {Promise<Questions[Q]['answer']>}
   */
  async ask(file, question, ...request) {
    if (file.life !== this.#life || !this.#worker) throw new InspectError(problem("session.lost"));
    return this.#call({ id: ++this.#lastId, type: "ask", file: file.file, question, request });
  }

  /**
   * The same snapshot without its texts, as a file to give away.
   *
   * @param {Blob} source
   * @param {RedactRequest & {signal?: AbortSignal, onProgress?: (progress: Progress) => void}} [options]
   * @returns {Promise<Redacted>}
   */
  redact(source, { signal, onProgress, ...request } = {}) {
    return this.#begun({ id: ++this.#lastId, type: "redact", source, request }, [], signal, onProgress);
  }

  /** @param {OpenFile} file */
  async close(file) {
    if (file.life === this.#life && this.#worker)
      await this.#call({ id: ++this.#lastId, type: "close", file: file.file });
  }

  /** Ends the worker and gives back all its memory. Whatever is under way fails. */
  end() {
    this.#lose(problem("session.lost"));
  }

  /**
   * @param {ToWorker} message
   * @param {Transferable[]} [transfer]
   * @param {(progress: Progress) => void} [onProgress]
   * @returns {Promise<any>}
   */
  #call(message, transfer, onProgress) {
    return new Promise((resolve, reject) => {
      this.#pending.set(message.id, { resolve, reject, onProgress });
      try {
        this.#post(message, transfer);
      } catch (error) {
        this.#pending.delete(message.id);
        reject(new InspectError(problem("session.load", error)));
      }
    });
  }

  /** @param {ToWorker} message @param {Transferable[]} [transfer] */
  #post(message, transfer = []) {
    this.#worker ??= this.#begin();
    this.#worker.postMessage(message, transfer);
  }

  #begin() {
    const worker = this.#start();
    this.#life += 1;
    worker.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#lose(problem("session.load", event.message));
    };
    return worker;
  }

  /** @param {FromWorker} message */
  #hear(message) {
    if (message.type === "dead") return this.#lose(message.problem);
    if (message.type === "ready") return;
    const { id } = message;
    const pending = this.#pending.get(id);
    if (message.type === "progress") return pending?.onProgress?.(message);
    this.#pending.delete(id);
    if (message.type === "answer") pending?.resolve(message.value);
    else pending?.reject(new InspectError(message.problem));
  }

  /** @param {Problem} reason */
  #lose(reason) {
    this.#worker?.terminate();
    this.#worker = null;
    this.#life += 1;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(new InspectError(reason));
  }
}

/** A file that is open in the worker. */
export class OpenFile {
  #client;

  /**
   * @param {InspectClient} client
   * @param {Opened} opened
   * @param {number} life
   */
  constructor(client, { file, overview }, life) {
    this.#client = client;
    this.file = file;
    this.overview = overview;
    this.life = life;
  }

  /**
   * @template {Question} Q
   * @param {Q} question
   * @param {Questions[Q]['request']} request
   */
  ask(question, ...request) {
    return this.#client.ask(this, question, ...request);
  }

  close() {
    return this.#client.close(this);
  }
}
