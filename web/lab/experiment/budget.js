import { DEFAULT_MEGABYTES, MOST_MEGABYTES } from "../../generated/lab.js";
import * as lab from "../../wasm/lab.js";
import { isWhole } from "./arguments.js";
import { LabError } from "./errors.js";

/** @import { Status } from './status.js' */

/** What each reason to stop says. @type {Record<string, string>} */
const REASONS = {
  "budget.reached": "The budget is used up: all runs are stopped.",
  "budget.heap-limit": "The JS heap is close to its limit: all runs are stopped.",
  "budget.wasm-maximum": "Linear memory is at its maximum: all runs are stopped.",
};

/** Of a growth that the scenarios do not explain, so much may be the engine's own. */
const UNEXPLAINED = 64e6;

/** Growth over all memories since the page began; and what it may be. Nothing is made by asking for it. */
export class Budget {
  megabytes = DEFAULT_MEGABYTES;
  #usedBefore = used();
  #linearBefore;
  #settled = false;

  /** @param {import('./modules.js').Modules} modules @param {Status[]} statuses */
  constructor(modules, statuses) {
    this.modules = modules;
    this.statuses = statuses;
    this.#linearBefore = modules.memory.buffer.byteLength;
  }

  /** @param {number} megabytes */
  set(megabytes) {
    if (!isWhole(megabytes, 1, MOST_MEGABYTES)) throw new LabError("budget.bad", `“${megabytes}” is no budget.`);
    this.megabytes = megabytes;
  }

  /** A full collection was seen: the first one shows what the page began with, without the garbage of the page before it. */
  collected() {
    if (this.#settled) return;
    this.#settled = true;
    this.#usedBefore = Math.min(this.#usedBefore, used() - this.#kept(0));
  }

  /** Bytes over the baseline, over all memories. */
  growth() {
    const beyond = this.#kept(2) + this.#kept(3);
    return lab.growth(used(), this.#usedBefore, this.#kept(0), beyond, this.#linear, this.#linearBefore);
  }

  /**
   * Why runs have to stop now.
   * @returns {LabError | null}
   */
  stop() {
    const limit = performance.memory?.jsHeapSizeLimit ?? NaN;
    const growth = this.growth();
    const code = lab.budgetStop(used(), limit, this.#linear, growth, this.megabytes * 1e6);
    if (code === undefined) return null;
    const explained = this.#kept(0) + this.#kept(2) + this.#kept(3) + this.#linear - this.#linearBefore;
    if (code === "budget.reached" && growth - explained > Math.max(UNEXPLAINED, growth / 2)) {
      return new LabError(
        "budget.not-ours",
        "The budget is used up, and not by these scenarios: all runs are stopped.",
      );
    }
    return new LabError(code, REASONS[code] ?? code);
  }

  get #linear() {
    return this.modules.memory.buffer.byteLength;
  }

  /** Bytes that kept units hold in one of the memories. @param {0 | 1 | 2 | 3} memory */
  #kept(memory) {
    let bytes = 0;
    for (let place = 0; place < this.statuses.length; place++) {
      const { kept, info } = this.statuses[place];
      bytes += kept * info.cost[memory];
    }
    return bytes;
  }
}

const used = () => performance.memory?.usedJSHeapSize ?? NaN;
