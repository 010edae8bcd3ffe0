/** @import { ScenarioInfo } from "../../wasm/lab.js" */

/**
 * All words of one scenario, as the guide shows them.
 * @typedef {Pick<ScenarioInfo, "slug" | "kind" | "mechanism" | "cure" | "listing" | "javascript" | "leaky" | "fixed" | "guideUnits">} Card
 */

/**
 * Where the scenarios' words come from.
 * @typedef {object} Cards
 * @property {(slug: string) => Promise<Card>} card rejects if they do not arrive
 */

/**
 * The words that the lab's module has in it.
 * @param {ScenarioInfo[]} scenarios
 * @returns {Cards}
 */
export function cardsOf(scenarios) {
  return {
    card: async (slug) => {
      const card = scenarios.find((scenario) => scenario.slug === slug);
      if (!card) {
        throw new Error(`There are no words about ${slug}.`);
      }
      return card;
    },
  };
}
