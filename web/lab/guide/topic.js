/** @import { Line } from "../../generated/catalogue.js" */
/** @import { Page } from "../page.js" */

/** What the guide opens at when nothing is chosen and nothing runs, and what to begin with. */
export const FIRST = "leak-classes";

/**
 * The scenario the guide is at: the chosen one, else the first that runs.
 * @param {Pick<Page, "experiment" | "store">} page
 * @returns {Line}
 */
export function topicOf({ experiment, store }) {
  const { topic, runs } = store.state;
  const slug = topic || runs[0]?.slug || FIRST;
  const found = experiment.scenarios.find((scenario) => scenario.slug === slug);
  return found ?? /** @type {Line} */ (experiment.scenarios[0]);
}

/** @type {Record<Line["kind"], string>} */
export const KINDS = { leak: "Leak", control: "Control", trick: "Trick" };
