import { element, write } from "../../ui/element.js";
import { count } from "../../ui/figure.js";
import { FIRST, topicOf } from "../guide/topic.js";
import { everySecond } from "../readings/second.js";
import { ScenarioCard } from "./scenario.js";

/** @import { Page } from "../page.js" */

/** @typedef {{ root: HTMLDetailsElement, cards: ScenarioCard[], items: HTMLElement[] }} Theme */

/** All scenarios, by theme, and a field to find one. */
export class Scenarios extends HTMLElement {
  /** @type {Map<string, ScenarioCard>} */
  #cards = new Map();
  /** @type {Theme[]} */
  #themes;
  #topic = "";
  #found = document.createTextNode("");

  /** @param {Page} page */
  constructor(page) {
    super();
    const { experiment, sampler, store } = page;
    this.page = page;
    this.#themes = this.#build();
    const search = element("input", {
      type: "search",
      class: "search",
      placeholder: "Find a scenario",
      "aria-label": "Find a scenario",
      oninput: () => this.#find(search.value),
    });
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", "Scenarios");
    this.append(
      element("h2", {}, "Scenarios"),
      search,
      element("p", { class: "soft", role: "status" }, this.#found),
      ...this.#themes.map(({ root }) => root),
    );
    const cards = [...this.#cards.values()];
    const refresh = () => cards.forEach(refreshed);
    // Functions made once: nothing may be made at a tick.
    const refreshBusy = () => cards.forEach(refreshedIfBusy);
    experiment.addEventListener("change", (event) => {
      const slug = /** @type {CustomEvent<string | null>} */ (event).detail;
      slug === null ? refresh() : this.#cards.get(slug)?.refresh();
    });
    experiment.addEventListener("collected", () => cards.forEach(collected));
    sampler.addEventListener("tick", refreshBusy);
    everySecond(sampler, refresh);
    store.select(["witnesses"], refresh);
    store.select(["topic", "runs"], () => this.#unfold(topicOf(page).slug));
  }

  /** Marks the button of the scenario to begin with. @param {boolean} pointed */
  point(pointed) {
    this.#cards.get(FIRST)?.runner.classList.toggle("pointed", pointed);
  }

  /** Takes the visitor to that button. */
  goToFirst() {
    this.#unfold(FIRST);
    const runner = this.#cards.get(FIRST)?.runner;
    runner?.scrollIntoView({ block: "center" });
    runner?.focus({ preventScroll: true });
  }

  /** @returns {Theme[]} */
  #build() {
    const { experiment } = this.page;
    return experiment.catalogue.themes.map(({ id, title }) => {
      const members = experiment.scenarios.filter(({ theme }) => theme === id);
      const cards = members.map((scenario) => new ScenarioCard(this.page, scenario));
      cards.forEach((card) => this.#cards.set(card.slug, card));
      const items = cards.map((card) => element("li", {}, card));
      const root = element(
        "details",
        { class: "theme", open: true },
        element("summary", {}, element("h3", { class: "group" }, title)),
        element("ul", { class: "plain" }, ...items),
      );
      return { root, cards, items };
    });
  }

  /** Opens the card that the guide is at, when that becomes another. @param {string} slug */
  #unfold(slug) {
    if (slug !== this.#topic) {
      this.#topic = slug;
      this.#cards.forEach((card, other) => card.unfold(other === slug));
      const theme = this.#themes.find(({ cards }) => cards.some((card) => card.slug === slug));
      theme?.root.toggleAttribute("open", true);
    }
  }

  /** Leaves those on show that have all the words in them. @param {string} text */
  #find(text) {
    const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { root, cards, items } of this.#themes) {
      let here = 0;
      cards.forEach((card, at) => {
        const fits = wanted.every((word) => card.found.includes(word));
        /** @type {HTMLElement} */ (items[at]).hidden = !fits;
        here += Number(fits);
      });
      root.hidden = here === 0;
      if (wanted.length > 0 && here > 0) {
        root.open = true;
      }
      shown += here;
    }
    const all = this.#cards.size;
    write(this.#found, wanted.length > 0 ? `${count(shown)} of ${count(all)} scenarios` : "");
  }
}

/** @param {ScenarioCard} card */
function collected(card) {
  card.collected();
}

/** @param {ScenarioCard} card */
function refreshed(card) {
  card.refresh();
}

/** @param {ScenarioCard} card */
function refreshedIfBusy(card) {
  if (card.status.busy) {
    card.refresh();
  }
}

customElements.define("lab-scenarios", Scenarios);
