import { element } from "./element.js";
import { ScenarioCard } from "./scenario.js";
import { everySecond } from "./second.js";
import { topicOf } from "./topic.js";

/** @typedef {import('../page.js').Page} Page */
/** @typedef {"chart" | "log" | "witnesses" | "guide"} Shown */

/** @type {[Shown, string, string][]} */
const SHOWN = [
  ["chart", "Chart", "Chart memory over time"],
  ["log", "Log", "Print figures below the chart and to the console"],
  ["witnesses", "Witnesses", "Show made and alive of every scenario"],
  ["guide", "Guide", "Show the steps for the Memory tab"],
];

/** The two groups of switches: what to demonstrate, and what to show. */
export class Scenarios extends HTMLElement {
  /** @type {Map<string, ScenarioCard>} */
  #cards = new Map();
  /** @type {Map<Shown, HTMLInputElement>} */
  #shown = new Map();
  #topic = "";

  /** @param {Page} page */
  connect(page) {
    const { experiment, sampler, store } = page;
    this.append(
      element("h2", { id: "show" }, "Show"),
      this.#switches(page),
      element("h2", { id: "demonstrate" }, "Demonstrate"),
      ...this.#groups(page),
    );
    const cards = [...this.#cards.values()];
    const refresh = () => {
      for (let place = 0; place < cards.length; place += 1) {
        cards[place]?.refresh();
      }
    };
    // Made once: nothing may be made at a tick.
    const refreshBusy = () => {
      for (let place = 0; place < cards.length; place += 1) {
        if (cards[place]?.status?.busy) {
          cards[place]?.refresh();
        }
      }
    };
    experiment.addEventListener("change", (event) => {
      const slug = /** @type {CustomEvent<string | null>} */ (event).detail;
      slug === null ? refresh() : this.#cards.get(slug)?.refresh();
    });
    experiment.addEventListener("mark", (event) => {
      if (/** @type {CustomEvent<{ type: string }>} */ (event).detail.type === "collection") {
        cards.forEach((card) => card.collected());
      }
    });
    sampler.addEventListener("tick", refreshBusy);
    everySecond(sampler, refresh);
    store.addEventListener("change", () => this.#follow(page));
    this.#follow(page);
  }

  /** @param {Page} page */
  #groups(page) {
    /** @type {Map<string, HTMLElement[]>} */
    const groups = new Map();
    for (const scenario of page.experiment.scenarios) {
      const card = new ScenarioCard();
      card.connect(page, scenario);
      this.#cards.set(scenario.slug, card);
      groups.set(scenario.group, [...(groups.get(scenario.group) ?? []), element("li", {}, card)]);
    }
    return [...groups].map(([group, items]) =>
      element("section", {}, element("h3", { class: "group" }, group), element("ul", { class: "plain" }, ...items)),
    );
  }

  /** @param {Page} page */
  #switches({ store }) {
    const labels = SHOWN.map(([name, label, title]) => {
      const input = element("input", { type: "checkbox", onchange: () => store.update({ [name]: input.checked }) });
      this.#shown.set(name, input);
      return element("label", { class: "toggle", title }, input, element("span", {}, label));
    });
    return element("div", { class: "toggles", role: "group", "aria-labelledby": "show" }, ...labels);
  }

  /** Sets the switches to the state, and unfolds the card the guide is at. @param {Page} page */
  #follow(page) {
    const { state } = page.store;
    this.#shown.forEach((input, name) => {
      input.checked = state[name];
    });
    const { slug } = topicOf(page);
    if (slug !== this.#topic) {
      this.#topic = slug;
      this.#cards.forEach((card, other) => card.unfold(other === slug));
    }
    this.#cards.forEach((card) => card.refresh());
  }
}

customElements.define("lab-scenarios", Scenarios);
