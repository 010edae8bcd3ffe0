import { attempt } from "../../ui/attempt.js";
import { Choice } from "../../ui/choice.js";
import { element, write } from "../../ui/element.js";
import { count } from "../../ui/figure.js";
import { Listing } from "./listing.js";
import { KINDS, topicOf } from "./topic.js";
import { words } from "../../ui/words.js";

/** @typedef {import('../../page.js').Page} Page */
/** @typedef {import('../../wasm/lab.js').ScenarioInfo} ScenarioInfo */
/** @typedef {import('../../wasm/lab.js').GuideStep} GuideStep */
/** @typedef {import('../../wasm/lab.js').Variant} Variant */

/** What happens in the chosen scenario, how to mend it, and how to see it in the Memory tab. */
export class Guide extends HTMLElement {
  #checked = document.createTextNode("Last checked on: not checked yet.");
  #listing = new Listing();
  /** @type {import('../../wasm/lab.js').Run | undefined} the run of the scenario on show */
  #run;
  /** @type {Page | undefined} */
  #page;
  #variant = new Choice(
    "Variant the guide is about",
    [
      ["leaky", "Leaky"],
      ["fixed", "Fixed"],
    ],
    () => this.#steps(),
  );
  #head = element("header", { class: "guide-head" });
  #story = element("div", {});
  #proof = element("div", {});
  #variantRow = element("div", { class: "guide-variant" }, element("h3", {}, "See it in DevTools"), this.#variant.root);
  /** @type {ScenarioInfo | undefined} */
  #scenario;

  /** @param {Page} page */
  connect(page) {
    this.#page = page;
    this.append(
      this.#head,
      this.#story,
      this.#variantRow,
      this.#proof,
      element("section", {}, element("h3", {}, "The code, as compiled"), this.#listing.root),
      element("p", { class: "soft checked" }, this.#checked),
    );
    page.store.addEventListener("change", () => this.#follow(page));
    this.#follow(page);
    void this.#readChecked();
  }

  /** @param {Page} page */
  #follow(page) {
    const { state } = page.store;
    this.hidden = !state.guide;
    const scenario = topicOf(page);
    const run = state.runs.find(({ slug }) => slug === scenario.slug);
    if (scenario === this.#scenario) {
      this.#adopt(run);
      return;
    }
    this.#scenario = scenario;
    this.#run = run;
    this.#variant.value = run?.fixed ? "fixed" : "leaky";
    this.#head.replaceChildren(
      element("h2", {}, scenario.title),
      element(
        "p",
        { class: "scenario-line" },
        element("span", { class: "badge", "data-kind": scenario.kind }, KINDS[scenario.kind]),
        " ",
        element("code", {}, scenario.slug),
      ),
    );
    const control = scenario.kind === "control";
    this.#story.replaceChildren(
      element("h3", {}, scenario.kind === "leak" ? "What leaks, and why" : "What happens, and why"),
      element("p", {}, ...words(scenario.mechanism)),
      element("h3", {}, control ? "What to do" : "The cure"),
      element("p", {}, ...words(scenario.cure)),
    );
    this.#listing.show(scenario);
    this.#steps();
    this.scrollTop = 0;
  }

  /** A run that begins, or changes its variant, takes the guide with it. @param {import('../../wasm/lab.js').Run | undefined} run */
  #adopt(run) {
    const changed = run !== undefined && run.fixed !== this.#run?.fixed;
    this.#run = run;
    const variant = run?.fixed ? "fixed" : "leaky";
    if (changed && this.#variant.value !== variant) {
      this.#variant.value = variant;
      this.#steps();
    }
  }

  /** The steps for the Memory tab and what the meters do, for the variant chosen. */
  #steps() {
    const scenario = this.#scenario;
    if (!scenario) {
      return;
    }
    this.#variant.root.hidden = scenario.fixed === null;
    const fixed = this.#variant.value === "fixed" && scenario.fixed !== null;
    const variant = (fixed && scenario.fixed) || scenario.leaky;
    this.#proof.replaceChildren(
      element(
        "ol",
        { class: "steps" },
        ...variant.steps.map((step) => this.#step(step, scenario.slug, fixed ? "fixed" : "leaky")),
      ),
      element(
        "h3",
        {},
        `The meters meanwhile, after ${count(scenario.guideUnits)} ${scenario.guideUnits === 1 ? "unit" : "units"}`,
      ),
      element("ul", { class: "movements" }, ...variant.meters.map(movement)),
    );
  }

  /** @param {GuideStep} step @param {string} slug @param {Variant} variant */
  #step({ text, action }, slug, variant) {
    const item = element("li", {}, element("p", {}, ...words(text)));
    const page = this.#page;
    if (!action || !page) {
      return item;
    }
    const said = document.createTextNode("");
    const label =
      action.type === "step"
        ? `Make ${count(action.units)} ${action.units === 1 ? "unit" : "units"}`
        : "Let go and collect";
    const button = element(
      "button",
      {
        type: "button",
        class: "button accent",
        onclick: async () => {
          button.disabled = true;
          write(said, "Working…");
          const outcome = await attempt(page, () =>
            action.type === "step" ? made(page, slug, action.units, variant) : released(page, slug),
          );
          write(said, outcome ?? "");
          item.toggleAttribute("done", outcome !== undefined);
          button.disabled = false;
        },
      },
      label,
    );
    item.append(element("div", { class: "row" }, button, element("span", { class: "outcome", role: "status" }, said)));
    return item;
  }

  /** What the guide's claims were last verified on, if the site says so. */
  async #readChecked() {
    try {
      const answer = await fetch("./checked.json");
      if (answer.ok) {
        const { browser, date } = await answer.json();
        write(this.#checked, browser ? `Last checked on: ${browser}, ${date}.` : this.#checked.data);
      }
    } catch {
      // Nothing to say: the line already says that it was not checked.
    }
  }
}

/** @param {Page} page @param {string} slug @param {number} units @param {Variant} variant */
async function made(page, slug, units, variant) {
  const outcome = await page.experiment.step(slug, units, variant);
  const all = outcome.made === outcome.asked;
  return all ? `✓ ${count(outcome.made)} made` : `Stopped at ${count(outcome.made)} of ${count(outcome.asked)}`;
}

/** @param {Page} page @param {string} slug */
async function released(page, slug) {
  const { collected, milliseconds } = await page.experiment.letGo(slug);
  const { alive } = page.experiment.status(slug);
  return collected
    ? `✓ let go and collected in ${count(milliseconds)} ms: ${count(alive)} alive`
    : "Let go, but no collection was seen: press Collect again";
}

/** A meter's movement: what stands still is set back. @param {string} text */
function movement(text) {
  const [meter = "", moves = ""] = text.split(": ");
  return element(
    "li",
    { "data-still": moves === "does not move" },
    element("span", {}, meter),
    element("span", {}, moves),
  );
}

customElements.define("lab-guide", Guide);
