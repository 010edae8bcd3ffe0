import { button } from "./button.js";
import { fit } from "./fit.js";
import { Legend } from "./legend.js";
import { Problems } from "./problems.js";
import { ReadoutBox } from "./readout.js";
import { Scope } from "./scope.js";
import { colorsOf, onThemeChange } from "./theme.js";
import { readoutWords, summaryWords } from "./words.js";

/** @import { CursorMove, Panel, Precision, Problem, Readout, Recorded } from "./protocol.js" */

const SPANS = [
  { seconds: 30, label: "30 s" },
  { seconds: 120, label: "2 min" },
  { seconds: 0, label: "All" },
];

/** @type {Record<string, CursorMove>} */
const KEYS = {
  ArrowLeft: "left",
  ArrowRight: "right",
  PageUp: "page-left",
  PageDown: "page-right",
  Home: "home",
  End: "end",
  Escape: "off",
};

/** How often the words for screen readers are renewed while the chart has the focus, in ms. */
const SUMMARY_EVERY = 10_000;

/**
 * The chart with its titles, legend and controls. Everything that moves is drawn in the worker; the page only
 * passes on what the reader does.
 *
 * Events: `span` after the reader chose one, `problem` with `{code, message, advice}` as its detail.
 */
export class LabChart extends HTMLElement {
  /** @type {Scope | null} where samples, events and points go; null when there is no chart */
  scope = null;

  /** @type {Panel[]} */
  #panels = [];
  /** @type {Panel[]} those in the picture */
  #shown = [];
  /** @type {Precision} */
  #precision = "absent";
  #span = 30;
  #paused = false;
  #summaryTimer = 0;
  /** @type {AbortController | null} ends all that listens outside of this element */
  #watching = null;

  #stage = element("div", "chart-stage");
  #words = element("p", "chart-words");
  #spoken = element("p", "chart-words");
  #spanButtons = SPANS.map(({ seconds, label }) => button(label, () => this.#choose(seconds)));
  #pauseButton = button("Pause", () => this.pause(!this.#paused));
  #problems = new Problems();
  #legend = new Legend();
  #readout = new ReadoutBox();
  /** Whether the next readout is to be said aloud: after a key, not while time passes. */
  #speak = false;

