import { COLUMN } from "../../generated/lab.js";
import { count } from "../../ui/figure.js";

/** How often figures are logged, in milliseconds: as often as the original demo. */
const PERIOD = 2_000;

/** Logs the figures, under the names `process.memoryUsage()` has for them, and then this page's own. */
export class Log {
  #timer = 0;

  /**
   * @param {import('../experiment/sampler.js').Sampler} sampler
   * @param {import('../experiment/experiment.js').Experiment} experiment
   * @param {(line: string) => void} print
   */
  constructor(sampler, experiment, print) {
    this.sampler = sampler;
    this.experiment = experiment;
    this.print = print;
  }

  /** @param {boolean} on */
  set(on) {
    if (on === this.#timer > 0) return;
    clearInterval(this.#timer);
    this.#timer = on ? window.setInterval(() => this.#write(), PERIOD) : 0;
    if (on) this.#write();
  }

  /** A string, not an object: the console would keep the object alive. */
  #write() {
    const line = this.line();
    console.log(line);
    this.print(line);
  }

  /** One line of figures in bytes; what a page cannot read is absent. */
  line() {
    this.sampler.read();
    const { row } = this.sampler;
    const figures = {
      rss: this.sampler.footprint,
      heapTotal: row[COLUMN.jsTotal],
      heapUsed: row[COLUMN.jsUsed],
      external: NaN,
      arrayBuffers: this.#buffers(),
      wasmLinear: row[COLUMN.linear],
      wasmLive: row[COLUMN.live],
      wasmPeak: row[COLUMN.peak],
      wasmBlocks: row[COLUMN.blocks],
      externrefs: row[COLUMN.externrefs],
      domElements: row[COLUMN.nodes],
      unitsMade: row[COLUMN.made],
      unitsAlive: row[COLUMN.alive],
    };
    const words = Object.entries(figures).map(
      ([name, value]) => `${name}: ${Number.isNaN(value) ? "absent" : count(value)}`,
    );
    return `${(row[0] / 1000).toFixed(1)} s  ${words.join("  ")}`;
  }

  /** What scenarios of buffers keep, by their own arithmetic: a page cannot read it. */
  #buffers() {
    const buffers = this.experiment.statuses().filter(({ info }) => info.theme === "buffer");
    return buffers.reduce((bytes, { kept, info }) => bytes + kept * info.cost[0], 0);
  }
}
