import { noticeOf } from "../ui/notice.js";

/** @import { Run } from "../wasm/lab.js" */
/** @import { Page } from "./page.js" */

/** Keeps the runs that are on, and the budget, the same in the experiment and in the state, both ways. */
export class Mirror {
  #following = false;

  /** @param {Pick<Page, "experiment" | "store" | "notify">} page */
  constructor({ experiment, store, notify }) {
    this.experiment = experiment;
    this.store = store;
    this.notify = notify;
    experiment.addEventListener("change", () => this.#mirror());
  }

  /**
   * Starts what is asked for, stops the rest, and sets the budget.
   * @param {Run[]} asked
   * @param {number} budget in megabytes
   */
  follow(asked, budget) {
    this.#following = true;
    if (budget !== this.experiment.budget) {
      this.#attempt(() => this.experiment.setBudget(budget));
    }
    for (const { info, running } of this.experiment.statuses()) {
      const run = asked.find(({ slug }) => slug === info.slug);
      if (!run) {
        // A step under way is no run: no address speaks of it.
        if (running) void this.experiment.stop(info.slug);
      } else if (!running || !same(run, running)) {
        this.#start(run);
      }
    }
    this.#following = false;
    this.#mirror();
  }

  /** @param {Run} run */
  #start({ slug, fixed, period, units }) {
    this.#attempt(() => this.experiment.start(slug, { variant: fixed ? "fixed" : "leaky", period, units }));
  }

  /** @param {() => void} deed */
  #attempt(deed) {
    try {
      deed();
    } catch (error) {
      this.notify(noticeOf(error));
    }
  }

  #mirror() {
    if (this.#following) {
      return;
    }
    const { runs } = this.store.state;
    const on = [...this.experiment.statuses()].flatMap(({ running }) => running ?? []);
    const unchanged = on.length === runs.length && on.every((run, place) => same(run, runs[place]));
    const { budget } = this.experiment;
    if (!unchanged || budget !== this.store.state.budget) {
      this.store.update(unchanged ? { budget } : { runs: on, budget });
    }
  }
}

/** @param {Run} a @param {Run} b */
function same(a, b) {
  return a.slug === b.slug && a.fixed === b.fixed && a.period === b.period && a.units === b.units;
}
