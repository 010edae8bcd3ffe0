import { collect, watchCollections } from "./collect.js";

/** @import { Modules } from './modules.js' */
/** @import { Status } from './status.js' */

/** Collections closer together than this, in milliseconds, are one event. */
const BURST = 500;

/** Asks for collections, sees those that others cause, and counts the living after each. */
export class Collector {
  #collectedAt = -Infinity;
  /** @type {Promise<boolean> | null} the collection under way: runs hold still, and meters are not read */
  #collecting = null;

  /**
   * @param {Modules} modules
   * @param {Status[]} statuses
   * @param {(isNew: boolean) => void} seen after each census; whether it is not of the burst before
   */
  constructor(modules, statuses, seen) {
    this.modules = modules;
    this.statuses = statuses;
    this.seen = seen;
    watchCollections(() => this.#after());
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
    if (collected) this.#after();
    else this.census();
    return collected;
  }

  /** Looks at every unit. */
  census() {
    for (const status of this.statuses) {
      if (status.made === 0) continue;
      const rust =
        status.info.witness === "object" ? 0 : (this.modules.loaded(status.info)?.alive(status.info.place) ?? 0);
      status.found(status.witnesses.census(), rust);
    }
  }

  #after() {
    this.census();
    const now = performance.now();
    this.seen(now - this.#collectedAt > BURST);
    this.#collectedAt = now;
  }
}
