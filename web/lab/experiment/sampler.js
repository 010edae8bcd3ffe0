import * as lab from "../../wasm/lab.js";
import { COLUMN } from "../../generated/lab.js";
import { LabError } from "./errors.js";
import { turn } from "./turn.js";

const {
  jsUsed: JS_USED,
  jsTotal: JS_TOTAL,
  linear: LINEAR,
  live: LIVE,
  peak: PEAK,
  blocks: BLOCKS,
  externrefs: EXTERNREFS,
  nodes: NODES,
  made: MADE,
  alive: ALIVE,
} = COLUMN;

/** What is dropped to hasten a measurement: of larger pieces the last would be in its result. */
const PIECE_BYTES = 1 << 20;

/** Turns after which it is only waited for: the browser also waits for the heaps of workers, which nothing presses. */
const MOST_TURNS = 30;

/** How often printed numbers are renewed, in milliseconds: a little less than a second, as ticks are never quite on time. */
const SECOND = 950;

/** The mean pause between background measurements, in milliseconds, as the API's explainer advises. */
const BACKGROUND_MEAN = 5 * 60_000;

/**
 * Reads the meters into one row, and tells by `tick`, and once a second by `second`. Makes nothing while it does: the heap it reads is the one on show.
 * Further events: `useragent`, and `point` (detail: id, value) for what is measured now and then.
 */
export class Sampler extends EventTarget {
  /** `[time, ...meters]` in the order of the definitions; `NaN` is absent. */
  row = new Float64Array(1 + Object.keys(COLUMN).length).fill(NaN);
  /** The process footprint that was typed in, in bytes. */
  footprint = NaN;
  /** @type {{ bytes: number, types: Map<string, number>, time: number } | null} */
  userAgent = null;
  /** @type {Promise<NonNullable<Sampler["userAgent"]>> | null} */
  #measuring = null;
  #timer = 0;
  #madeWhenMeasured = 0;
  #tick = new Event("tick");
  #second = new Event("second");
  #next = 0;
  #elements = document.getElementsByTagName("*");

  /** @param {import('./experiment.js').Experiment} experiment */
  constructor(experiment) {
    super();
    this.experiment = experiment;
    this.limit = performance.memory?.jsHeapSizeLimit ?? NaN;
    this.#scheduleBackground();
  }

  /** Samples every so many milliseconds, but not while the page is hidden. @param {number} every */
  run(every) {
    clearInterval(this.#timer);
    if (!document.hidden) this.#timer = window.setInterval(() => this.sample(), every);
  }

  /** Reads every meter once and tells, but not while the buffers of a collection are in them. */
  sample() {
    if (this.experiment.collecting) return;
    const now = this.read();
    if (Number.isNaN(now)) return;
    this.dispatchEvent(this.#tick);
    // Compared with a whole number: a difference, or a fraction read from a field, would be one more object at each tick.
    if (now > this.#next) {
      this.#next = Math.round(now + SECOND);
      this.dispatchEvent(this.#second);
    }
  }

  /** Reads every meter into the row and tells nobody: a look at the meters is no sample. @returns when, or NaN where that failed */
  read() {
    const now = performance.now();
    if (this.experiment.collecting) return now;
    const row = this.row;
    const memory = performance.memory;
    row[0] = now;
    if (memory) {
      row[JS_USED] = memory.usedJSHeapSize;
      row[JS_TOTAL] = memory.totalJSHeapSize;
    }
    row[LINEAR] = this.experiment.memory.buffer.byteLength;
    row[NODES] = this.#elements.length;
    this.#countUnits(row);
    try {
      readLab(row);
    } catch (error) {
      this.experiment.unreadable(error);
      return NaN;
    }
    return now;
  }

  /** By index and in whole numbers: an iterator, or a sum in the row, would make objects at every sample. @param {Float64Array} row */
  #countUnits(row) {
    const statuses = this.experiment.statuses();
    let made = 0;
    let alive = 0;
    for (let place = 0; place < statuses.length; place++) {
      made += statuses[place].made;
      alive += statuses[place].alive;
    }
    row[MADE] = made;
    row[ALIVE] = alive;
  }

  /** @param {number} megabytes as the task manager prints them */
  setFootprint(megabytes) {
    if (!Number.isFinite(megabytes) || megabytes <= 0 || megabytes > 1e6) {
      throw new LabError("lab.bad-footprint", `“${megabytes}” is no footprint.`);
    }
    this.footprint = megabytes * 1e6;
    this.#point("footprint", this.footprint);
  }

  /** Measures the page by type, now: the browser answers at a collection, so it is pressed to have one. */
  async measureUserAgent() {
    const pending = this.#measure();
    let open = true;
    pending.finally(() => (open = false)).catch(() => {});
    for (let turns = 0; open && turns < MOST_TURNS; turns++) {
      for (let piece = 0; piece < 8; piece++) new ArrayBuffer(PIECE_BYTES);
      await turn();
    }
    return pending;
  }

  /** One measurement at a time: who asks meanwhile is given the same. */
  #measure() {
    this.#measuring ??= this.#measureOnce().finally(() => {
      this.#measuring = null;
    });
    return this.#measuring;
  }

  async #measureOnce() {
    if (!performance.measureUserAgentSpecificMemory) {
      const code = crossOriginIsolated ? "meter.absent" : "meter.not-isolated";
      throw new LabError(code, "This page cannot be measured by type here.");
    }
    try {
      const { bytes, breakdown } = await performance.measureUserAgentSpecificMemory();
      const types = new Map();
      for (const entry of breakdown) {
        const type = entry.types.join(" + ") || "other";
        if (entry.bytes > 0) types.set(type, (types.get(type) ?? 0) + entry.bytes);
      }
      this.userAgent = { bytes, types, time: performance.now() };
    } catch (error) {
      throw new LabError("meter.failed", `The browser did not measure: ${error}.`);
    }
    this.#madeWhenMeasured = this.row[MADE];
    this.#point("userAgent", this.userAgent.bytes);
    this.dispatchEvent(new Event("useragent"));
    return this.userAgent;
  }

  /** By a Poisson clock, and only when units were made since the last time: an idle page is left alone. */
  #scheduleBackground() {
    if (!performance.measureUserAgentSpecificMemory) return;
    window.setTimeout(
      async () => {
        const busy = this.#measuring || document.hidden || this.row[MADE] === this.#madeWhenMeasured;
        if (!busy) await this.#measure().catch(() => {});
        this.#scheduleBackground();
      },
      -Math.log(1 - Math.random()) * BACKGROUND_MEAN,
    );
  }

  /** @param {string} id @param {number} value */
  #point(id, value) {
    this.dispatchEvent(new CustomEvent("point", { detail: { id, time: performance.now(), value } }));
  }
}

/** What the lab's own heap tells. @param {Float64Array} row */
function readLab(row) {
  row[LIVE] = lab.liveBytes();
  row[PEAK] = lab.peakBytes();
  row[BLOCKS] = lab.liveBlocks();
  row[EXTERNREFS] = lab.externrefSlots();
}
