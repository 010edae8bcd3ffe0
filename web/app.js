import { Lab } from "./lab/api.js";
import { Experiment } from "./lab/experiment.js";
import { noticeOf } from "./lab/errors.js";
import { Sampler } from "./lab/sampler.js";
import { Log } from "./log.js";
import { Runs } from "./runs.js";
import { Store } from "./store.js";
import { panels } from "./panels.js";
import "./part/index.js";
import "./scope/chart.js";
import { fromHash, toHash } from "./wasm/lab.js";

/** @typedef {import('./lab/errors.js').Notice} Notice */
/** @typedef {import('./page.js').Part} Part */

const PARTS =
  "lab-scenarios, lab-toolbar, lab-meters, lab-guide, lab-cards, lab-options, lab-command, lab-log, lab-notices";

/** @param {string} selector @returns {any} a part of the page, typed where it is used */
const find = (selector) => document.querySelector(selector);

/** @param {Notice} notice */
const notify = (notice) => find("lab-notices").show(notice);

const opening = Experiment.open().then((experiment) => ({ experiment, sampler: new Sampler(experiment) }));
Reflect.set(globalThis, "lab", new Lab(opening));
opening.then(start).catch((error) => notify(noticeOf(error)));

/** @param {{ experiment: Experiment, sampler: Sampler }} opened */
function start({ experiment, sampler }) {
  const asked = fromHash(location.hash);
  const store = new Store(asked.state, toHash);
  const page = { experiment, sampler, store, notify };
  const log = new Log(sampler, experiment, (line) => find("lab-log").add(line));
  const runs = new Runs(experiment, store, notify);
  for (const part of document.querySelectorAll(PARTS)) /** @type {Part} */ (part).connect(page);

  openChart(page);
  const show = () => {
    const { chart, log: logged, guide } = store.state;
    document.body.classList.toggle("no-chart", !chart);
    document.body.classList.toggle("no-log", !logged);
    document.body.classList.toggle("no-guide", !guide);
    log.set(logged);
  };
  let every = 0;
  const sample = () => {
    if (store.state.every === every) return;
    every = store.state.every;
    sampler.run(every);
  };
  store.addEventListener("change", () => {
    show();
    sample();
  });
  document.addEventListener("visibilitychange", () => sampler.run(every));
  experiment.addEventListener("notice", (event) => notify(/** @type {CustomEvent} */ (event).detail));

  /** @param {import('./wasm/lab.js').Parsed} parsed */
  const apply = ({ state, help, notices }) => {
    store.update(state);
    experiment.setBudget(state.budget);
    runs.follow(state.runs);
    if (help) find("lab-options").open();
    if (notices.length > 0) {
      notify({ code: "page.words-ignored", message: notices.join(" "), advice: "Press ? for all options." });
    }
  };
  const help = new URLSearchParams(location.search).has("h");
  apply({ ...asked, help: asked.help || help });
  window.addEventListener("hashchange", () => apply(fromHash(location.hash)));
  document.addEventListener("command", (event) => apply(/** @type {CustomEvent} */ (event).detail));
  sampler.sample();
  performance.mark("lab-ready");
}

/** @param {import('./page.js').Page} page */
function openChart({ experiment, sampler, store }) {
  const chart = find("lab-chart");
  chart.open(panels(experiment.meters), experiment.precision);
  sampler.addEventListener("tick", () => chart.scope?.sample(sampler.row));
  sampler.addEventListener("point", (event) => {
    const { id, time, value } = /** @type {CustomEvent} */ (event).detail;
    chart.scope?.point(id, time, value);
  });
  experiment.addEventListener("mark", (event) => {
    chart.scope?.event(/** @type {CustomEvent} */ (event).detail);
  });
  let span = NaN;
  const follow = () => {
    if (store.state.span === span) return;
    span = store.state.span;
    chart.span = span;
  };
  store.addEventListener("change", follow);
  chart.addEventListener("span", () => {
    span = chart.span;
    store.update({ span });
  });
  follow();
}
