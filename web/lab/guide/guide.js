import { CARDS } from "../../learn/index.js";
import { Choice } from "../../ui/choice.js";
import { element, write } from "../../ui/element.js";
import { count } from "../../ui/figure.js";
import { spans } from "../../ui/words.js";
import { noticeOf } from "../../ui/notice.js";
import { DropPlace } from "./drop-place.js";
import { Listing } from "./listing.js";
import { stepItem } from "./step.js";
import { KINDS, topicOf } from "./topic.js";

/** @import { Card, Line, VariantCard, Words } from "../../generated/catalogue.js" */
/** @import { Run } from "../../wasm/lab.js" */
/** @import { Page } from "../page.js" */

/** What happens in the chosen scenario, how to mend it, and how to see it in the Memory tab. */
export class Guide extends HTMLElement {
  #checked = document.createTextNode("Last checked on: not checked yet.");
  #listing = new Listing();
  #drop;
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
    this.#drop = new DropPlace(page.open);
    this.#drop.watch(() => this.closest(".room")?.checkVisibility() ?? false);
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

  /** @param {Line} scenario */
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
      const card = await this.page.experiment.catalogue.card(slug);
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
    const { mechanism, cure, never, unseen } = card;
    const { kind } = this.page.experiment.status(card.slug).info;
    this.#story.replaceChildren(
      element("h3", {}, kind === "leak" ? "What leaks, and why" : "What happens, and why"),
      element("p", {}, ...spans(mechanism)),
      ...[never, unseen].flatMap((reason) => (reason ? [element("p", { class: "soft" }, reason)] : [])),
      element("h3", {}, kind === "control" ? "What to do" : "The cure"),
      element("p", {}, ...spans(cure)),
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
    const { guide, claims } = fixed ?? card.leaky;
    const variant = fixed ? "fixed" : "leaky";
    const { guideUnits } = this.page.experiment.status(card.slug).info;
    const units = `${count(guideUnits)} ${guideUnits === 1 ? "unit" : "units"}`;
    this.#proof.replaceChildren(
      ...guide.needs.map((need) => element("p", { class: "need" }, ...spans(need))),
      element(
        "ol",
        { class: "steps" },
        ...guide.steps.map((step) => stepItem(this.page, step, card.slug, variant)),
        ...(claims.some(isOfSnapshots) ? [this.#drop.root] : []),
      ),
      element("h3", {}, `The meters meanwhile, after ${units}`),
      element("ul", { class: "movements" }, ...movements(guide.meters, claims)),
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
 * @param {Words[]} meters a sentence for each claim about a meter
 * @param {VariantCard["claims"]} claims
 */
function movements(meters, claims) {
  const claimed = claims.filter(({ says }) => says.type === "meter");
  return meters.map((words, at) => element("li", { "data-still": isStill(claimed[at]) }, ...spans(words)));
}

/** @param {VariantCard["claims"][number]} claim */
function isOfSnapshots({ says }) {
  return ["row", "path", "nothing"].includes(says.type);
}

/** @param {VariantCard["claims"][number] | undefined} claim */
function isStill(claim) {
  const { each, once } = claim?.says.amount?.expect ?? {};
  return each === 0 && once === 0;
}

customElements.define("lab-guide", Guide);
