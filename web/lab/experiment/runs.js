import { LONGEST_BACKLOG } from "../../generated/lab.js";

/** @import { Maker } from './maker.js' */
/** @import { Status } from './status.js' */

/** The scenarios that run: a timer each. The rate is kept by the clock: a late timer is made up for, up to a limit. */
export class Runs {
  /** @type {Map<Status, number>} */
  #timers = new Map();

  /**
   * @param {Maker} maker
   * @param {() => boolean} holds whether runs hold still now
   * @param {() => void} ticked after each tick that may have made something
   * @param {(status: Status, error: unknown) => void} failed
   */
  constructor(maker, holds, ticked, failed) {
    this.maker = maker;
    this.holds = holds;
    this.ticked = ticked;
    this.failed = failed;
  }

  /** Starts the run of a status that is set. @param {Status} status @param {import('../../wasm/lab.js').Run} run */
  start(status, run) {
    status.running = run;
    if (run.period === 0) {
      void this.#tick(status, run.fixed, 1);
      return;
    }
    let last = performance.now();
    let owed = 0;
    const timer = window.setInterval(() => {
      const passed = Math.floor((performance.now() - last) / run.period);
      last += passed * run.period;
      // What a hidden tab has missed beyond the limit is dropped, not made up for later.
      owed = Math.min(owed + passed * run.units, LONGEST_BACKLOG * run.units);
      if (owed <= 0 || status.making.size > 0 || this.holds()) return;
      void this.#tick(status, run.fixed, owed).then((made) => {
        owed -= made;
      });
    }, run.period);
    this.#timers.set(status, timer);
  }

  /** @param {Status} status */
  end(status) {
    clearInterval(this.#timers.get(status));
    this.#timers.delete(status);
    status.running = null;
  }

  /** @param {Status} status @param {boolean} fixed @param {number} units */
  async #tick(status, fixed, units) {
    const making = this.maker.slice(status, fixed, units, status.stopper.signal);
    status.making.add(making);
    try {
      return await making;
    } catch (error) {
      this.failed(status, error);
      return 0;
    } finally {
      status.making.delete(making);
      this.ticked();
    }
  }
}
