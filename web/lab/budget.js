import * as lab from "../wasm/lab.js";
import { LabError } from "./errors.js";

/** What each reason to stop says. */
const REASONS = {
  "budget.reached": "The budget is used up: all runs are stopped.",
  "budget.heap-limit": "The JS heap is close to its limit: all runs are stopped.",
  "budget.wasm-maximum": "Linear memory is at its maximum: all runs are stopped.",
};

/** Growth over all meters since the page, or the last reset, began; and what it may be. */
export class Budget {
  /** In megabytes. */
  megabytes = 512;
  #start;

  /** @param {() => { linear: number, kept: number }} kept what the lab holds, in bytes */
  constructor(kept) {
    this.kept = kept;
    this.#start = this.#reading();
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
    return lab.growth(this.#start, this.#reading());
  }

  /**
   * Why runs have to stop now.
   * @returns {LabError | null}
   */
  stop() {
    const code = lab.budgetStop(this.#start, this.#reading(), this.megabytes * 1e6);
    if (code === undefined) return null;
    return new LabError(code, Reflect.get(REASONS, code) ?? code);
  }

  /** `used, limit, linear, maximum, kept` in bytes. */
  #reading() {
    const memory = performance.memory;
    const { linear, kept } = this.kept();
    const used = memory?.usedJSHeapSize ?? NaN;
    return Float64Array.of(used, memory?.jsHeapSizeLimit ?? NaN, linear, lab.maximumBytes(), kept);
  }
}
