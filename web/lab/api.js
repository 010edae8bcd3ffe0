import { LabError } from "./errors.js";

/** @typedef {{ experiment: import('./experiment.js').Experiment, sampler: import('./sampler.js').Sampler }} Opened */

/**
 * The page global `lab`: the documented way to drive the page from the console or from automation, and the object that
 * scenarios hang their lists on; it is a class so that Retainers reads “leakClasses in Lab”. Bad arguments throw an
 * Error with a `code` and `advice`.
 */
export class Lab {
  /** @type {Opened | null} */
  #opened = null;

  /** @param {Promise<Opened>} opening */
  constructor(opening) {
    /** Resolves when scenarios can be run. */
    this.ready = opening.then((opened) => {
      this.#opened = opened;
    });
    this.ready.catch(() => {});
  }

  /** Every scenario with its words, code, claims and present state. */
  scenarios() {
    return this.#open.experiment.scenarios.map((info) => {
      const { running, made, alive } = this.#open.experiment.status(info.slug);
      return { ...info, running, made, alive };
    });
  }

  /**
   * Makes exactly `units` units.
   * @param {string} slug @param {number} [units] @param {string} [variant] "leaky" or "fixed"
   */
  async step(slug, units, variant) {
    return this.#open.experiment.step(slug, units, variant);
  }

  /**
   * Starts a run.
   * @param {string} slug @param {{ variant?: string, period?: number, units?: number }} [options]
   */
  start(slug, options) {
    this.#open.experiment.start(slug, options);
  }

  /** Stops a run, or all. @param {string} [slug] */
  stop(slug) {
    if (slug === undefined) this.#open.experiment.stopAll();
    else this.#open.experiment.stop(slug);
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
    const sampled = experiment.meters.slice(0, sampler.row.length - 1);
    return {
      ...Object.fromEntries(sampled.map(({ id }, place) => [id, present(sampler.row[place + 1])])),
      jsLimit: present(sampler.limit),
      userAgent: sampler.userAgent?.bytes ?? null,
      footprint: present(sampler.footprint),
      precision: experiment.precision,
    };
  }

  /** What each meter is: its source, what it sees, what it is blind to, its noise. */
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