  /**
   * Opens the chart, with a fresh worker. Its history is empty, unless it goes on with what another one recorded.
   *
   * @param {Panel[]} panels
   * @param {Precision} precision of the JS heap's meters
   * @param {Recorded} [recorded]
   */
  open(panels, precision, recorded) {
    this.close();
    this.#panels = panels;
    this.#precision = precision;
    const canvas = this.#build();
    if (!Scope.supported) {
      this.#report({
        code: "scope.unsupported",
        message: "This browser cannot draw on a canvas from a worker, so there is no chart.",
        advice: "Everything else works; for the chart use a current Chromium, Firefox or Safari.",
      });
      return;
    }
    try {
      // Without a size until the canvas has one, before it is first shown: to ask for it now would lay the page out twice.
      const size = { width: 0, height: 0, ratio: devicePixelRatio };
      this.#start(new Scope(canvas, { panels, precision, recorded, ...size }), canvas);
    } catch (error) {
      const message = `The chart's worker could not start: ${error}.`;
      this.#gone({ code: "scope.lost", message, advice: "If it stays, reload the page." }, recorded ?? null, false);
    }
  }

  /** Seconds on show; 0 is the whole run. */
  get span() {
    return this.#span;
  }

  set span(seconds) {
    this.#span = seconds;
    this.scope?.span(seconds);
    SPANS.forEach((span, at) => pressed(this.#spanButtons[at], span.seconds === seconds));
  }

  /** @param {boolean} paused the picture stands still; history goes on */
  pause(paused) {
    this.#paused = paused;
    this.scope?.pause(paused);
    pressed(this.#pauseButton, paused);
    this.classList.toggle("paused", paused);
  }

  /** Whether the picture stands still. */
  get paused() {
    return this.#paused;
  }

  /** Ends the worker and everything that watches. */
  close() {
    this.#watching?.abort();
    this.#watching = null;
    clearInterval(this.#summaryTimer);
    this.scope?.close();
    this.scope = null;
  }

  disconnectedCallback() {
    this.close();
  }

  #build() {
    const spans = element("div", "chart-spans");
    spans.setAttribute("role", "group");
    spans.setAttribute("aria-label", "Time shown");
    spans.append(...this.#spanButtons);
    const bar = element("div", "chart-bar");
    bar.append(spans, this.#pauseButton);

    this.#words.id ||= `chart-words-${crypto.randomUUID()}`;
    this.#spoken.setAttribute("aria-live", "polite");
    this.#stage.tabIndex = 0;
    // An image would not get the arrow keys from a screen reader.
    this.#stage.setAttribute("role", "application");
    this.#stage.setAttribute("aria-roledescription", "chart");
    this.#stage.setAttribute("aria-describedby", this.#words.id);
    this.#stage.setAttribute("aria-keyshortcuts", Object.keys(KEYS).join(" "));

    const canvas = document.createElement("canvas");
    this.#show([]);
    this.#stage.replaceChildren(canvas, this.#legend.box, this.#readout.box);
    this.#problems.clear();
    this.replaceChildren(bar, this.#stage, this.#problems.box, this.#words, this.#spoken);
    return canvas;
  }

  /** @param {Panel[]} panels those in the picture */
  #show(panels) {
    this.#shown = panels;
    const titles = panels.map(({ title }) => title).join(", ");
    this.#stage.setAttribute("aria-label", `Chart over time: ${titles || "nothing yet"}`);
    this.#legend.build(panels);
    this.#readout.build(panels);
  }

  /** @param {Scope} scope @param {HTMLCanvasElement} canvas */
  #start(scope, canvas) {
    this.scope = scope;
    scope.onproblem = (problem) => this.#report(problem);
    scope.onmended = (code) => this.#problems.mended(code);
    scope.onlost = (problem, recorded) => this.#gone(problem, recorded, scope.ready);
    scope.onpanels = (ids) => this.#show(this.#panels.filter(({ id }) => ids.includes(id)));
    scope.onsummary = (summary) => {
      this.#words.textContent = summaryWords(summary, this.#panels);
    };
    scope.onreadout = (readout) => this.#read(readout, canvas);
    this.span = this.#span;
    this.pause(this.#paused);

    this.#watching = new AbortController();
    const { signal } = this.#watching;
    const theme = () => scope.theme(colorsOf(this, this.#panels));
    theme();
    onThemeChange(theme, signal);
    fit(scope, canvas, signal, () => this.#legend.fit());
    this.#watchReader(scope, canvas, signal);
  }

  /** @param {Readout} readout @param {HTMLCanvasElement} canvas */
  #read(readout, canvas) {
    this.#readout.show(readout, canvas.clientWidth);
    if (this.#speak) this.#spoken.textContent = readoutWords(readout, this.#shown);
    this.#speak = false;
  }

  /** @param {Scope} scope @param {HTMLCanvasElement} canvas @param {AbortSignal} signal */
  #watchReader(scope, canvas, signal) {
    const stage = this.#stage;
    /** @param {PointerEvent} event */
    const point = (event) => scope.pointer(event.clientX - canvas.getBoundingClientRect().left);
    stage.addEventListener("pointermove", point, { signal });
    stage.addEventListener("pointerdown", point, { signal });
    stage.addEventListener("pointerleave", () => scope.pointer(null), { signal });
    stage.addEventListener("keydown", (event) => this.#key(scope, event), { signal });
    const focus = () => {
      scope.summarise();
      clearInterval(this.#summaryTimer);
      this.#summaryTimer = window.setInterval(() => scope.summarise(), SUMMARY_EVERY);
    };
    const blur = () => {
      clearInterval(this.#summaryTimer);
      scope.cursor("off");
    };
    stage.addEventListener("focus", focus, { signal });
    stage.addEventListener("blur", blur, { signal });
  }

  /** @param {Scope} scope @param {KeyboardEvent} event */
  #key(scope, event) {
    const move = KEYS[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#speak = move !== "off";
    scope.cursor(move);
  }

  /** @param {number} seconds */
  #choose(seconds) {
    this.span = seconds;
    this.dispatchEvent(new Event("span"));
  }

  /**
   * The worker is no more.
   *
   * @param {Problem} problem
   * @param {Recorded | null} recorded
   * @param {boolean} had whether there was anything to lose
   */
  #gone(problem, recorded, had) {
    this.close();
    const more = recorded ? "What it had recorded is kept." : had ? "What it had recorded is lost." : "";
    const again = () => this.open(this.#panels, this.#precision, recorded ?? undefined);
    this.#report(problem, more, again);
  }

  /** @param {Problem} problem @param {string} [more] @param {() => void} [again] */
  #report(problem, more, again) {
    this.#problems.show(problem, more, again);
    const { code, message, advice } = problem;
    this.dispatchEvent(new CustomEvent("problem", { detail: { code, message, advice } }));
  }
}

/** @param {string} name @param {string} className */
function element(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

/** @param {HTMLButtonElement} target @param {boolean} state */
function pressed(target, state) {
  target.setAttribute("aria-pressed", String(state));
}

customElements.define("lab-chart", LabChart);
