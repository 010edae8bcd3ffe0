import { LabError } from "./errors.js";

/** @import { Card, Index, Line } from '../../generated/catalogue.js' */

/** The scenarios: what is known of all from the start, and a card of each when it is asked for. */
export class Catalogue {
  /** @type {Map<string, Promise<Card>>} */
  #cards = new Map();

  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.scenarios = index.scenarios;
    this.themes = index.themes;
  }

  /** Loads the index. */
  static async open() {
    return new Catalogue(/** @type {Index} */ (await read("index")));
  }

  /** @param {string} slug @returns {Line} */
  line(slug) {
    const line = this.scenarios.find((scenario) => scenario.slug === slug);
    if (!line) throw new LabError("lab.unknown-scenario", `There is no scenario “${slug}”.`);
    return line;
  }

  /** The words, claims and code of one scenario. @param {string} slug @returns {Promise<Card>} */
  card(slug) {
    let card = this.#cards.get(slug);
    if (!card) {
      card = read(this.line(slug).slug).then((record) => /** @type {Card} */ (record));
      this.#cards.set(slug, card);
      // What did not arrive is asked for again the next time.
      card.catch(() => this.#cards.delete(slug));
    }
    return card;
  }
}

/** @param {string} name @returns {Promise<unknown>} */
async function read(name) {
  try {
    const response = await fetch(new URL(`../../catalogue/${name}.json`, import.meta.url));
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await response.json();
  } catch (error) {
    throw new LabError("catalogue.unavailable", `catalogue/${name}.json did not arrive: ${words(error)}.`);
  }
}

/** @param {unknown} error */
const words = (error) => (error instanceof Error ? error.message : String(error));
