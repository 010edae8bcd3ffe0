import init, { Redaction, Session } from "../wasm/inspect.js";
import { InspectError, isFatal, problem, problemOf } from "./problem.js";
import { bytesOf, sizeOf } from "./source.js";

/** @import { Opened, Progress, Question, Questions, Redacted, Source } from './protocol.js' */
/** @import { RedactRequest } from '../wasm/inspect.js' */

/** The reading's usual share of the time of opening a file. */
const READING = 0.45;

/** Everything that is no question. */
const OTHERS = new Set(["constructor", "begin", "feed", "end", "step", "prepare", "progress", "close", "free"]);

/**
 * Heap files, opened and asked in the thread it is made in: a worker's, or Node's. It needs no page.
 *
 * ```js
 * const inspector = await Inspector.load();
 * const { file } = await inspector.open(blob, { name: blob.name });
 * const top = inspector.ask("summary", file, { sort: { by: "retained", descending: true }, from: 0, to: 20 });
 * ```
 */
export class Inspector {
  #session = new Session();
  #dead = false;

  /**
   * @param {BufferSource | URL | WebAssembly.Module} [module] where the module comes from; beside this file by default
   */
  static async load(module) {
    try {
      await init({ module_or_path: module ?? (await beside()) });
    } catch (error) {
      throw new InspectError(problem("session.load", error));
    }
    return new Inspector();
  }

  /**
   * Opens a file and calculates all figures. Nothing else is hindered for longer than a slice of the work.
   *
   * @param {Source} source
   * @param {{name?: string, size?: number, partial?: boolean, signal?: AbortSignal, onProgress?: (progress: Progress) => void}} [options]
   *   `size` in bytes of a source that does not know its own, for the progress; `partial` takes a snapshot without its end, too
   * @returns {Promise<Opened>}
   */
  async open(source, { name = "", size, partial = false, signal, onProgress = () => {} } = {}) {
    const whole =
      size ?? (source instanceof Blob ? source.size : source instanceof Uint8Array ? source.length : undefined);
    const session = this.#session;
    const known = await sizeOf(source);
    const number = this.#try(() => session.begin(name, known));
    try {
      await this.#read(number, source, whole, signal, onProgress);
      this.#try(() => session.end(number, partial));
      for (;;) {
        const { title, calculated, done } = this.#try(() => session.step(number));
        onProgress({ title, fraction: READING + (1 - READING) * calculated });
        if (done) break;
        await turn();
        stopIf(signal);
      }
      const opened = { file: number, overview: this.#try(() => session.overview(number)) };
      // The first question about retainers shall not be slower than the next.
      turn().then(() => this.#dead || session.prepare(number));
      return opened;
    } catch (error) {
      if (!this.#dead) session.close(number);
      throw error instanceof InspectError ? error : new InspectError(problemOf(error));
    }
  }

  /**
   * @param {number} file
   * @param {Source} source
   * @param {number | undefined} size
   * @param {AbortSignal | undefined} signal
   * @param {(progress: Progress) => void} onProgress
   */
  async #read(file, source, size, signal, onProgress) {
    let taken = 0;
    for await (const chunk of bytesOf(source, (bytes) => (taken = bytes))) {
      stopIf(signal);
      this.#try(() => this.#session.feed(file, chunk));
      onProgress({ title: "Reading", fraction: size ? (READING * Math.min(taken, size)) / size : 0 });
    }
    stopIf(signal);
  }

  /**
   * @template {Question} Q
   * @param {Q} question
   * @param {number} file
   * @param {Questions[Q]['request']} request
   * @returns {Questions[Q]['answer']}
   */
  ask(question, file, ...request) {
    if (!Inspector.questions.includes(question)) {
      throw new InspectError(problem("session.no-such-question", question));
    }
    // Lists would be read as entries of an object.
    if (typeof file !== "number" || request.some((part) => Symbol.iterator in Object(part))) {
      throw new InspectError(problem("session.bad-request"));
    }
    const session = /** @type {Record<string, (file: number, ...request: unknown[]) => any>} */ (
      /** @type {unknown} */ (this.#session)
    );
    return this.#try(() => {
      try {
        return session[question](file, ...request);
      } catch (error) {
        // What JavaScript itself could not turn into the wanted type.
        throw error instanceof TypeError ? new InspectError(problem("session.bad-request", error)) : error;
      }
    });
  }

  /**
   * The same snapshot without its texts: graph, sizes, ids and, unless `builtinOnly`, names of classes and properties stay.
   *
   * @param {Blob | Uint8Array} source read twice
   * @param {RedactRequest & {signal?: AbortSignal, onProgress?: (progress: Progress) => void}} [options]
   * @returns {Promise<Redacted>}
   */
  async redact(source, { signal, onProgress = () => {}, ...request } = {}) {
    const size = source instanceof Blob ? source.size : source.length;
    const redaction = this.#try(() => new Redaction(request));
    const read = async (
      /** @type {string} */ title,
      /** @type {number} */ from,
      /** @type {(chunk: Uint8Array) => void} */ take,
    ) => {
      let taken = 0;
      for await (const chunk of bytesOf(source, (bytes) => (taken = bytes))) {
        stopIf(signal);
        this.#try(() => take(chunk));
        onProgress({ title, fraction: from + taken / (2 * size) });
      }
    };
    /** @type {Uint8Array<ArrayBuffer>[]} */
    const parts = [];
    try {
      await read("Reading", 0, (chunk) => redaction.plan(chunk));
      this.#try(() => redaction.planned());
      await read("Writing", 0.5, (chunk) =>
        parts.push(/** @type {Uint8Array<ArrayBuffer>} */ (redaction.rewrite(chunk))),
      );
      return { summary: this.#try(() => redaction.finish()), file: new Blob(parts, { type: "application/json" }) };
    } finally {
      if (!this.#dead) redaction.free();
    }
  }

  /** Forgets a file. @param {number} file */
  close(file) {
    this.#try(() => this.#session.close(file));
  }

  /** The names of all questions. */
  static questions = /** @type {Question[]} */ (
    Object.getOwnPropertyNames(Session.prototype).filter((name) => !OTHERS.has(name) && !name.startsWith("__"))
  );

  /**
   * Calls into the module; after a trap nothing calls into it any more.
   * @template T
   * @param {() => T} call
   * @returns {T}
   */
  #try(call) {
    if (this.#dead) throw new InspectError(problem("session.lost"));
    try {
      return call();
    } catch (error) {
      const found = problemOf(error);
      this.#dead = isFatal(found);
      throw new InspectError(found);
    }
  }
}

/** Where the module is; its bytes in Node, which does not fetch files. @returns {Promise<URL | BufferSource>} */
async function beside() {
  const address = new URL("../wasm/inspect_bg.wasm", import.meta.url);
  if (address.protocol !== "file:") return address;
  const files = "node:fs/promises";
  return (await import(files)).readFile(address);
}

/** @param {AbortSignal | undefined} signal */
function stopIf(signal) {
  if (signal?.aborted) throw new InspectError(problem("run.cancelled"));
}

/** Lets messages and other work in. @returns {Promise<void>} */
function turn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
