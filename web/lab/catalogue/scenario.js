import { attempt } from "../../ui/attempt.js";
import { element, write } from "../../ui/element.js";
import { count } from "../../ui/figure.js";
import { KINDS } from "../guide/topic.js";
import { CardControls } from "./card-controls.js";

/** @import { Line } from "../../generated/catalogue.js" */
/** @import { Run } from "../../wasm/lab.js" */
/** @import { Page } from "../page.js" */

/** One scenario of the list: what it is, its buttons, and what is left of what it made. */
export class ScenarioCard extends HTMLElement {
  #verb = document.createTextNode("Start");
  #state = document.createTextNode("");
  #truth = document.createTextNode("");
  #truthLine = element("p", { class: "scenario-truth", hidden: true }, this.#truth);
  /** @type {CardControls | null} made when they are first wanted */
  #controls = null;
  #body;
  #made = -1;
  #alive = -1;
  #asked = 0;
  #before = 0;
  /** What had been made when the last collection was seen. */
  #collectedAt = -1;
  /** @type {Run | null} the run that the controls show */
  #run = null;

  /** @param {Page} page @param {Line} scenario */
  constructor(page, scenario) {
    super();
    const { slug, title, kind } = scenario;
    this.page = page;
    this.slug = slug;
    this.status = page.experiment.status(slug);
    this.found = [slug, title, scenario.summary, scenario.words ?? ""].join(" ").toLowerCase();
    this.#body = element("div", { class: "scenario-body", id: `scenario-${slug}` });
    this.opener = element(
      "button",
      {
        type: "button",
        class: "scenario-title",
        "aria-expanded": "false",
        "aria-controls": this.#body.id,
        onclick: () => this.#choose(),
      },
      title,
    );
    this.runner = element(
      "button",
      { type: "button", class: "button scenario-run", "aria-label": `Start ${slug}`, onclick: () => this.#toggle() },
      this.#verb,
    );
    this.append(
      element("h4", {}, this.opener),
      this.runner,
      element(
        "p",
        { class: "scenario-line" },
        element("span", { class: "badge", "data-kind": kind }, KINDS[kind]),
        " ",
        element("code", {}, slug),
        " ",
        element("span", { class: "scenario-state" }, this.#state),
      ),
      this.#truthLine,
      this.#body,
    );
  }

  /** The controls; most cards stay closed, and have none. */
  #built() {
    if (!this.#controls) {
      this.#controls = new CardControls(this.status.info, {
        restart: () => this.#restart(),
        step: (units) => void this.#step(units),
        letGo: () => this.#letGo(),
      });
      this.#body.append(...this.#controls.nodes);
    }
    return this.#controls;
  }

  /** Opens or closes the card's controls. @param {boolean} open */
  unfold(open) {
    if (open) {
      this.#built();
    }
    if (this.hasAttribute("open") !== open) {
      this.toggleAttribute("open", open);
      this.opener.setAttribute("aria-expanded", String(open));
    }
  }

  /** A collection was seen: the count of the living is the truth until more are made. */
  collected() {
    this.#collectedAt = this.status.made;
    this.#made = -1;
    this.refresh();
  }

  /** Writes what has changed. */
  refresh() {
    const { status, runner, slug } = this;
    const running = status.running !== null;
    if (this.hasAttribute("running") !== running) {
      this.toggleAttribute("running", running);
      write(this.#verb, running ? "Stop" : "Start");
      runner.setAttribute("aria-label", `${running ? "Stop" : "Start"} ${slug}`);
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

  /** Sets the controls to the run that is on, however it was started. */
  #adopt() {
    const run = this.#run;
    if (!run) {
      write(this.#state, "");
      return;
    }
    const controls = this.#built();
    controls.adopt(run);
    write(this.#state, `${run.fixed ? "Fixed" : "Running"} · ${controls.pace}`);
  }

  #count() {
    const { status } = this;
    const shown = this.page.store.state.witnesses || status.running !== null || status.made > 0;
    if (this.#truthLine.hidden === shown) {
      this.#truthLine.hidden = !shown;
    }
    if (!shown || (status.made === this.#made && status.alive === this.#alive && !status.busy)) {
      return;
    }
    this.#made = status.made;
    this.#alive = status.alive;
    write(this.#truth, this.#words());
  }

  #words() {
    const { made, busy } = this.status;
    if (busy && this.#asked > 1) {
      return `Making ${count(Math.min(made - this.#before, this.#asked))} of ${count(this.#asked)}…`;
    }
    if (made === 0) {
      return "Nothing made yet";
    }
    if (this.status.info.witness === "unseen") {
      return `${count(made)} made; which are alive cannot be seen`;
    }
    const after = made === this.#collectedAt ? "alive after collection" : "alive or not yet collected";
    return `${count(made)} made, ${this.#living()} ${after}`;
  }

  /** Of a pair, each half; of very many, a fair sample. */
  #living() {
    const { alive, halves, witnesses } = this.status;
    if (halves) {
      return `${count(halves.js)} in JavaScript and ${count(halves.rust)} in Rust`;
    }
    return witnesses.sampled ? `about ${count(alive)} (by a sample)` : count(alive);
  }

  #choose() {
    const open = this.hasAttribute("open");
    this.unfold(!open);
    if (!open) {
      this.page.store.update({ topic: this.slug });
    }
  }

  #toggle() {
    const { experiment, notify } = this.page;
    void attempt(notify, () => (this.status.running ? experiment.stop(this.slug) : this.#start()));
  }

  #start() {
    this.page.experiment.start(this.slug, this.#controls?.asked ?? {});
  }

  /** A run that is on goes on with what the controls say now. */
  #restart() {
    if (this.status.running) {
      void attempt(this.page.notify, () => this.#start());
    }
  }

  /** @param {number} units */
  async #step(units) {
    const { status, slug } = this;
    if (status.busy) {
      return;
    }
    const { experiment, notify } = this.page;
    this.#asked = units;
    this.#before = status.made;
    await attempt(notify, () => experiment.step(slug, units, this.#built().variant));
    this.#asked = 0;
    this.#made = -1;
    this.refresh();
  }

  #letGo() {
    const { experiment, notify } = this.page;
    void attempt(notify, () => experiment.letGo(this.slug));
  }
}

customElements.define("lab-scenario", ScenarioCard);
