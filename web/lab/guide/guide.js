import { CARDS } from "../../learn/index.js";
import { Choice } from "../../ui/choice.js";
import { element, write } from "../../ui/element.js";
import { count } from "../../ui/figure.js";
import { words } from "../../ui/words.js";
import { noticeOf } from "../errors.js";
import { Listing } from "./listing.js";
import { stepItem } from "./step.js";
import { KINDS, topicOf } from "./topic.js";

/** @import { Run, ScenarioInfo, VariantInfo } from "../../wasm/lab.js" */
/** @import { Card } from "../catalogue/cards.js" */
/** @import { Page } from "../page.js" */

/** What happens in the chosen scenario, how to mend it, and how to see it in the Memory tab. */
export class Guide extends HTMLElement {
  #checked = document.createTextNode("Last checked on: not checked yet.");
  #listing = new Listing();
  #head = element("header", { class: "guide-head" });
  #state = element("div", { class: "guide-state", role: "status" });
  #story = element("div", {});
  #proof = element("div", {});
  #background = element("p", { class: "soft" });
  #variant = new Choice(
    "Variant the guide is about",
    [
      ["leaky", "Leaky"],
      ["fixed", "Fixed"],
    ],
    () => this.#prove(),
  );
  #body;
  /** The scenario on show. */
  #slug = "";
  /** @type {Run | undefined} its run */
  #run;
  /** @type {Card | null} its words, once they are here */
  #card = null;

  /** @param {Page} page */
  constructor(page) {
    super();
    this.page = page;
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", "Guide");
    this.#body = element(
      "div",
      { hidden: true },
      this.#story,
      element("div", { class: "guide-variant" }, element("h3", {}, "See it in DevTools"), this.#variant.root),
      ...(page.experiment.precision === "absent" ? [elsewhere()] : []),
      this.#proof,
      element("section", {}, element("h3", {}, "The code, as compiled"), this.#listing.root),
      this.#background,
      element("p", { class: "soft checked" }, this.#checked),
    );
    this.append(this.#head, this.#state, this.#body);
    page.store.select(["topic", "runs"], () => this.#follow());
    void this.#readChecked();
  }

  #follow() {
    const scenario = topicOf(this.page);
    const run = this.page.store.state.runs.find(({ slug }) => slug === scenario.slug);
    if (scenario.slug === this.#slug) {
      this.#adopt(run);
      return;
    }
    this.#slug = scenario.slug;
    this.#run = run;
    this.#variant.value = run?.fixed ? "fixed" : "leaky";
    this.#name(scenario);
    this.scrollTop = 0;
    void this.#load(scenario.slug);
  }

  /** A run that begins, or changes its variant, takes the guide with it. @param {Run | undefined} run */
  #adopt(run) {
    const changed = run !== undefined && run.fixed !== this.#run?.fixed;
    this.#run = run;
    const variant = run?.fixed ? "fixed" : "leaky";
    if (changed && this.#variant.value !== variant) {
      this.#variant.value = variant;
      this.#prove();
    }
  }

  /** @param {ScenarioInfo} scenario */
  #name({ title, kind, slug }) {
    this.#head.replaceChildren(
      element("h2", {}, title),
      element(
        "p",
        { class: "scenario-line" },
        element("span", { class: "badge", "data-kind": kind }, KINDS[kind]),
        " ",
        element("code", {}, slug),
      ),
    );
    const cards = CARDS.filter(({ scenarios }) => scenarios.includes(slug));
    const links = cards.map(({ id, title: name }) => element("li", {}, element("a", { href: `#learn=${id}` }, name)));
    this.#background.replaceChildren("Background:", element("ul", {}, ...links));
    this.#background.hidden = cards.length === 0;
  }

  /** @param {string} slug */
  async #load(slug) {
    this.#card = null;
    this.#body.hidden = true;
    this.#state.replaceChildren(element("p", { class: "soft" }, "Loading the steps…"));
    try {
      const card = await this.page.cards.card(slug);
      if (slug === this.#slug) {
        this.#show(card);
      }
    } catch (error) {
      if (slug === this.#slug) {
        this.#fail(slug, error);
      }
    }
  }

  /** @param {string} slug @param {unknown} error */
  #fail(slug, error) {
    const { message } = noticeOf(error);
    const again = element("button", { type: "button", class: "button", onclick: () => this.#load(slug) }, "Try again");
    this.#state.replaceChildren(
      element("p", { class: "warning" }, `The words about ${slug} did not arrive: ${message} `, again),
    );
  }

  /** @param {Card} card */
  #show(card) {
    this.#card = card;
    const { kind, mechanism, cure } = card;
    this.#story.replaceChildren(
      element("h3", {}, kind === "leak" ? "What leaks, and why" : "What happens, and why"),
      element("p", {}, ...words(mechanism)),
      element("h3", {}, kind === "control" ? "What to do" : "The cure"),
      element("p", {}, ...words(cure)),
    );
    this.#listing.show(card);
    this.#variant.root.hidden = card.fixed === null;
    this.#prove();
    this.#state.replaceChildren();
    this.#body.hidden = false;
  }

  /** The steps for the Memory tab and what the meters do, for the variant chosen. */
  #prove() {
    const card = this.#card;
    if (!card) {
      return;
    }
    const fixed = this.#variant.value === "fixed" ? card.fixed : null;
    const { steps, meters, claims } = fixed ?? card.leaky;
    const variant = fixed ? "fixed" : "leaky";
    const units = `${count(card.guideUnits)} ${card.guideUnits === 1 ? "unit" : "units"}`;
    this.#proof.replaceChildren(
      element("ol", { class: "steps" }, ...steps.map((step) => stepItem(this.page, step, card.slug, variant))),
      element("h3", {}, `The meters meanwhile, after ${units}`),
      element("ul", { class: "movements" }, ...movements(meters, claims)),
    );
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

/** For browsers without `performance.memory`: those are not Chromium's. */
function elsewhere() {
  return element(
    "p",
    { class: "warning" },
    "These steps are for the Memory tab of Chromium browsers (Chrome, Edge and others): this browser has none. " +
      "The chart of WebAssembly memory, the counts of what is alive, and the code work here as well.",
  );
}

/**
 * What the meters do: what stands still is set back.
 * @param {string[]} meters a sentence for each claim about a meter
 * @param {VariantInfo["claims"]} claims
 */
function movements(meters, claims) {
  const claimed = claims.filter((claim) => claim.type === "meter");
  return meters.map((text, at) => element("li", { "data-still": claimed[at]?.amount.kind === "still" }, text));
}

customElements.define("lab-guide", Guide);
