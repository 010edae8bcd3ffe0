import { mostLinearBytes } from "../../wasm/lab.js";
import { METERS } from "../../generated/lab.js";
import { checkCount, checkRun, checkVariant } from "./arguments.js";
import { Budget } from "./budget.js";
import { Catalogue } from "./catalogue.js";
import { Collector } from "./collector.js";
import { noticeOf } from "../../ui/notice.js";
import { LabError } from "./errors.js";
import { explain, isTrap } from "./failure.js";
import { Maker } from "./maker.js";
import { Modules } from "./modules.js";
import { checkNeeds } from "./needs.js";
import { precisionHere } from "./precision.js";
import { Ran } from "./ran.js";
import { Releaser } from "./releaser.js";
import { Runs } from "./runs.js";
import { Status } from "./status.js";
import { turn } from "./turn.js";

/** @import { Line } from "../../generated/catalogue.js" */
/** @import { LabEvent } from "../../scope/protocol.js" */

/**
 * Runs the scenarios. Tells of itself by events: `change` (detail: a slug, or null for all), `event` (detail: a
 * record), `collected`, and `notice` (detail: something to tell the visitor).
 */
export class Experiment extends EventTarget {
  /** @type {Map<string, Status>} */
  #statuses = new Map();
  /** @type {Status[]} */
  #list;
  #modules;
  #budget;
  #collector;
  #maker;
  #runs;
  #releaser;
  /** @type {Promise<boolean> | null} */
  #judging = null;
  #renewing = false;

  /** @param {Modules} modules @param {Catalogue} catalogue */
  constructor(modules, catalogue) {
    super();
    this.#modules = modules;
    this.catalogue = catalogue;
    this.scenarios = catalogue.scenarios;
    this.meters = METERS;
    const ran = new Ran();
    this.#list = this.scenarios.map((line) => new Status(line, ran));
    for (const status of this.#list) this.#statuses.set(status.info.slug, status);
    this.precision = precisionHere();
    this.#budget = new Budget(modules, this.#list);
    this.#collector = new Collector(
      modules,
      this.#list,
      (isNew) => this.#collected(isNew),
      (status, error) => {
        this.#trapped(status.info, error);
        this.#notice(error);
      },
    );
    const most = mostLinearBytes();
    this.#maker = new Maker(modules, () => this.memory.buffer.byteLength < most);
    this.#maker.ontrap = (status, error) => this.#trapped(status.info, error);
    this.#maker.onbatch = () => this.dispatchEvent(new Event("batch"));
    this.#runs = new Runs(
      this.#maker,
      () => this.collecting,
      () => {
        if (this.#budget.stop()) void this.#mustStop();
      },
      (status, error) => this.#failed(status, error),
    );
    this.#releaser = new Releaser(modules, (status, error) => this.#trapped(status.info, error));
  }

  /** Loads the lab's module and the catalogue's index. */
  static async open() {
    const [modules, catalogue] = await Promise.all([Modules.open(), Catalogue.open()]);
    return new Experiment(modules, catalogue);
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

  /** The lab's linear memory. */
  get memory() {
    return this.#modules.memory;
  }

  /**
   * Makes exactly `units` units, unless it is stopped before: by stop, let go, reset, or the budget.
   * @param {string} slug
   * @param {number} [units]
   * @param {string} [variant]
   * @returns {Promise<{ made: number, asked: number }>}
   */
  async step(slug, units = 1, variant = "leaky") {
    const status = this.status(slug);
    const fixed = checkVariant(status.info, variant);
    checkCount(units);
    checkNeeds(status.info);
    const making = this.#step(status, fixed, units, status.stopper.signal);
    status.making.add(making);
    try {
      return await making;
    } catch (error) {
      this.#tellFailure(status, error);
      throw error;
    } finally {
      status.making.delete(making);
      status.steps--;
      this.#changed(slug);
    }
  }

  /** @param {Status} status @param {boolean} fixed @param {number} units @param {AbortSignal} signal */
  async #step(status, fixed, units, signal) {
    const { slug } = status.info;
    const event = { slug, variant: variantOf(fixed), units };
    this.#tell("step", event);
    status.steps++;
    this.#changed(slug);
    let made = 0;
    while (made < units && !signal.aborted && !(await this.#mustStop())) {
      made += await this.#maker.slice(status, fixed, units - made, signal);
      await turn();
    }
    return { made, asked: units };
  }

  /**
   * Starts a run; one that is on goes on at the new rate.
   * @param {string} slug
   * @param {{ variant?: string, period?: number, units?: number }} [options]
   */
  start(slug, options = {}) {
    const status = this.status(slug);
    const run = checkRun(status.info, options);
    checkNeeds(status.info);
    this.#runs.end(status);
    this.#tell("start", { slug, variant: variantOf(run.fixed), units: run.units });
    this.#runs.start(status, run);
    this.#changed(slug);
  }

  /** Ends a run and whatever makes units of it; resolves when nothing does any more. @param {string} slug */
  async stop(slug) {
    const status = this.status(slug);
    if (status.running) {
      this.#runs.end(status);
      this.#tell("stop", { slug });
      this.#changed(slug);
    }
    await status.halt();
  }

  /** Stops everything. */
  async stopAll() {
    await Promise.all(this.#list.map((status) => this.stop(status.info.slug)));
  }

  /**
   * Drops what one scenario keeps, or all of them, and collects. Steps end; runs go on. What cannot be let go says so,
   * and does not keep the others from it.
   * @param {string} [slug]
   */
  async letGo(slug) {
    const statuses = slug === undefined ? this.#list : [this.status(slug)];
    await Promise.all(statuses.map((status) => status.halt()));
    this.#unhold();
    for (const status of statuses) {
      const error = await this.#releaser.letGo(status);
      if (error) this.#notice(error);
    }
    this.#tell("let-go", slug === undefined ? {} : { slug });
    return this.collect();
  }

  /**
   * Makes one unit and holds it until it is let go: what a row would look like.
   * @param {string} slug @param {string} [variant]
   */
  async hold(slug, variant = "leaky") {
    const status = this.status(slug);
    const fixed = checkVariant(status.info, variant);
    checkNeeds(status.info);
    return this.#releaser.hold(status, fixed);
  }

  #unhold() {
    const error = this.#releaser.unhold();
    if (error) this.#notice(error);
  }

  /** Asks the browser for a full collection, and says whether it happened. */
  async collect() {
    const begun = performance.now();
    const collected = await this.#collector.collect();
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
    return this.#collector.busy;
  }

  /** Stops and drops everything, and makes a new wasm instance. */
  async reset() {
    await this.stopAll();
    this.#unhold();
    for (const status of this.#list) {
      const error = await this.#releaser.letGo(status);
      if (error) this.#notice(error);
      status.clear();
    }
    this.#modules.renew("lab");
    this.#modules.renew("lab-web");
    this.#tell("reset", {});
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

  /** Bytes over the baseline, over all memories. */
  growth() {
    return this.#budget.growth();
  }

  /** Whether the budget ends everything. */
  async #mustStop() {
    await this.#collector.settled();
    if (!this.#budget.stop()) return false;
    this.#judging ??= this.#judge().finally(() => {
      this.#judging = null;
    });
    return this.#judging;
  }

