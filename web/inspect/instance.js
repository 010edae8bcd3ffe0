import init, { __wbg_reset_state as renew } from "../wasm/inspect.js";
import { InspectError, problem, problemOf } from "./problem.js";

/** @import { Problem } from '../wasm/inspect.js' */

/** The module between its start and its first trap. After that nothing calls into it any more. */
export class Instance {
  /** @type {Promise<unknown> | null} */
  static #loaded = null;
  /** @type {Instance | null} */
  static #present = null;
  static #isStale = false;

  /** @type {(reason: Problem) => void} */
  #tell = () => {};
  #isDead = false;
  /** Resolves with the reason when it traps. @type {Promise<Problem>} */
  ended = new Promise((resolve) => {
    this.#tell = resolve;
  });

  /**
   * The present instance, or a new one after a trap.
   * @param {BufferSource | URL | WebAssembly.Module} [module] where the module comes from; beside this file by default
   */
  static async load(module) {
    try {
      Instance.#loaded ??= beside(module).then((from) => init({ module_or_path: from }));
      await Instance.#loaded;
      if (Instance.#isStale) Instance.#renew();
    } catch (error) {
      if (!Instance.#isStale) Instance.#loaded = null;
      throw new InspectError(problem("session.load", error));
    }
    Instance.#present ??= new Instance();
    return Instance.#present;
  }

  /**
   * Calls into the module.
   * @template T
   * @param {() => T} call
   * @returns {T}
   */
  call(call) {
    if (this.#isDead) throw new InspectError(problem("session.lost"));
    try {
      return call();
    } catch (error) {
      const isTrap = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
      const found = isTrap ? problem("session.trap", error) : problemOf(error);
      if (isTrap) this.#die(found);
      throw new InspectError(found);
    }
  }

  /** A call for whose outcome nobody waits: a trap is told by `ended`. @param {() => void} call */
  attempt(call) {
    if (this.#isDead) return;
    try {
      this.call(call);
    } catch {}
  }

  /** @param {Problem} reason */
  #die(reason) {
    this.#isDead = true;
    Instance.#present = null;
    Instance.#isStale = true;
    try {
      Instance.#renew();
    } catch {
      // There is no room for it now: the next `load` tries again.
    }
    this.#tell(reason);
  }

  /** Gives the old memory back; what was made in it is not freed in the new one. */
  static #renew() {
    renew();
    Instance.#isStale = false;
  }
}

/**
 * Where the module is; its bytes in Node, which does not fetch files.
 * @param {BufferSource | URL | WebAssembly.Module} [given]
 */
async function beside(given) {
  if (given) return given;
  const address = new URL("../wasm/inspect_bg.wasm", import.meta.url);
  if (address.protocol !== "file:") return address;
  const files = "node:fs/promises";
  return /** @type {Promise<BufferSource>} */ ((await import(files)).readFile(address));
}
