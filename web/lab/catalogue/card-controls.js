import { Choice } from "../../ui/choice.js";
import { element } from "../../ui/element.js";
import { count } from "../../ui/figure.js";
import { Rate } from "./rate.js";

/** @import { Line, Variant } from "../../generated/catalogue.js" */
/** @import { Run } from "../../wasm/lab.js" */

/**
 * What the controls do.
 * @typedef {object} Deeds
 * @property {() => void} restart after another variant or rate was chosen
 * @property {(units: number) => void} step
 * @property {() => void} letGo
 */

const STEPS = [1, 100, 1_000];

/** @type {[Variant, string][]} */
const VARIANTS = [
  ["leaky", "Leaky"],
  ["fixed", "Fixed"],
];

/** What is in a scenario's card when it is unfolded: what it does, in which variant, how much of it, how fast. */
export class CardControls {
  /** @type {Choice | null} a control has no variants */
  #variant;
  #rate;

  /** @param {Line} scenario @param {Deeds} deeds */
  constructor(scenario, { restart, step, letGo }) {
    const { slug, summary, unit } = scenario;
    this.#variant = scenario.cured ? new Choice(`Variant of ${slug}`, VARIANTS, restart) : null;
    this.#rate = new Rate(scenario, restart);
    /** @param {string} words @param {string} label @param {() => void} onclick */
    const button = (words, label, onclick) =>
      element("button", { type: "button", class: "button", "aria-label": label, onclick }, words);
    const steps = STEPS.map((units) =>
      button(`×${count(units)}`, `Make ${count(units)} of ${slug}`, () => step(units)),
    );
    const stepping = element("div", { class: "buttons joined", role: "group", "aria-label": "Make units" }, ...steps);
    /** @type {Node[]} */
    this.nodes = [
      element("p", { class: "soft" }, `${sentence(summary)} A unit is ${unit}.`),
      ...(this.#variant ? [this.#variant.root] : []),
      element("div", { class: "row" }, stepping, button("Let go", `Let go of ${slug}`, letGo)),
      this.#rate.root,
    ];
  }

  /** What is asked of the next run. */
  get asked() {
    return { variant: this.variant, ...this.#rate.get() };
  }

  /** The variant that the next unit is of. */
  get variant() {
    return this.#variant?.value ?? "leaky";
  }

  /** How fast, in a few signs. */
  get pace() {
    return this.#rate.pace;
  }

  /** Sets them to a run that is on, however it was started. @param {Run} run */
  adopt({ fixed, period, units }) {
    if (this.#variant) {
      this.#variant.value = fixed ? "fixed" : "leaky";
    }
    this.#rate.set(period, units);
  }
}

/** @param {string} words */
function sentence(words) {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
