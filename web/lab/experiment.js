import * as lab from "../wasm/lab.js";
import { Budget } from "./budget.js";
import { collect, watchCollections } from "./collect.js";
import { LabError, noticeOf } from "./errors.js";
import { Instance } from "./instance.js";
import { Status } from "./status.js";
import { turn } from "./turn.js";
import { checkCount, checkRate, checkVariant } from "./arguments.js";

/** @import { EventType, LabEvent } from "../scope/protocol.js" */

/** How long one slice of making units may take, in milliseconds: the page stays responsive between slices. */
const SLICE = 8;

/** Collections closer together than this, in milliseconds, are one on the chart. */
const BURST = 500;

/**
 * Runs the scenarios. Tells of itself by events: `change` (detail: a slug, or null for all), `mark` (detail: what
 * happened, as a record) and `notice` (detail: something to tell the visitor).
 */
export class Experiment extends EventTarget {
  /** @type {Map<string, Status>} */
  #statuses = new Map();
  /** @type {Status[]} */
  #list;
  /** @type {Map<string, number>} the timer of each run */
  #timers = new Map();
  #instance;
  #budget;
  #collectedAt = -Infinity;
  #mostLinear = lab.mostLinearBytes();
  /** @type {Promise<boolean> | null} the collection under way: runs hold still, and meters are not read */
  #collecting = null;

