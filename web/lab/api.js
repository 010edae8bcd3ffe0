import { COLUMN } from "../generated/lab.js";
import { LabError } from "./experiment/errors.js";

/** @typedef {{ experiment: import('./experiment/experiment.js').Experiment, sampler: import('./experiment/sampler.js').Sampler }} Opened */

/**
 * The page global `lab`: the documented way to drive the page from the console or from automation, and the object that
 * scenarios hang their lists on; it is a class so that Retainers reads “leakClasses in Lab”. Bad arguments throw an
 * Error with a `code` and `advice`.
 */
export class Lab {
  /** @type {Opened | null} */
  #opened = null;
  /** What ran on this page: in a heap snapshot of it, it says what the snapshot is to show. */
  ran = "";

  /** @param {Promise<Opened>} opening */
  constructor(opening) {
    /** Resolves when scenarios can be run. */
    this.ready = opening.then((opened) => {
      this.#opened = opened;
    });
    this.ready.catch(() => {});
  }

  /** Every scenario as the catalogue's index has it, and its present state. */
  scenarios() {
    return this.#open.experiment.scenarios.map((line) => {
      const { running, made, alive, halves } = this.#open.experiment.status(line.slug);
      return { ...line, running, made, alive, halves };
    });
  }

  /** A scenario's words, claims and code. @param {string} slug */
  async card(slug) {
    return this.#open.experiment.catalogue.card(slug);
  }

  /**
   * Makes exactly `units` units. Those of a scenario that gives the browser no turn come with `during`: the meters in
   * that turn.
   * @param {string} slug @param {number} [units] @param {string} [variant] "leaky" or "fixed"
   */
  async step(slug, units, variant) {
    const { experiment } = this.#open;
    /** @type {ReturnType<Lab["meters"]> | undefined} */
    let during;
    const read = () => {
      during = this.meters();
    };
    experiment.addEventListener("batch", read);
    try {
      const outcome = await experiment.step(slug, units, variant);
      return during ? { ...outcome, during } : outcome;
    } finally {
      experiment.removeEventListener("batch", read);
    }
  }

  /**
   * Starts a run.
   * @param {string} slug @param {{ variant?: string, period?: number, units?: number }} [options]
   */
  start(slug, options) {
    this.#open.experiment.start(slug, options);
  }

  /** Stops a run, or all, and the steps under way; resolves when nothing makes units any more. @param {string} [slug] */
  stop(slug) {
    const { experiment } = this.#open;
    return slug === undefined ? experiment.stopAll() : experiment.stop(slug);
  }

  /** Makes one unit and holds it until it is let go: what a row would look like. @param {string} slug @param {string} [variant] */
  async hold(slug, variant) {
    return this.#open.experiment.hold(slug, variant);
  }

  /** Drops what a scenario keeps, or all do, and collects. @param {string} [slug] */
  async letGo(slug) {
    return this.#open.experiment.letGo(slug);
  }

  /** Asks for a full collection: whether it happened, and how many units are alive. */
  async collect() {
    return this.#open.experiment.collect();
  }

  /** Drops everything and makes a new wasm instance. */
  async reset() {
    return this.#open.experiment.reset();
  }

  /** Reads every meter now: bytes and counts, null where a meter is absent. */
  meters() {
    const { experiment, sampler } = this.#open;
    sampler.read();
    const present = (/** @type {number} */ value) => (Number.isNaN(value) ? null : value);
    return {
      ...Object.fromEntries(Object.entries(COLUMN).map(([id, place]) => [id, present(sampler.row[place])])),
      jsLimit: present(sampler.limit),
      userAgent: sampler.userAgent?.bytes ?? null,
      footprint: present(sampler.footprint),
      precision: experiment.precision,
    };
  }

  /** What each meter is: its source, what it sees, what it is blind to. */
  definitions() {
    return this.#open.experiment.meters;
  }

  /** Measures the page by type. */
  async measure() {
    return this.#open.sampler.measureUserAgent();
  }

  /** Sets the budget. @param {number} megabytes */
  budget(megabytes) {
    this.#open.experiment.setBudget(megabytes);
  }

  get #open() {
    if (!this.#opened) throw new LabError("lab.not-ready", "The lab is not ready.");
    return this.#opened;
  }
}
