import { element, write } from "../../ui/element.js";
import { count } from "../../ui/figure.js";

/** @typedef {import('../../wasm/lab.js').ScenarioInfo} ScenarioInfo */

/** How often a scenario runs and how much it makes each time, in a disclosure that says so. */
export class Rate {
  #words = document.createTextNode("One unit, once.");
  /** @type {{ period: HTMLInputElement, units: HTMLInputElement } | null} none where a scenario makes one unit and stops */
  #inputs = null;

  /** @param {ScenarioInfo} scenario @param {() => void} changed */
  constructor(scenario, changed) {
    this.root = scenario.period === 0 ? element("p", { class: "soft" }, this.#words) : this.#build(scenario, changed);
  }

  /** @param {ScenarioInfo} scenario @param {() => void} changed */
  #build(scenario, changed) {
    const onchange = () => {
      this.#say();
      if (period.validity.valid && units.validity.valid) {
        changed();
      }
    };
    const period = element("input", {
      type: "number",
      min: 10,
      max: 60_000,
      step: 10,
      value: scenario.period,
      required: true,
      onchange,
    });
    const units = element("input", { type: "number", min: 1, max: 1_000, value: 1, required: true, onchange });
    this.#inputs = { period, units };
    this.#say();
    return element(
      "details",
      { class: "rate" },
      element("summary", {}, "Rate: ", this.#words),
      element(
        "div",
        { class: "row" },
        element("label", { class: "field" }, units, " units"),
        element("label", { class: "field" }, "every ", period, " ms"),
      ),
    );
  }

  /** What is asked for. @returns {{ period?: number, units?: number }} */
  get() {
    const inputs = this.#inputs;
    return inputs ? { period: inputs.period.valueAsNumber, units: inputs.units.valueAsNumber } : {};
  }

  /** @param {number} period in milliseconds @param {number} units */
  set(period, units) {
    if (this.#inputs) {
      this.#inputs.period.valueAsNumber = period;
      this.#inputs.units.valueAsNumber = units;
      this.#say();
    }
  }

  /** In a few signs: `10/s`. */
  get pace() {
    const { period, units } = this.get();
    if (period === undefined || units === undefined) {
      return "once";
    }
    const seconds = period / 1_000;
    return units >= seconds ? `${count(Math.round(units / seconds))}/s` : `${units} every ${seconds} s`;
  }

  #say() {
    const { period = 0, units = 0 } = this.get();
    write(this.#words, `${count(units)} ${units === 1 ? "unit" : "units"} every ${count(period)} ms`);
  }
}