  /** @param {Instance} instance */
  constructor(instance) {
    super();
    this.#instance = instance;
    this.scenarios = lab.catalogue();
    this.meters = lab.meterDefinitions();
    this.#list = this.scenarios.map((info, place) => new Status(place, info));
    for (const status of this.#list) this.#statuses.set(status.info.slug, status);
    this.#budget = new Budget(this);
    const memory = performance.memory;
    this.precision = lab.precision(
      memory?.usedJSHeapSize ?? NaN,
      memory?.totalJSHeapSize ?? NaN,
      memory?.jsHeapSizeLimit ?? NaN,
    );
    watchCollections(() => {
      this.#census();
      this.#markCollection();
    });
  }

  /** Loads the lab's module. */
  static async open() {
    return new Experiment(await Instance.open());
  }

  /** @param {string} slug */
  status(slug) {
    const status = this.#statuses.get(slug);
    if (!status) throw new LabError("lab.unknown-scenario", `There is no scenario “${slug}”.`);
    return status;
  }

  /** Every scenario's status, in the order of the catalogue. */
  statuses() {
    return this.#list;
  }

  /** The instance's linear memory. */
  get memory() {
    return this.#instance.memory;
  }

  /** Bytes of JavaScript heap that leaky units should hold. */
  kept() {
    let kept = 0;
    for (let place = 0; place < this.#list.length; place++) kept += this.#list[place].kept;
    return kept;
  }

  /**
   * Makes exactly `units` units, unless the budget ends it before.
   * @param {string} slug
   * @param {number} [units]
   * @param {string} [variant]
   * @returns {Promise<{ made: number, asked: number }>}
   */
  async step(slug, units = 1, variant = "leaky") {
    const status = this.status(slug);
    const fixed = checkVariant(status.info, variant);
    checkCount(units);
    this.#mark("step", { slug, variant: word(fixed), units });
    status.steps++;
    this.#changed(slug);
    let made = 0;
    try {
      while (made < units && !(await this.#mustStop())) {
        made += this.#slice(status, fixed, units - made);
        await turn();
      }
    } finally {
      status.steps--;
      this.#changed(slug);
    }
    return { made, asked: units };
  }

  /**
   * Starts a run; one that is on goes on at the new rate.
   * @param {string} slug
   * @param {{ variant?: string, period?: number, units?: number }} [options]
   */
  start(slug, { variant = "leaky", period, units = 1 } = {}) {
    const status = this.status(slug);
    const fixed = checkVariant(status.info, variant);
    period ??= status.info.period;
    const once = status.info.period === 0;
    if (!once) checkRate(period, units);
    this.#endRun(status);
    status.running = { slug, fixed, period: once ? 0 : period, units };
    this.#mark("start", { slug, variant: word(fixed) });
    if (once) {
      this.#attempt(() => this.#slice(status, fixed, 1));
    } else {
      this.#timers.set(slug, this.#runTimer(status, status.running));
    }
    this.#changed(slug);
  }

  /** @param {string} slug */
  stop(slug) {
    const status = this.status(slug);
    if (!status.running) return;
    this.#endRun(status);
    this.#mark("stop", { slug, made: status.made });
    this.#changed(slug);
  }

  /** Stops every run. */
  stopAll() {
    for (const slug of this.#statuses.keys()) this.stop(slug);
  }

  /**
   * Drops what one scenario keeps, or all of them, and collects.
   * @param {string} [slug]
   */
  async letGo(slug) {
    const statuses = slug === undefined ? this.#list : [this.status(slug)];
    this.#attempt(() => {
      for (const status of statuses) {
        this.#instance.guard(() => lab.letGo(status.place));
        status.kept = 0;
      }
    });
    this.#mark("let-go", slug === undefined ? {} : { slug });
    return this.collect();
  }

  /** Asks the browser for a full collection, and says whether it happened. */
  async collect() {
    const begun = performance.now();
    this.#collecting ??= collect().finally(() => (this.#collecting = null));
    const collected = await this.#collecting;
    this.#census();
    let made = 0;
    let alive = 0;
    for (const status of this.#list) {
      made += status.made;
      alive += status.alive;
    }
    return { collected, milliseconds: Math.round(performance.now() - begun), made, alive };
  }

  /** Whether a collection is under way: its buffers are in the meters. */
  get collecting() {
    return this.#collecting !== null;
  }

  /** Stops and drops everything, and makes a new wasm instance. */
  async reset() {
    this.stopAll();
    for (const status of this.#list) {
      this.#attempt(() => this.#instance.guard(() => lab.letGo(status.place)));
      status.clear();
    }
    this.#instance.renew();
    lab.forgetWitnesses();
    this.#mark("reset");
    this.#changed(null);
    return this.collect();
  }

  /** In megabytes over the baseline. */
  get budget() {
    return this.#budget.megabytes;
  }

  /** @param {number} megabytes */
  setBudget(megabytes) {
    this.#budget.set(megabytes);
    this.#changed(null);
  }

  /** Bytes over the baseline, over all meters. */
  growth() {
    return this.#budget.growth();
  }

  /** A new toy heap. */
  toy() {
    return new lab.Toy();
  }

  /** The options sheet. */
  options() {
    return lab.optionsSheet();
  }

  /** @param {import('../wasm/lab.js').State} state */
  toCommand(state) {
    return lab.toCommand(state);
  }

  /** @param {string} text */
  fromCommand(text) {
    return lab.fromCommand(text);
  }

  /**
   * Makes up to `most` units in one slice of time.
   * @param {Status} status @param {boolean} fixed @param {number} most
   */
  #slice(status, fixed, most) {
    const end = performance.now() + SLICE;
    let made = 0;
    try {
      do {
        this.#instance.guard(() => lab.make(status.place, fixed, 1));
        made++;
      } while (made < most && performance.now() < end && this.memory.buffer.byteLength < this.#mostLinear);
    } catch (error) {
      this.#afterTrap(error);
      throw error;
    } finally {
      status.counted(made, fixed);
    }
    return made;
  }

  /** @param {Status} status @param {import('../wasm/lab.js').Run} run */
  #runTimer(status, { fixed, period, units }) {
    const begun = performance.now();
    let made = 0;
    return window.setInterval(() => {
      if (this.#collecting) return;
      const due = lab.unitsDue(performance.now() - begun, period, units, made);
      if (due > 0) this.#attempt(() => (made += this.#slice(status, fixed, due)));
      if (this.#budget.stop()) void this.#mustStop();
    }, period);
  }

  /** @param {Status} status */
  #endRun(status) {
    clearInterval(this.#timers.get(status.info.slug));
    this.#timers.delete(status.info.slug);
    status.running = null;
  }

  /**
   * Whether the budget ends all runs. Garbage does not count: growth is judged after a collection.
   */
  async #mustStop() {
    await this.#collecting;
    if (!this.#budget.stop()) return false;
    await this.collect();
    const stop = this.#budget.stop();
    if (!stop) return false;
    this.#mark("budget", { reason: stop.code });
    this.stopAll();
    this.#tell(stop);
    return true;
  }

  /** @param {unknown} error */
  #afterTrap(error) {
    for (const status of this.#list) this.#endRun(status);
    this.#instance.renew();
    this.#census();
    this.#mark("trap", { reason: noticeOf(error).code });
    this.#changed(null);
  }

  /** @param {() => void} task */
  #attempt(task) {
    try {
      task();
    } catch (error) {
      this.#tell(error);
    }
  }

  /** Collections come in bursts: one mark will do for each. */
  #markCollection() {
    const now = performance.now();
    if (now - this.#collectedAt > BURST) this.#mark("collection");
    this.#collectedAt = now;
  }

  #census() {
    for (const status of this.#list) {
      if (status.made > 0) status.found(lab.census(status.place));
    }
    this.#changed(null);
  }

  /** @param {string | null} slug */
  #changed(slug) {
    this.dispatchEvent(new CustomEvent("change", { detail: slug }));
  }

  /** @param {EventType} type @param {Omit<LabEvent, "time" | "type">} [fields] */
  #mark(type, fields) {
    this.dispatchEvent(new CustomEvent("mark", { detail: { time: performance.now(), type, ...fields } }));
  }

  /** @param {unknown} error */
  #tell(error) {
    this.dispatchEvent(new CustomEvent("notice", { detail: noticeOf(error) }));
  }
}

/** @param {boolean} fixed @returns {"fixed" | "leaky"} */
function word(fixed) {
  return fixed ? "fixed" : "leaky";
}
