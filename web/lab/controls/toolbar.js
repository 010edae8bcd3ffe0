import { MOST_MEGABYTES } from "../../generated/lab.js";
import { attempt } from "../../ui/attempt.js";
import { element, write } from "../../ui/element.js";
import { bytes, count, Figure } from "../../ui/figure.js";
import { everySecond } from "../readings/second.js";

/** @import { Page } from "../page.js" */

/** Growth is shown to so many bytes. */
const GROWTH_STEP = 100_000;
const FAILED = "That did not work.";
const INTERVALS = [50, 200, 1_000];

/** What acts on everything: collect, let go, reset, stop; the budget; how often the meters are read. */
export class Toolbar extends HTMLElement {
  #said = document.createTextNode("Garbage counts until it is collected.");
  #growth = new Figure("bytes");
  #bar = element("progress", { max: 1, value: 0, "aria-label": "Share of the budget used" });

  /** @param {Page} page */
  constructor(page) {
    super();
    const { experiment, sampler } = page;
    this.append(
      element(
        "div",
        { class: "row" },
        element(
          "div",
          { class: "buttons" },
          this.#button("Collect", "Ask the browser for a full garbage collection", () => this.#collect(page)),
          this.#button("Let go of all", "Drop all that the scenarios keep", () => this.#letGo(page)),
          this.#button("Reset", "Stop, let go, and make a new WebAssembly instance", () => this.#reset(page)),
          this.#button("Stop all", "Stop every run; what they made stays", () => experiment.stopAll()),
        ),
        element("p", { class: "said", role: "status" }, this.#said),
      ),
      element("div", { class: "row settings" }, this.#budget(page), this.#interval(page)),
    );
    everySecond(sampler, () => {
      // In whole steps: a finer one would repaint an idle page every second.
      const growth = Math.round(Math.max(0, experiment.growth()) / GROWTH_STEP) * GROWTH_STEP;
      if (this.#growth.show(growth)) {
        this.#fill(page);
      }
    });
  }

  /** @param {string} label @param {string} title @param {() => void} onclick */
  #button(label, title, onclick) {
    return element("button", { type: "button", class: "button", title, onclick }, label);
  }

  /** @param {Page} page */
  #budget(page) {
    const { experiment } = page;
    // What is no budget is said by the experiment, which knows the limits, and the field goes back.
    const onchange = async () => {
      await attempt(page.notify, () => experiment.setBudget(input.valueAsNumber));
      input.valueAsNumber = experiment.budget;
      this.#fill(page);
    };
    const input = element("input", {
      type: "number",
      min: 1,
      max: MOST_MEGABYTES,
      value: experiment.budget,
      required: true,
      "aria-label": "Budget in megabytes",
      onchange,
    });
    experiment.addEventListener("change", () => {
      if (input.valueAsNumber !== experiment.budget && document.activeElement !== input) {
        input.valueAsNumber = experiment.budget;
        this.#fill(page);
      }
    });
    return element(
      "div",
      { class: "budget", title: "All runs stop when memory has grown by so much" },
      element("span", {}, "Budget"),
      this.#bar,
      element(
        "span",
        { class: "budget-words" },
        element("span", { class: "number" }, this.#growth.text),
        " of ",
        input,
        " MB",
      ),
    );
  }

  /** @param {Page} page */
  #fill({ experiment }) {
    const share = Math.max(0, experiment.growth()) / (experiment.budget * 1e6);
    this.#bar.value = Math.min(1, share);
    this.#bar.toggleAttribute("full", share >= 0.9);
  }

  /** @param {Page} page */
  #interval({ store }) {
    const options = INTERVALS.map((every) => element("option", { value: every }, `${count(every)} ms`));
    const select = element("select", { onchange: () => store.update({ every: Number(select.value) }) }, ...options);
    store.select(["every"], ({ every }) => {
      if (![...select.options].some(({ value }) => value === String(every))) {
        select.append(element("option", { value: every }, `${count(every)} ms`));
      }
      select.value = String(every);
    });
    return element("label", { class: "field" }, "Sample every ", select);
  }

  /** @param {Page} page */
  async #collect(page) {
    write(this.#said, "Collecting…");
    const outcome = await attempt(page.notify, () => page.experiment.collect());
    this.#tell(outcome, "");
  }

  /** @param {Page} page */
  async #letGo(page) {
    write(this.#said, "Letting go…");
    const outcome = await attempt(page.notify, () => page.experiment.letGo());
    this.#tell(outcome, "Let go. ");
  }

  /** @param {Page} page */
  async #reset(page) {
    const before = page.experiment.memory.buffer.byteLength;
    write(this.#said, "Making a new instance…");
    const outcome = await attempt(page.notify, () => page.experiment.reset());
    const after = page.experiment.memory.buffer.byteLength;
    write(this.#said, outcome ? `New instance: linear memory ${bytes(before)} → ${bytes(after)}.` : FAILED);
  }

  /** @param {{ collected: boolean, milliseconds: number } | undefined} outcome @param {string} deed */
  #tell(outcome, deed) {
    const time = `${count(outcome?.milliseconds ?? 0)} ms`;
    const seen = outcome?.collected ? `Collected in ${time}.` : `No collection seen in ${time}: try again.`;
    write(this.#said, outcome ? deed + seen : FAILED);
  }
}

customElements.define("lab-toolbar", Toolbar);
