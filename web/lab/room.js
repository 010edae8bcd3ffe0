import { Log } from "./readings/figures.js";
import { LabChart } from "../scope/chart.js";
import { Store } from "../shell/store.js";
import { ignored, split } from "../shell/words.js";
import { element } from "../ui/element.js";
import { Lab } from "./api.js";
import { Scenarios } from "./catalogue/scenarios.js";
import { CommandLine } from "./controls/command.js";
import { FirstMinute } from "./controls/first-minute.js";
import { Shown } from "./controls/shown.js";
import { Toolbar } from "./controls/toolbar.js";
import { Experiment } from "./experiment/experiment.js";
import { Guide } from "./guide/guide.js";
import { Mirror } from "./mirror.js";
import { plot } from "./plot.js";
import { LogPanel } from "./readings/log.js";
import { Meters } from "./readings/meters.js";
import { Sampler } from "./experiment/sampler.js";
import { readWords, writeWords } from "./words.js";

/** @import { State } from "../wasm/lab.js" */
/** @import { Room, Shell } from "../shell/room.js" */
/** @import { Page } from "./page.js" */
/** @import { Asked } from "./words.js" */

/** What of the state is an element that is shown or not. @type {(keyof State)[]} */
const VISIBLE = ["chart", "log", "guide"];

/** @param {Shell} shell @returns {Promise<Room>} */
export async function enter(shell) {
  const opening = Experiment.open().then((experiment) => ({ experiment, sampler: new Sampler(experiment) }));
  Reflect.set(globalThis, "lab", new Lab(opening));
  const { experiment, sampler } = await opening;
  return new LabRoom(experiment, sampler, shell);
}

/** The room of the experiment: scenarios, chart, controls, guide, readings. @implements {Room} */
class LabRoom {
  #followed = false;

  /** @param {Experiment} experiment @param {Sampler} sampler @param {Shell} shell */
  constructor(experiment, sampler, shell) {
    this.experiment = experiment;
    this.sampler = sampler;
    this.shell = shell;
    const { state } = readWords([], experiment.catalogue.index, experiment.budget);
    this.store = new Store(state);
    /** @type {Page} */
    const page = { experiment, sampler, store: this.store, notify: shell.notify, open: shell.open };
    this.mirror = new Mirror(page);
    this.chart = new LabChart();
    this.page = page;
    this.root = element("div", { class: "room lab" }, ...this.#parts(page));
    this.#keepUp();
  }

  title() {
    return "Leak Lab: memory leaks to watch, step by step";
  }

  /** @param {string[]} words */
  follow(words) {
    if (!this.#followed) {
      // Not before: the chart takes its size and its colours from the page.
      plot(this.chart, this.page);
    }
    const [only = ""] = words;
    const asked = readWords(
      words.filter((word) => word !== "lab"),
      this.experiment.catalogue.index,
      this.experiment.budget,
    );
    // Only a link to the guide is this short, the page itself writes more: it changes nothing else.
    if (this.#followed && words.length === 1 && split(only).name === "guide") {
      const { topic, guide } = asked.state;
      this.store.update(topic ? { topic, guide } : { guide });
    } else {
      this.#apply(asked);
    }
    if (!this.#followed) {
      this.#followed = true;
      this.sampler.sample();
      performance.mark("lab-ready");
    }
    return asked.ignored;
  }

  address() {
    return writeWords(this.store.state, this.experiment.catalogue.index);
  }

  async options() {
    const { sheets } = await import("./sheet.js");
    return sheets(this.experiment.catalogue.index);
  }

  /** @param {Page} page */
  #parts(page) {
    const log = new LogPanel();
    const figures = new Log(this.sampler, this.experiment, (line) => log.add(line));
    this.store.select(["log"], ({ log: logged }) => figures.set(logged));
    const scenarios = new Scenarios(page);
    const guide = new Guide(page);
    const command = new CommandLine(page, (asked) => this.#commanded(asked));
    return [
      new FirstMinute(page, {
        point: (pointed) => scenarios.point(pointed),
        start: () => scenarios.goToFirst(),
        chart: () => reveal(this.chart, () => this.store.update({ chart: true })),
        guide: () => reveal(guide, () => this.store.update({ guide: true })),
      }),
      scenarios,
      element(
        "section",
        { class: "bench", "aria-labelledby": "bench-title" },
        element("h2", { id: "bench-title", class: "unseen" }, "Chart and controls"),
        this.chart,
        new Shown(this.store),
        new Toolbar(page),
        command,
      ),
      guide,
      element("section", { class: "readings", "aria-label": "Readings" }, new Meters(page), log),
    ];
  }

  #keepUp() {
    const { experiment, sampler, store, shell } = this;
    store.select(VISIBLE, (state) => {
      for (const name of VISIBLE) {
        this.root.classList.toggle(`no-${name}`, !state[name]);
      }
    });
    store.select(["every"], ({ every }) => sampler.run(every));
    document.addEventListener("visibilitychange", () => sampler.run(store.state.every));
    const all = /** @type {(keyof State)[]} */ (Object.keys(store.state));
    store.select(all, () => shell.changed());
    experiment.addEventListener("notice", (event) => shell.notify(/** @type {CustomEvent} */ (event).detail));
  }

  /** @param {Asked} asked */
  #apply({ state }) {
    this.store.update({ ...state, runs: this.store.state.runs, budget: this.experiment.budget });
    this.mirror.follow(state.runs, state.budget);
  }

  /** @param {Asked} asked */
  #commanded(asked) {
    this.#apply(asked);
    if (asked.help) {
      this.shell.help();
    }
    const { sentences, more } = asked.ignored;
    if (sentences.length > 0) {
      this.shell.notify({
        code: "page.words-ignored",
        message: ignored(sentences, more ?? 0),
        advice: "Press Options for all words.",
      });
    }
  }
}

/** Shows a part and takes the visitor there. @param {HTMLElement} part @param {() => void} show */
function reveal(part, show) {
  show();
  part.scrollIntoView({ block: "nearest" });
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
}
