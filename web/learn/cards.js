import { Boxes } from "./boxes.js";
import { Roots } from "./roots.js";

/** @typedef {import('../page.js').Page} Page */

/** The general cards: their words are in index.html, what lives in them is connected here. */
export class Cards extends HTMLElement {
  /** @param {Page} page */
  connect(page) {
    for (const part of this.querySelectorAll("lab-roots, lab-boxes")) {
      if (part instanceof Roots || part instanceof Boxes) {
        part.connect(page);
      }
    }
    this.addEventListener("click", (event) => this.#follow(event, page));
  }

  /** A link to a scenario opens the guide there and leaves what runs alone; a task's link is a whole state. @param {Event} event @param {Page} page */
  #follow(event, page) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const topic = link?.hash.startsWith("#guide=") ? link.hash.slice("#guide=".length) : "";
    if (!link || !(topic || link.hasAttribute("data-task"))) {
      return;
    }
    if (topic) {
      event.preventDefault();
      page.store.update({ topic, guide: true });
    }
    document.querySelector(topic ? "lab-guide" : "main")?.scrollIntoView();
  }
}

customElements.define("lab-cards", Cards);
