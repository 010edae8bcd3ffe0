import { collect, STALE, watchCollections } from "./collect.js";
import { explain, isTrap } from "./failure.js";

/** @import { Modules } from './modules.js' */
/** @import { Status } from './status.js' */

/** Collections closer together than this, in milliseconds, are one event. */
const BURST = 500;

/** Asks for collections, sees those that others cause, and counts the living after each. */
export class Collector {
  #collectedAt = -Infinity;
  /** @type {Promise<boolean> | null} the collection under way: runs hold still, and meters are not read */
  #collecting = null;
  /** Whether one was seen while another is under way: it is told of afterwards, without the buffers. */
  #seenMeanwhile = false;

  /**
   * @param {Modules} modules
   * @param {Status[]} statuses
   * @param {(isNew: boolean) => void} seen after each census; whether it is not of the burst before
   * @param {(status: Status, error: import('./errors.js').LabError) => void} ontrap an instance died of being asked
   */
  constructor(modules, statuses, seen, ontrap) {
    this.modules = modules;
    this.statuses = statuses;
    this.seen = seen;
    this.ontrap = ontrap;
    watchCollections(() => window.setTimeout(() => this.#happened(), STALE));
  }

  /** Whether a collection is under way: its buffers are in the meters. */
  get busy() {
    return this.#collecting !== null;
  }

  /** The collection under way, if there is one. */
  async settled() {
    await this.#collecting;
  }

  /** Asks the browser for a full collection: whether it happened. */
  async collect() {
    this.#collecting ??= collect().finally(() => {
      this.#collecting = null;
    });
    const collected = await this.#collecting;
    if (collected || this.#seenMeanwhile) this.#after();
    else this.census();
    return collected;
  }

  #happened() {
    if (this.busy) this.#seenMeanwhile = true;
    else this.#after();
  }

  /** Looks at every unit. */
  census() {
    for (const status of this.statuses) {
      if (status.made === 0) continue;
      status.found(status.witnesses.census(), this.#inRust(status));
    }
  }

  /** What counts itself. Of an instance that dies of being asked nothing is left. @param {Status} status */
  #inRust(status) {
    const { info } = status;
    if (info.witness === "object" || info.witness === "unseen") return 0;
    try {
      return this.modules.loaded(info)?.alive(info.place) ?? 0;
    } catch (error) {
      if (!isTrap(error)) throw error;
      this.ontrap(status, explain(error, info));
      return 0;
    }
  }

  #after() {
    this.#seenMeanwhile = false;
    this.census();
    const now = performance.now();
    this.seen(now - this.#collectedAt > BURST);
    this.#collectedAt = now;
  }
}
