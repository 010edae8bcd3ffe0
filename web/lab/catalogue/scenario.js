import { attempt } from "../../ui/attempt.js";
import { Choice } from "../../ui/choice.js";
import { element, fill, write } from "../../ui/element.js";
import { count } from "../../ui/figure.js";
import { Rate } from "./rate.js";
import { KINDS } from "../guide/topic.js";

/** @typedef {import('../../page.js').Page} Page */
/** @typedef {import('../../wasm/lab.js').ScenarioInfo} ScenarioInfo */

const STEPS = [1, 100, 1_000];

/** One scenario of the list: what it is, its buttons, and what is left of what it made. */
export class ScenarioCard extends HTMLElement {
  #verb = document.createTextNode("Start");
  #state = document.createTextNode("");
  #truth = document.createTextNode("");
  #truthLine = element("p", { class: "scenario-truth", hidden: true }, this.#truth);
  /** @type {Choice | undefined} a control has no variants */
  #variant;
  #made = -1;
  #alive = -1;
  #asked = 0;
  #before = 0;
  /** What had been made when the last collection was seen. */
  #collectedAt = -1;

  /** @param {Page} page @param {ScenarioInfo} scenario */
  connect(page, scenario) {
    this.page = page;
    this.scenario = scenario;
    this.status = page.experiment.status(scenario.slug);
    const restart = () => this.#restart();
    this.rate = new Rate(scenario, restart);
    this.#variant = scenario.fixed
      ? new Choice(
          "Variant",
          [
            ["leaky", "Leaky"],
            ["fixed", "Fixed"],
          ],
          restart,
        )
      : undefined;
    this.body = element("div", { class: "scenario-body", id: `scenario-${scenario.slug}` });
    this.opener = element(
      "button",
      {
        type: "button",
        class: "scenario-title",
        "aria-expanded": "false",
        "aria-controls": this.body.id,
        onclick: () => this.#choose(),
      },
      scenario.title,
    );
    this.runner = element(
      "button",
      {
        type: "button",
        class: "button scenario-run",
        "aria-label": `Start ${scenario.slug}`,
        onclick: () => this.#toggle(),
      },
      this.#verb,
    );
    fill(this.body, {}, this.#controls(scenario));
    this.append(
      element("h4", {}, this.opener),
      this.runner,
      element(
        "p",
        { class: "scenario-line" },
        element("span", { class: "badge", "data-kind": scenario.kind }, KINDS[scenario.kind]),
        " ",
        element("code", {}, scenario.slug),
        " ",
        element("span", { class: "scenario-state" }, this.#state),
      ),
      this.#truthLine,
      this.body,
    );
    this.refresh();
  }

  /** @param {ScenarioInfo} scenario @returns {Node[]} */
  #controls(scenario) {
    const steps = STEPS.map((units) =>
      element(
        "button",
        {
          type: "button",
          class: "button",
          "aria-label": `Make ${count(units)} of ${scenario.slug}`,
          onclick: () => this.#step(units),
        },
        `×${count(units)}`,
      ),
    );
    const release = element("button", { type: "button", class: "button", onclick: () => this.#letGo() }, "Let go");
    const stepping = element("div", { class: "buttons joined", role: "group", "aria-label": "Make units" }, ...steps);
    return [
      element("p", { class: "soft" }, `${sentence(scenario.summary)} A unit is ${scenario.unit}.`),
      ...(this.#variant ? [this.#variant.root] : []),
      element("div", { class: "row" }, stepping, release),
      ...(this.rate ? [this.rate.root] : []),
    ];
  }

  /** Opens or closes the card's controls. @param {boolean} open */
  unfold(open) {
    if (this.hasAttribute("open") !== open) {
      this.toggleAttribute("open", open);
      this.opener?.setAttribute("aria-expanded", String(open));
    }
  }

  /** A collection was seen: the count of the living is the truth until more are made. */
  collected() {
    this.#collectedAt = this.status?.made ?? -1;
    this.#made = -1;
    this.refresh();
  }

  /** Writes what has changed. */
  refresh() {
    const { status, runner, page, scenario } = this;
    if (!status || !runner || !page || !scenario) {
      return;
    }
    const running = status.running !== null;
    if (this.hasAttribute("running") !== running) {
      this.toggleAttribute("running", running);
      write(this.#verb, running ? "Stop" : "Start");
      runner.setAttribute("aria-label", `${running ? "Stop" : "Start"} ${scenario.slug}`);
    }
    if (this.#run !== status.running) {
      this.#run = status.running;
      this.#adopt();
    }
    if (this.hasAttribute("busy") !== status.busy) {
      this.toggleAttribute("busy", status.busy);
    }
    this.#count();
  }

  /** @type {import('../../wasm/lab.js').Run | null} the run that the controls show */
  #run = null;

  /** Sets the controls to the run that is on, however it was started. */
  #adopt() {
    const run = this.#run;
    if (run) {
      if (this.#variant) {
        this.#variant.value = run.fixed ? "fixed" : "leaky";
      }
      this.rate?.set(run.period, run.units);
    }
    write(this.#state, run ? `${run.fixed ? "Fixed" : "Running"} · ${this.rate?.pace ?? ""}` : "");
  }

  #count() {
    const { status, page } = this;
    if (!status || !page) {
      return;
    }
    const shown = page.store.state.witnesses || status.running !== null || status.made > 0;
    if (this.#truthLine.hidden === shown) {
      this.#truthLine.hidden = !shown;
    }
    if (!shown || (status.made === this.#made && status.alive === this.#alive && !status.busy)) {
      return;
    }
    this.#made = status.made;
    this.#alive = status.alive;
    if (status.busy && this.#asked > 1) {
      write(
        this.#truth,
        `Making ${count(Math.min(status.made - this.#before, this.#asked))} of ${count(this.#asked)}…`,
      );
      return;
    }
    if (status.made === 0) {
      write(this.#truth, "Nothing made yet");
      return;
    }
    const after = status.made === this.#collectedAt ? "alive after collection" : "alive or not yet collected";
    write(this.#truth, `${count(status.made)} made, ${count(status.alive)} ${after}`);
  }

  #choose() {
    const open = this.hasAttribute("open");
    this.unfold(!open);
    if (!open && this.scenario) {
      this.page?.store.update({ topic: this.scenario.slug });
    }
  }

  #toggle() {
    const { page, scenario, status } = this;
    if (page && scenario) {
      void attempt(page, () => (status?.running ? page.experiment.stop(scenario.slug) : this.#start()));
    }
  }

  #start() {
    const { page, scenario, rate } = this;
    page?.experiment.start(scenario?.slug ?? "", { variant: this.variant, ...rate?.get() });
  }

  /** The variant that the next unit is of. */
  get variant() {
    return this.#variant?.value ?? "leaky";
  }

  /** A run that is on goes on with what the controls say now. */
  #restart() {
    const { page, status } = this;
    if (page && status?.running) {
      void attempt(page, () => this.#start());
    }
  }

  /** @param {number} units */
  async #step(units) {
    const { page, scenario, status } = this;
    if (!page || !scenario || !status || status.busy) {
      return;
    }
    this.#asked = units;
    this.#before = status.made;
    await attempt(page, () => page.experiment.step(scenario.slug, units, this.variant));
    this.#asked = 0;
    this.#made = -1;
    this.refresh();
  }

  #letGo() {
    const { page, scenario } = this;
    if (page && scenario) {
      void attempt(page, () => page.experiment.letGo(scenario.slug));
    }
  }
}

/** @param {string} words */
function sentence(words) {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

customElements.define("lab-scenario", ScenarioCard);
