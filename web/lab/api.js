import { LabError } from "./errors.js";

/** @typedef {import('./experiment.js').Experiment} Experiment */
/** @typedef {import('./sampler.js').Sampler} Sampler */

/**
 * The page global `lab`: the documented way to drive the page from the console or from automation, and the object that
 * scenarios hang their lists on. Bad arguments throw an Error with a `code` and `advice`.
 * @param {Promise<{ experiment: Experiment, sampler: Sampler }>} opening
 */
export function openApi(opening) {
  /** @type {{ experiment: Experiment, sampler: Sampler } | null} */
  let page = null;
  const open = () => {
    if (!page) throw new LabError("wasm.unavailable", "The lab is not ready: await lab.ready first.");
    return page;
  };
  const lab = {
    /** Resolves when scenarios can be run. */
    ready: opening.then((opened) => {
      page = opened;
    }),
    /** Every scenario with its words, code, claims and present state. */
    scenarios: () => open().experiment.scenarios.map((info) => {
      const { running, made, alive } = open().experiment.status(info.slug);
      return { ...info, running, made, alive };
    }),
    /**
     * Makes exactly `units` units.
     * @param {string} slug @param {number} [units] @param {string} [variant] "leaky" or "fixed"
     */
    step: async (slug, units, variant) => open().experiment.step(slug, units, variant),
    /**
     * Starts a run.
     * @param {string} slug @param {{ variant?: string, period?: number, units?: number }} [options]
     */
    start: (slug, options) => open().experiment.start(slug, options),
    /** Stops a run, or all. @param {string} [slug] */
    stop: (slug) => (slug === undefined ? open().experiment.stopAll() : open().experiment.stop(slug)),
    /** Drops what a scenario keeps, or all do, and collects. @param {string} [slug] */
    letGo: async (slug) => open().experiment.letGo(slug),
    /** Asks for a full collection: whether it happened, and how many units are alive. */
    collect: async () => open().experiment.collect(),
    /** Drops everything and makes a new wasm instance. */
    reset: async () => open().experiment.reset(),
    /** Reads every meter now: bytes and counts, null where a meter is absent. */
    meters: () => readMeters(open()),
    /** What each meter is: source, what it sees, what it is blind to, its noise. */
    definitions: () => open().experiment.meters,
    /** Measures the page by type. */
    measure: async () => open().sampler.measureUserAgent(),
    /** Sets the budget. @param {number} megabytes */
    budget: (megabytes) => open().experiment.setBudget(megabytes),
  };
  lab.ready.catch(() => {});
  Reflect.set(globalThis, "lab", lab);
  return lab;
}

/** @param {{ experiment: Experiment, sampler: Sampler }} page */
function readMeters({ experiment, sampler }) {
  sampler.sample();
  /** @type {Record<string, number | string | null>} */
  const readings = { precision: experiment.precision };
  const present = (/** @type {number} */ value) => (Number.isNaN(value) ? null : value);
  experiment.meters.forEach(({ id }, place) => {
    if (place + 1 < sampler.row.length) readings[id] = present(sampler.row[place + 1]);
  });
  readings.jsLimit = present(sampler.limit);
  readings.userAgent = sampler.userAgent?.bytes ?? null;
  readings.footprint = present(sampler.footprint);
  return readings;
}
