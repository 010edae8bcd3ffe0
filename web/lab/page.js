/**
 * What the parts of the Lab share. A part is made with it, and never reaches into another.
 * @typedef {object} Page
 * @property {import("./experiment/experiment.js").Experiment} experiment runs the scenarios
 * @property {import("./experiment/sampler.js").Sampler} sampler reads the meters
 * @property {import("../shell/store.js").Store<import("../wasm/lab.js").State>} store the state that the address carries
 * @property {(notice: import("../ui/notice.js").Notice) => void} notify says something to the visitor
 * @property {(files: File[]) => void} open has heap files opened in Snapshots
 */

export {};
