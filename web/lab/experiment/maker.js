import { forgetRefused } from "../../wasm/lab.js";
import { explain, isTrap } from "./failure.js";
import { turn, unlessAborted } from "./turn.js";

/** @import { Calls, Modules, Recipe } from './modules.js' */
/** @import { Status } from './status.js' */

/** How long one slice of making units may take, in milliseconds: the page stays responsive between slices. */
const SLICE = 8;

/** Makes units, in the way of each scenario. Tells by `ontrap` when an instance died of it. */
export class Maker {
  /** Called when an instance has trapped, before the error is thrown. @type {(status: Status, error: import('./errors.js').LabError) => void} */
  ontrap = () => {};
  /** Called within the turn that has made units which nothing could interrupt. */
  onbatch = () => {};

  /** @param {Modules} modules @param {() => boolean} hasRoom whether linear memory has room for another unit */
  constructor(modules, hasRoom) {
    this.modules = modules;
    this.hasRoom = hasRoom;
  }

  /**
   * Makes up to `most` units in one slice of time; those that take their time, one.
   * @param {Status} status @param {boolean} fixed @param {number} most @param {AbortSignal} signal
   * @returns {Promise<number>} how many were made
   */
  async slice(status, fixed, most, signal) {
    const ready = await unlessAborted(signal, this.modules.ready(status.info));
    if (!ready || signal.aborted) return 0;
    const { calls, recipe } = ready;
    forgetRefused();
    try {
      return await this.#make(status, fixed, most, signal, calls, recipe);
    } catch (error) {
      const failure = explain(error, status.info, this.modules.memory);
      if (isTrap(error)) this.ontrap(status, failure);
      throw failure;
    }
  }

  /**
   * @param {Status} status @param {boolean} fixed @param {number} most @param {AbortSignal} signal
   * @param {Calls} calls @param {Recipe} recipe
   */
  #make(status, fixed, most, signal, calls, recipe) {
    const way = status.info.make[fixed ? 1 : 0];
    const { place } = status.info;
    if (way === "batch") return this.#batch(status, fixed, most, calls);
    if (way === "phases") return phases(status, fixed, most, signal, calls);
    const variant = fixed ? "fixed" : "leaky";
    const one = way === "module" ? () => recipe[variant]?.() : () => calls.make(place, fixed, recipe);
    return this.#units(
      status,
      fixed,
      most,
      signal,
      way === "trap" ? () => trapped(one, () => calls.alive(place)) : one,
    );
  }

  /** @param {Status} status @param {boolean} fixed @param {number} most @param {AbortSignal} signal @param {() => unknown} one */
  async #units(status, fixed, most, signal, one) {
    const end = performance.now() + SLICE;
    let made = 0;
    do {
      const unit = one();
      if (unit instanceof Promise) {
        const life = this.modules.life(status.info.module);
        const came = await unlessAborted(life, unit);
        if (life.aborted) break;
        watch(status, came);
      } else {
        watch(status, unit);
      }
      status.counted(1, fixed);
      made++;
    } while (made < most && performance.now() < end && !signal.aborted && this.hasRoom());
    return made;
  }

  /** @param {Status} status @param {boolean} fixed @param {number} units @param {Calls} calls */
  async #batch(status, fixed, units, calls) {
    const watcher = (/** @type {WeakKey} */ unit) => status.witnesses.watch(unit);
    calls.makeBatch(status.info.place, fixed, units, watcher);
    status.counted(units, fixed);
    this.onbatch();
    return units;
  }
}

/** Phase after phase over all units; a stop comes between two. @param {Status} status @param {boolean} fixed @param {number} units @param {AbortSignal} signal @param {Calls} calls */
async function phases(status, fixed, units, signal, calls) {
  const { place, phases: count = 1 } = status.info;
  for (let phase = 0; phase < count && !signal.aborted; phase++) {
    if (phase > 0) await turn();
    if (signal.aborted) break;
    calls.makePhase(place, fixed, units, phase);
    if (phase === 0) status.counted(units, fixed);
  }
  return units;
}

/**
 * The trap is what is shown: the instance goes on, as that of a page which catches and calls again. It does so until its
 * stack is used up, of which each trap leaves a part behind: a trap that made no unit is one like any other.
 * @param {() => unknown} one @param {() => number} alive
 */
function trapped(one, alive) {
  const before = alive();
  try {
    one();
  } catch (error) {
    if (!isTrap(error) || alive() === before) throw error;
  }
}

/** What is in JavaScript's heap is watched; what counts itself gives nothing to watch. @param {Status} status @param {unknown} unit */
function watch(status, unit) {
  const { witness } = status.info;
  if (witness === "tally" || witness === "unseen") return;
  if ((typeof unit === "object" && unit !== null) || typeof unit === "function") status.witnesses.watch(unit);
}
