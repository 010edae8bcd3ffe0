import { LONGEST_PERIOD, MOST_UNITS, SHORTEST_PERIOD } from "../../generated/lab.js";
import { element, write } from "../../ui/element.js";
import { count } from "../../ui/figure.js";

/** @import { Line } from "../../generated/catalogue.js" */

const PERIOD = { least: SHORTEST_PERIOD, most: LONGEST_PERIOD };
const UNITS = { least: 1, most: MOST_UNITS };

/** How often a scenario runs and how much it makes each time, in a disclosure that says so. */
export class Rate {
  #words = document.createTextNode("One unit, once.");
  #wrong = element("p", { class: "invalid", role: "alert" });
  /** @type {{ period: HTMLInputElement, units: HTMLInputElement } | null} none where a scenario makes one unit and stops */
  #inputs = null;

  /** @param {Line} scenario @param {() => void} changed */
  constructor(scenario, changed) {
    this.root = scenario.period === 0 ? element("p", { class: "soft" }, this.#words) : this.#build(scenario, changed);
  }

  /** @param {Line} scenario @param {() => void} changed */
  #build({ slug, period: usual }, changed) {
    const onchange = () => {
      if (this.#check()) {
        this.#say();
        changed();
      }
    };
    this.#wrong.id = `rate-wrong-${slug}`;
    /** @param {number} value @param {{ least: number, most: number }} limits */
    const field = (value, { least, most }) =>
      element("input", {
        type: "number",
        min: least,
        max: most,
        step: 1,
        value,
        required: true,
        "aria-describedby": this.#wrong.id,
        onchange,
      });
    const period = field(usual, PERIOD);
    const units = field(1, UNITS);
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
      this.#wrong,
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
      this.#check();
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

  /** Whether it is a rate; if not, what would be is said. */
  #check() {
    const { period, units } = this.#inputs ?? {};
    const wrong = [
      ...(units?.validity.valid === false ? [`units: ${limits(UNITS)}`] : []),
      ...(period?.validity.valid === false ? [`milliseconds: ${limits(PERIOD)}`] : []),
    ];
    this.#wrong.textContent = wrong.length > 0 ? `Not set. It takes ${wrong.join("; ")}.` : "";
    period?.setAttribute("aria-invalid", String(!period.validity.valid));
    units?.setAttribute("aria-invalid", String(!units.validity.valid));
    return wrong.length === 0;
  }

  #say() {
    const { period = 0, units = 0 } = this.get();
    write(this.#words, `${count(units)} ${units === 1 ? "unit" : "units"} every ${count(period)} ms`);
  }
}

/** @param {{ least: number, most: number }} limits */
function limits({ least, most }) {
  return `a whole number from ${count(least)} to ${count(most)}`;
}
