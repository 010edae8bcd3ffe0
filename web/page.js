/**
 * What the parts of the page share. A part gets it once, through its `connect` method, and never reaches into another.
 * @typedef {object} Page
 * @property {import('./lab/experiment.js').Experiment} experiment runs the scenarios
 * @property {import('./lab/sampler.js').Sampler} sampler reads the meters
 * @property {import('./shell/store.js').Store} store the state that the address carries
 * @property {(notice: import('./lab/errors.js').Notice) => void} notify says something to the visitor
 */

/**
 * A custom element that shows some of the page.
 * @typedef {HTMLElement & { connect(page: Page): void }} Part
 */

export {};
