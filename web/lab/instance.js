import init, * as lab from "../wasm/lab.js";
import { LabError } from "./errors.js";

/** The lab's wasm instance. After a trap it is dead by policy: `guard` throws, and `renew` makes a new one. */
export class Instance {
  /** @type {WebAssembly.Memory} */
  memory;

  constructor() {
    this.memory = lab.linearMemory();
  }

  /** Loads the module and makes its first instance. */
  static async open() {
    try {
      await init();
    } catch (error) {
      throw new LabError("wasm.unavailable", `The lab's WebAssembly module did not start: ${error}.`);
    }
    return new Instance();
  }

  /**
   * Calls into wasm; a trap becomes an error that says what happened.
   * @template T
   * @param {() => T} task
   * @returns {T}
   */
  guard(task) {
    try {
      return task();
    } catch (error) {
      throw this.#explain(error);
    }
  }

  /** Throws the instance away and makes a new one: linear memory is back to its first size. */
  renew() {
    lab.__wbg_reset_state();
    this.memory = lab.linearMemory();
  }

  /** @param {unknown} error */
  #explain(error) {
    const refused = lab.refusedBytes();
    if (error instanceof WebAssembly.RuntimeError && refused > 0) {
      const had = (this.memory.buffer.byteLength / 1e6).toFixed(0);
      return new LabError("wasm.memory-full", `An allocation of ${refused} bytes failed: linear memory has ${had} MB.`);
    }
    if (error instanceof WebAssembly.RuntimeError) {
      return new LabError("wasm.trap", `The lab's instance trapped: ${error.message}.`);
    }
    return new LabError("lab.allocation-failed", `A unit could not be made: ${error}.`);
  }
}
