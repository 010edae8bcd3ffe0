import { quoted, split } from "../shell/words.js";
import { element } from "../ui/element.js";
import { Boxes } from "./boxes.js";
import { loadCard } from "./card.js";
import { CARDS } from "./index.js";
import { Roots } from "./roots.js";

/** @import { Room, Shell } from "../shell/room.js" */
/** @import { CardInfo } from "./index.js" */

/** @param {Shell} shell @returns {Promise<Room>} */
export async function enter(shell) {
  return new LearnRoom(shell);
}

/** The room of the background cards: a list of them, or one. @implements {Room} */
class LearnRoom {
  /** @type {CardInfo | null} the card on show */
  #card = null;
  /** @type {Map<string, HTMLElement>} those that were looked at */
  #read = new Map();
  #list = element(
    "section",
    { class: "learn-list" },
    element("h2", {}, "Learn"),
    element("p", { class: "soft" }, "The background of the scenarios, a card each."),
    element(
      "ul",
      { class: "plain" },
      ...CARDS.map(({ id, title, summary }) =>
        element("li", {}, element("h3", {}, element("a", { href: `#learn=${id}` }, title)), element("p", {}, summary)),
      ),
    ),
  );
  #links = new Map(CARDS.map(({ id, title }) => [id, element("a", { href: `#learn=${id}` }, title)]));
  #contents = element(
    "nav",
    { class: "learn-contents", "aria-label": "Cards" },
    element("ul", { class: "plain" }, ...[...this.#links.values()].map((link) => element("li", {}, link))),
  );
  #place = element("div", { class: "learn-card" });
  root = element("div", { class: "room learn" }, this.#list, this.#contents, this.#place);

  /** @param {Shell} shell */
  constructor(shell) {
    this.shell = shell;
  }

  title() {
    return `${this.#card?.title ?? "Learn"} · Leak Lab`;
  }

  /** @param {string[]} words */
  follow([own = "", ...rest]) {
    const { value } = split(own);
    const card = CARDS.find(({ id }) => id === value) ?? null;
    this.#show(card);
    const sentences = [
      ...(value && !card ? [`There is no card ${quoted(value)}.`] : []),
      ...rest.map((word) => `Unknown word ${quoted(word)} ignored.`),
    ];
    return { sentences };
  }

  address() {
    return this.#card ? `learn=${this.#card.id}` : "learn";
  }

  async options() {
    const rows = CARDS.map(({ id, title }) => ({ word: `#learn=${id}`, line: title }));
    return [{ title: "Cards", rows: [{ word: "#learn", line: "All cards" }, ...rows] }];
  }

  /** @param {CardInfo | null} card nothing for the list */
  #show(card) {
    const changed = card !== this.#card;
    this.#card = card;
    this.#list.hidden = card !== null;
    this.#contents.hidden = card === null;
    this.#place.hidden = card === null;
    for (const [id, link] of this.#links) {
      id === card?.id ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
    }
    if (card) {
      const article = this.#read.get(card.id) ?? this.#open(card);
      this.#place.replaceChildren(article);
    }
    if (changed) {
      window.scrollTo(0, 0);
    }
  }

  /** @param {CardInfo} card */
  #open({ id, title }) {
    const article = element("article", { class: "card" });
    this.#read.set(id, article);
    const load = async () => {
      article.replaceChildren(element("h2", {}, title), element("p", { class: "soft", role: "status" }, "Loading…"));
      try {
        article.replaceChildren(...(await loadCard(id)));
        this.#animate(article);
      } catch (error) {
        const again = element("button", { type: "button", class: "button", onclick: load }, "Try again");
        const words = `The words did not arrive: ${error instanceof Error ? error.message : error}. `;
        article.replaceChildren(
          element("h2", {}, title),
          element("p", { class: "warning", role: "alert" }, words, again),
        );
      }
    };
    void load();
    return article;
  }

  /** Puts what moves into the places that a card has for it. @param {HTMLElement} article */
  #animate(article) {
    for (const place of article.querySelectorAll("[data-figure]")) {
      const figure = place.getAttribute("data-figure");
      place.replaceChildren(figure === "roots" ? new Roots() : new Boxes(this.shell.readings));
    }
  }
}
