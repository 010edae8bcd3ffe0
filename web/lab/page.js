/**
 * What the parts of the Lab share. A part is made with it, and never reaches into another.
 * @typedef {object} Page
 * @property {import("./experiment.js").Experiment} experiment runs the scenarios
 * @property {import("./sampler.js").Sampler} sampler reads the meters
 * @property {import("../shell/store.js").Store<import("../wasm/lab.js").State>} store the state that the address carries
 * @property {import("./catalogue/cards.js").Cards} cards the words of each scenario
 * @property {(notice: import("./errors.js").Notice) => void} notify says something to the visitor
 */

export {};