  /** Garbage does not count: growth is judged after a collection, once for all that ask. */
  async #judge() {
    await this.collect();
    const stop = this.#budget.stop();
    if (!stop) return false;
    this.#tell("budget", { reason: stop.code });
    for (const status of this.#list) this.#runs.end(status);
    this.#changed(null);
    this.#notice(stop);
    return true;
  }

  /** The lab's own meters could not be read. @param {unknown} error */
  unreadable(error) {
    if (!isTrap(error)) throw error;
    const failure = explain(error, METERS_OF_LAB);
    this.#trapped(METERS_OF_LAB, failure);
    this.#notice(failure);
  }

  /**
   * An instance is dead: all that makes units ends, a new one is made, and what was recorded stays.
   * @param {Pick<Line, "module" | "slug">} of @param {LabError} error
   */
  #trapped({ module, slug }, error) {
    // The count of what is left asks the new instance: one that is dead as well is left to the next time.
    if (this.#renewing) return;
    this.#renewing = true;
    for (const status of this.#list) {
      this.#runs.end(status);
      status.abort();
    }
    this.#modules.renew(module);
    this.#collector.census();
    this.#renewing = false;
    this.#tell("trap", this.#statuses.has(slug) ? { slug, reason: error.code } : { reason: error.code });
    this.#changed(null);
  }

  /** A unit could not be made: its own run ends, with its own words. @param {Status} status @param {unknown} error */
  #failed(status, error) {
    this.#runs.end(status);
    this.#tellFailure(status, error);
    this.#changed(status.info.slug);
    this.#notice(error);
  }

  /** A trap has told of itself. @param {Status} status @param {unknown} error */
  #tellFailure(status, error) {
    const { code } = noticeOf(error);
    if (!code.startsWith("wasm.")) this.#tell("failure", { slug: status.info.slug, reason: code });
  }

  /** @param {boolean} isNew */
  #collected(isNew) {
    if (!this.collecting) this.#budget.collected();
    this.#changed(null);
    this.dispatchEvent(new Event("collected"));
    if (isNew) this.#tell("collection", {});
  }

  /** @param {string | null} slug */
  #changed(slug) {
    this.dispatchEvent(new CustomEvent("change", { detail: slug }));
  }

  /** @param {LabEvent["type"]} type @param {Omit<LabEvent, "time" | "type">} rest */
  #tell(type, rest) {
    this.dispatchEvent(new CustomEvent("event", { detail: { time: performance.now(), type, ...rest } }));
  }

  /** @param {unknown} error */
  #notice(error) {
    this.dispatchEvent(new CustomEvent("notice", { detail: noticeOf(error) }));
  }
}

/** Whose trap it is when a reading traps. @type {Pick<Line, "module" | "slug">} */
const METERS_OF_LAB = { module: "lab", slug: "meters" };

/** @param {boolean} fixed @returns {"leaky" | "fixed"} */
const variantOf = (fixed) => (fixed ? "fixed" : "leaky");
