import { InspectError, problem } from "./problem.js";

/** @import { Asked, Opened, OpenOptions, Question, Questions } from './protocol.js' */
/** @import { Overview, Problem } from '../wasm/inspect.js' */
/** @import { InspectClient } from './client.js' */
/** @import { Connection } from './connection.js' */

/**
 * A file that is open in the worker. It stays the same object when it is reopened, but its number changes.
 */
export class OpenFile {
  #client;
  /** @type {Connection | null} */
  #connection = null;
  /** The number by which other files' questions name it. */
  file = 0;
  /** @type {Overview} */
  overview;

  /**
   * @param {InspectClient} client
   * @param {Blob | null} source what it can be opened from again
   * @param {{name: string, partial: boolean}} how
   * @param {Opened} opened
   * @param {Connection} connection
   */
  constructor(client, source, how, opened, connection) {
    this.#client = client;
    this.source = source;
    this.how = how;
    this.overview = opened.overview;
    this.rebind(opened, connection);
  }

  /** For the client: where it is open now. @param {Opened} opened @param {Connection | null} connection */
  rebind({ file, overview }, connection) {
    this.file = file;
    this.overview = overview;
    this.#connection = connection;
  }

  /** Why it cannot be asked; null while it can. @type {Problem | null} */
  get lost() {
    return this.#connection ? this.#connection.reason : problem("session.lost");
  }

  /** Whether `reopen` needs nobody's help. */
  get canReopen() {
    return this.source !== null;
  }

  /**
   * @template {Question} Q
   * @param {Q} question
   * @param {Asked<Q>} asked a request, if the question takes one, and `{signal}`, which rejects at once with `run.cancelled`
   * @returns {Promise<Questions[Q]['answer']>}
   */
  ask(question, ...asked) {
    return this.#client.ask(this, question, ...asked);
  }

  /** Opens it again after it was lost. @param {OpenOptions} [options] */
  reopen(options) {
    return this.#client.reopen(this, options);
  }

  close() {
    return this.#client.close(this);
  }

  /** For the client. */
  get connection() {
    if (!this.#connection || this.#connection.reason) throw new InspectError(problem("session.lost"));
    return this.#connection;
  }
}
