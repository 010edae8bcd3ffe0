import * as lab from "../wasm/lab.js";
import { LabError } from "./errors.js";

/** What each reason to stop says. */
const REASONS = {
  "budget.reached": "The budget is used up: all runs are stopped.",
  "budget.heap-limit": "The JS heap is close to its limit: all runs are stopped.",
  "budget.wasm-maximum": "Linear memory is at its maximum: all runs are stopped.",
};

/** Growth over all meters since the page began; and what it may be. Nothing is made by asking for it. */
export class Budget {
  /** In megabytes. */
  megabytes = 512;
  #usedBefore = performance.memory?.usedJSHeapSize ?? NaN;
  #linearBefore;

  /** @param {import('./experiment.js').Experiment} experiment */
  constructor(experiment) {
    this.experiment = experiment;
    this.#linearBefore = experiment.memory.buffer.byteLength;
  }

  /** @param {number} megabytes */
  set(megabytes) {
    if (!Number.isInteger(megabytes) || megabytes < 1 || megabytes > 8192) {
      throw new LabError("budget.bad", `“${megabytes}” is no budget.`);
    }
    this.megabytes = megabytes;
  }

  /** Bytes over the baseline, over all meters. */
  growth() {
    const used = performance.memory?.usedJSHeapSize ?? NaN;
    const { memory } = this.experiment;
    return lab.growth(used, this.#usedBefore, this.experiment.kept(), memory.buffer.byteLength, this.#linearBefore);
  }

  /**
   * Why runs have to stop now.
   * @returns {LabError | null}
   */
  stop() {
    const memory = performance.memory;
    const linear = this.experiment.memory.buffer.byteLength;
    const used = memory?.usedJSHeapSize ?? NaN;
    const limit = memory?.jsHeapSizeLimit ?? NaN;
    const code = lab.budgetStop(used, limit, linear, this.growth(), this.megabytes * 1e6);
    return code === undefined ? null : new LabError(code, Reflect.get(REASONS, code) ?? code);
  }
}
