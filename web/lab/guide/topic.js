/** @typedef {import('../../wasm/lab.js').ScenarioInfo} ScenarioInfo */

/** What the guide opens at when nothing is chosen and nothing runs. */
const FIRST = "leak-classes";

/**
 * The scenario the guide is at: the chosen one, else the first that runs.
 * @param {import('../../page.js').Page} page
 * @returns {ScenarioInfo}
 */
export function topicOf({ experiment, store }) {
  const { topic, runs } = store.state;
  const slug = topic || runs[0]?.slug || FIRST;
  const found = experiment.scenarios.find((scenario) => scenario.slug === slug);
  return found ?? /** @type {ScenarioInfo} */ (experiment.scenarios[0]);
}

/** @type {Record<ScenarioInfo["kind"], string>} */
export const KINDS = { leak: "Leak", control: "Control", trick: "Trick" };
