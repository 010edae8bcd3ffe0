/** How often figures are logged, in milliseconds: as often as the original demo. */
const PERIOD = 2_000;

/** @import { Experiment } from "./lab/experiment.js" */
/** @import { Sampler } from "./lab/sampler.js" */

/** Logs the figures, under the names `process.memoryUsage()` has for them, and then this page's own. */
export class Log {
  #timer = 0;

  /**
   * @param {Sampler} sampler
   * @param {Experiment} experiment
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
    const [time, used, total, linear, live, peak, blocks, externrefs, nodes, made, alive] = this.sampler.row;
    const buffers = this.experiment.status("leak-buffers");
    const figures = {
      rss: this.sampler.footprint,
      heapTotal: total,
      heapUsed: used,
      external: NaN,
      arrayBuffers: Math.round(buffers.kept / buffers.info.unitBytes) * 100_000,
      wasmLinear: linear,
      wasmLive: live,
      wasmPeak: peak,
      wasmBlocks: blocks,
      externrefs,
      domElements: nodes,
      unitsMade: made,
      unitsAlive: alive,
    };
    const words = Object.entries(figures).map(
      ([name, value]) => `${name}: ${Number.isNaN(value) ? "absent" : value.toLocaleString("en")}`,
    );
    return `${(time / 1000).toFixed(1)} s  ${words.join("  ")}`;
  }
}
