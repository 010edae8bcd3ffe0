import { startWorker } from "../worker.js";
import { Connection } from "./connection.js";
import { OpenFile } from "./open-file.js";
import { InspectError, problem } from "./problem.js";

/** @import { Asked, Opened, OpenOptions, Question, Questions, Redacted } from './protocol.js' */
/** @import { Problem, RedactRequest } from '../wasm/inspect.js' */

/** Milliseconds after its last file was closed that the worker ends. */
const IDLE = 10_000;
/** Milliseconds that a question may run on after it was cancelled. */
const PATIENCE = 20_000;

/**
 * The page's side of the inspect worker. The worker starts with the first file, if it was not told to `prepare` before, and ends
 * when none has been open for a while; after a trap another starts with the next file.
 *
 * When a worker stops by itself, what is under way rejects with the reason, and the event `lost` has in its `detail` the
 * `problem` and the `files` that were open: `reopen` opens those again whose `canReopen` is true.
 */
export class InspectClient extends EventTarget {
  /** @type {Connection | null} */
  #connection = null;
  /** Open in it. @type {Set<OpenFile>} */
  #files = new Set();
  /** @type {WeakMap<OpenFile, Promise<OpenFile>>} */
  #reopening = new WeakMap();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;
  #start;
  #idle;
  #patience;

  /**
   * @param {() => Worker} [start] makes the worker; it runs `worker.js`
   * @param {{idle?: number, patience?: number}} [pauses] in milliseconds
   */
  constructor(
    start = () => startWorker(new URL("./worker.js", import.meta.url).href, "inspect"),
    { idle = IDLE, patience = PATIENCE } = {},
  ) {
    super();
    this.#start = start;
    this.#idle = idle;
    this.#patience = patience;
  }

  /** Starts the worker where a file will soon come. If it cannot start, that is for the file to hear. */
  prepare() {
    try {
      this.#connect();
    } catch {}
  }

  /**
   * Opens a file in the worker.
   *
   * @param {File | Blob | ReadableStream<Uint8Array> | Uint8Array | ArrayBuffer} source a stream or a buffer is handed over;
   *   an array, which may be part of a larger one, is copied
   * @param {OpenOptions & {name?: string, partial?: boolean}} [options]
   * @returns {Promise<OpenFile>}
   */
  async open(source, { name = source instanceof File ? source.name : "", partial = false, ...options } = {}) {
    const how = { name, partial };
    const { opened, connection } = await this.#load(source, how, options);
    const file = new OpenFile(this, source instanceof Blob ? source : null, how, opened, connection);
    return this.#keep(file);
  }

  /**
   * Opens a file again that was lost or closed; the same object can be asked then. A file that is open stays as it is.
   *
   * @param {OpenFile} file
   * @param {OpenOptions} [options]
   * @returns {Promise<OpenFile>}
   */
  async reopen(file, options) {
    if (!file.lost) return file;
    const { source } = file;
    if (!source) throw new InspectError(problem("session.source-gone"));
    const begun = this.#reopening.get(file);
    if (begun) return begun;
    const again = this.#load(source, file.how, options).then(({ opened, connection }) => {
      file.rebind(opened, connection);
      return this.#keep(file);
    });
    this.#reopening.set(file, again);
    return again.finally(() => this.#reopening.delete(file));
  }

  /**
   * @template {Question} Q
   * @param {OpenFile} file
   * @param {Q} question
   * @param {Asked<Q>} asked
   * @returns {Promise<Questions[Q]['answer']>}
   */
  async ask(file, question, ...asked) {
    const [request, { signal } = {}] = asked;
    const connection = file.connection;
    return connection.call(
      { type: "ask", file: file.file, question, request: request === undefined ? [] : [request] },
      { signal },
    );
  }

  /**
   * The same snapshot without its texts, as a file to give away.
   *
   * @param {Blob} source
   * @param {RedactRequest & OpenOptions} [options]
   * @returns {Promise<Redacted>}
   */
  async redact(source, { signal, onProgress, ...request } = {}) {
    const connection = this.#connect();
    return this.#under(connection, connection.call({ type: "redact", source, request }, { signal, onProgress }));
  }

  /** @param {OpenFile} file */
  async close(file) {
    if (file.lost) return;
    const { connection, file: number, overview } = file;
    file.rebind({ file: number, overview }, null);
    this.#files.delete(file);
    await this.#under(connection, connection.call({ type: "close", file: number }));
  }

  /** Ends the worker and gives back all its memory. Whatever is under way fails. */
  end() {
    const connection = this.#connection;
    this.#forget();
    connection?.end(problem("session.lost"));
  }

  /**
   * @param {Blob | ReadableStream<Uint8Array> | Uint8Array | ArrayBuffer} source
   * @param {{name: string, partial: boolean}} how
   * @param {OpenOptions} [options]
   * @returns {Promise<{opened: Opened, connection: Connection}>}
   */
  async #load(source, how, { signal, onProgress } = {}) {
    const given = source instanceof Uint8Array ? copyOf(source) : source;
    const transfer = given instanceof Blob ? [] : [given];
    const connection = this.#connect();
    const call = connection.call({ type: "open", source: given, ...how }, { transfer, signal, onProgress });
    return { opened: await this.#under(connection, call), connection };
  }

  /** @param {OpenFile} file */
  #keep(file) {
    if (!file.lost) this.#files.add(file);
    return file;
  }

  /** @returns {Connection} */
  #connect() {
    clearTimeout(this.#rest);
    this.#connection ??= new Connection(this.#start, this.#patience, (reason) => this.#lose(reason));
    return this.#connection;
  }

  /** What may be the last that the worker does. @template T @param {Connection} connection @param {Promise<T>} call */
  async #under(connection, call) {
    try {
      return await call;
    } finally {
      this.#restIn(connection);
    }
  }

  /** @param {Connection} connection */
  #restIn(connection) {
    if (connection !== this.#connection || this.#files.size > 0 || !connection.isIdle) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      if (connection === this.#connection && this.#files.size === 0 && connection.isIdle) this.end();
    }, this.#idle);
  }

  #forget() {
    clearTimeout(this.#rest);
    const files = [...this.#files];
    this.#files.clear();
    this.#connection = null;
    return files;
  }

  /** @param {Problem} reason */
  #lose(reason) {
    if (!this.#connection) return; // by `end`
    const files = this.#forget();
    this.dispatchEvent(new CustomEvent("lost", { detail: { problem: reason, files } }));
  }
}

/** Bytes of its own, which can be handed over. @param {Uint8Array} bytes */
function copyOf(bytes) {
  try {
    return /** @type {ArrayBuffer} */ (bytes.slice().buffer);
  } catch (error) {
    throw new InspectError(problem("session.not-sendable", error));
  }
}
