import { badRequest, Session } from "../wasm/inspect.js";
import { Instance } from "./instance.js";
import { InspectError, problem } from "./problem.js";
import { redacted } from "./redacted.js";
import { bytesOf, lengthOf, sizeOf, stopIf } from "./source.js";

/** @import { Opened, Progress, Question, Questions, Redacted, Source } from './protocol.js' */
/** @import { RedactRequest } from '../wasm/inspect.js' */

/** The reading's usual share of the time of opening a file. */
const READING = 0.45;

/** So often is said how far the reading is: browsers give pieces of any size. */
const TOLD = 100;

/** Milliseconds after a question in which the next one of the same view comes, if there is one. */
const QUIET = 150;

/** Everything that is no question. */
const OTHERS = new Set(["constructor", "begin", "feed", "end", "step", "prepare", "progress", "close", "free"]);

/**
 * Heap files, opened and asked in the thread it is made in: a worker's, or Node's. It needs no page.
 *
 * ```js
 * const inspector = await Inspector.load();
 * const { file } = await inspector.open(blob, { name: blob.name });
 * const top = inspector.ask("summary", file, { by: "retained", descending: true, from: 0, to: 20 });
 * ```
 */
export class Inspector {
  #instance;
  #session;
  /** How many were asked. */
  #questions = 0;
  /** Files on their way. @type {Set<Promise<Opened>>} */
  #opening = new Set();

  /** @param {Instance} instance */
  constructor(instance) {
    this.#instance = instance;
    this.#session = instance.call(() => new Session());
  }

  /**
   * After a trap it gives one that works, and all that was open in the one before is lost.
   *
   * @param {BufferSource | URL | WebAssembly.Module} [module] where the module comes from; beside this file by default
   */
  static async load(module) {
    return new Inspector(await Instance.load(module));
  }

  /** Resolves with the reason when the module traps; from then on every question is refused with `session.lost`. */
  get ended() {
    return this.#instance.ended;
  }

  /**
   * Opens a file and calculates all figures. Nothing else is hindered for longer than a slice of the work.
   *
   * @param {Source} source
   * @param {{name?: string, size?: number, number?: number, partial?: boolean, signal?: AbortSignal, onProgress?: (progress: Progress) => void}} [options]
   *   `size` in bytes of a source that does not know its own, for the progress; `number` to ask it by, if not the next one that
   *   is free; `partial` takes a snapshot without its end, too
   * @returns {Promise<Opened>}
   */
  async open(source, options = {}) {
    const opening = this.#open(source, options);
    this.#opening.add(opening);
    try {
      const opened = await opening;
      this.#prepare(opened.file);
      return opened;
    } finally {
      this.#opening.delete(opening);
    }
  }

  /** @param {Source} source @param {NonNullable<Parameters<Inspector["open"]>[1]>} options @returns {Promise<Opened>} */
  async #open(source, { name = "", size, number, partial = false, signal, onProgress = () => {} }) {
    const session = this.#session;
    const known = await sizeOf(source);
    const file = this.#call(() => session.begin(name, known, number));
    try {
      await this.#read(file, source, size ?? lengthOf(source), signal, onProgress);
      this.#call(() => session.end(file, partial));
      for (;;) {
        const { title, calculated, done } = this.#call(() => session.step(file));
        onProgress({ title, fraction: READING + (1 - READING) * calculated });
        if (done) break;
        await turn();
        stopIf(signal);
      }
      return { file, overview: this.#call(() => session.overview(file)) };
    } catch (error) {
      this.#instance.attempt(() => session.close(file));
      throw error;
    }
  }

  /**
   * Step by step while nobody asks and no other file is on its way, so that the first question is not slower than the next, and
   * none waits long.
   *
   * @param {number} file
   */
  async #prepare(file) {
    let heard = -1;
    for (let done = false; !done; ) {
      await turn();
      while (this.#opening.size > 0 || heard !== this.#questions) {
        await Promise.allSettled(this.#opening);
        heard = this.#questions;
        await new Promise((resolve) => setTimeout(resolve, QUIET));
      }
      done = true;
      this.#instance.attempt(() => {
        done = this.#session.prepare(file);
      });
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
    let told = Number.NEGATIVE_INFINITY;
    for await (const chunk of bytesOf(source, (bytes) => (taken = bytes), signal)) {
      stopIf(signal);
      this.#call(() => this.#session.feed(file, chunk));
      if (taken - told < (size ?? 0) / TOLD) continue;
      told = taken;
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
    this.#questions++;
    const session = /** @type {Record<string, (file: number, ...request: unknown[]) => any>} */ (
      /** @type {unknown} */ (this.#session)
    );
    return this.#call(() => {
      // Lists would be read as entries of an object.
      if (typeof file !== "number" || request.some((part) => Symbol.iterator in Object(part))) {
        throw badRequest("it takes a file's number and a plain object");
      }
      try {
        return session[question](file, ...request);
      } catch (error) {
        // What JavaScript itself could not turn into the wanted type.
        throw error instanceof TypeError ? badRequest(error.message) : error;
      }
    });
  }

  /**
   * The same snapshot without what may be data: graph, sizes and ids stay, and of the program's names those that read like words
   * and that several things have, unless `builtinOnly`. The summary lists them.
   *
   * @param {Blob | Uint8Array | ArrayBuffer} source read twice
   * @param {RedactRequest & {signal?: AbortSignal, onProgress?: (progress: Progress) => void}} [options]
   * @returns {Promise<Redacted>}
   */
  redact(source, options) {
    return redacted(this.#instance, source, options);
  }

  /** Forgets a file. @param {number} file */
  close(file) {
    this.#call(() => this.#session.close(file));
  }

  /** The names of all questions. */
  static questions = /** @type {Question[]} */ (
    Object.getOwnPropertyNames(Session.prototype).filter((name) => !OTHERS.has(name) && !name.startsWith("__"))
  );

  /** @template T @param {() => T} call @returns {T} */
  #call(call) {
    return this.#instance.call(call);
  }
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
