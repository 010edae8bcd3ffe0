import { noticeOf } from "./lab/errors.js";

/** @typedef {import('./wasm/lab.js').Run} Run */

/** Keeps the runs that are on and the runs in the address the same, both ways. */
export class Runs {
  #following = false;

  /**
   * @param {import('./lab/experiment.js').Experiment} experiment
   * @param {import('./shell/store.js').Store} store
   * @param {(notice: import('./lab/errors.js').Notice) => void} notify
   */
  constructor(experiment, store, notify) {
    this.experiment = experiment;
    this.store = store;
    this.notify = notify;
    experiment.addEventListener("change", () => this.#mirror());
  }

  /**
   * Starts what is asked for and stops the rest.
   * @param {Run[]} asked
   */
  follow(asked) {
    this.#following = true;
    for (const { info, running } of this.experiment.statuses()) {
      const run = asked.find(({ slug }) => slug === info.slug);
      if (!run) this.experiment.stop(info.slug);
      else if (!running || !same(run, running)) this.#start(run);
    }
    this.#following = false;
    this.#mirror();
  }

  /** @param {Run} run */
  #start({ slug, fixed, period, units }) {
    try {
      this.experiment.start(slug, { variant: fixed ? "fixed" : "leaky", period, units });
    } catch (error) {
      this.notify(noticeOf(error));
    }
  }

  #mirror() {
    if (this.#following) return;
    const { runs } = this.store.state;
    const on = [...this.experiment.statuses()].flatMap(({ running }) => running ?? []);
    const unchanged = on.length === runs.length && on.every((run, place) => same(run, runs[place]));
    const { budget } = this.experiment;
    if (!unchanged || budget !== this.store.state.budget) this.store.update({ runs: on, budget });
  }
}

/** @param {Run} a @param {Run} b */
function same(a, b) {
  return a.slug === b.slug && a.fixed === b.fixed && a.period === b.period && a.units === b.units;
}
