import { Legend } from "./legend.js";
import { ReadoutBox } from "./readout.js";
import { Scope, isFatal } from "./scope.js";
import { colorsOf, onThemeChange } from "./theme.js";

/** @import { CursorMove, Panel, Problem } from "./protocol.js" */

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
  /** @type {Scope | null} where samples, marks and points go; null when the chart could not be opened */
  scope = null;

  /** @type {Panel[]} */
  #panels = [];
  #span = 30;
  #paused = false;
  #seen = true;
  #summaryTimer = 0;
  /** @type {AbortController | null} ends all that listens outside of this element */
  #watching = null;
  /** @type {HTMLCanvasElement | null} */
  #canvas = null;

  #bar = element("div", "chart-bar");
  #stage = element("div", "chart-stage");
  #words = element("p", "chart-words");
  #spoken = element("p", "chart-words");
  #problem = element("div", "chart-problem");
  /** @type {HTMLButtonElement[]} */
  #spanButtons = SPANS.map(({ seconds, label }) => button(label, () => this.#choose(seconds)));
  #pauseButton = button("Pause", () => this.pause(!this.#paused));
  #legend = new Legend();
  #readout = new ReadoutBox();
  /** Whether the next readout is to be said aloud: after a key, not while time passes. */
  #speak = false;

  /**
   * Opens the chart; again, with a fresh worker and an empty history, when it was open.
   *
   * @param {Panel[]} panels
   */
  open(panels) {
    this.close();
    this.#panels = panels;
    this.#build();
    if (!Scope.supported) {
      this.#report({
        code: "scope.unsupported",
        message: "This browser cannot draw on a canvas from a worker, so there is no chart.",
        advice: "Everything else works; for the chart use a current Chromium, Firefox or Safari.",
      });
      return;
    }
    const canvas = /** @type {HTMLCanvasElement} */ (this.#canvas);
    try {
      this.#start(new Scope(canvas, panels, this.#size(canvas)), canvas);
    } catch (error) {
      const advice = "Open the chart again; if it stays, reload the page.";
      this.#report({ code: "scope.lost", message: `The chart's worker could not start: ${error}.`, advice });
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
    this.#bar.replaceChildren(spans, this.#pauseButton);

    this.#words.id ||= `chart-words-${crypto.randomUUID()}`;
    this.#spoken.setAttribute("aria-live", "polite");
    this.#stage.tabIndex = 0;
    this.#stage.setAttribute("role", "img");
    this.#stage.setAttribute("aria-describedby", this.#words.id);

    this.#canvas = document.createElement("canvas");
    this.#show([]);
    this.#stage.replaceChildren(this.#canvas, this.#legend.box, this.#readout.box);
    this.#problem.setAttribute("role", "alert");
    this.#problem.hidden = true;
    this.replaceChildren(this.#bar, this.#stage, this.#problem, this.#words, this.#spoken);
  }

  /** @param {Panel[]} panels those in the picture */
  #show(panels) {
    const titles = panels.map(({ title }) => title).join(", ");
    this.#stage.setAttribute("aria-label", `Chart over time: ${titles || "nothing yet"}`);
    this.#legend.build(panels);
    this.#readout.build(panels);
  }

  /** @param {Scope} scope @param {HTMLCanvasElement} canvas */
  #start(scope, canvas) {
    this.scope = scope;
    scope.onerror = (problem) => this.#report(problem);
    scope.onpanels = (ids) => this.#show(this.#panels.filter(({ id }) => ids.includes(id)));
    scope.onsummary = (text) => {
      this.#words.textContent = text;
    };
    scope.onreadout = (readout) => {
      this.#readout.show(readout, canvas.clientWidth);
      if (this.#speak) this.#spoken.textContent = this.#readout.words(readout);
      this.#speak = false;
    };
    this.span = this.#span;
    this.pause(this.#paused);
    this.#watch(scope, canvas);
  }

  /** @param {Scope} scope @param {HTMLCanvasElement} canvas */
  #watch(scope, canvas) {
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    const theme = () => scope.theme(colorsOf(this, this.#panels));
    theme();
    onThemeChange(theme, signal);

    const hide = () => scope.hide(document.hidden || !this.#seen);
    document.addEventListener("visibilitychange", hide, { signal });
    const seeing = new IntersectionObserver((entries) => {
      this.#seen = entries.some((entry) => entry.isIntersecting);
      hide();
    });
    seeing.observe(canvas);
    const sizing = new ResizeObserver(([entry]) => this.#resized(scope, canvas, entry));
    observeDevicePixels(sizing, canvas);
    signal.addEventListener("abort", () => {
      seeing.disconnect();
      sizing.disconnect();
    });
    this.#watchRatio(scope, canvas, signal);
    this.#watchReader(scope, canvas, signal);
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
    stage.addEventListener(
      "focus",
      () => {
        scope.summarise();
        clearInterval(this.#summaryTimer);
        this.#summaryTimer = window.setInterval(() => scope.summarise(), SUMMARY_EVERY);
      },
      { signal },
    );
    stage.addEventListener(
      "blur",
      () => {
        clearInterval(this.#summaryTimer);
        scope.cursor("off");
      },
      { signal },
    );
  }

  /** @param {Scope} scope @param {KeyboardEvent} event */
  #key(scope, event) {
    const move = KEYS[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#speak = move !== "off";
    scope.cursor(move);
  }

  /** @param {Scope} scope @param {HTMLCanvasElement} canvas @param {AbortSignal} signal */
  #watchRatio(scope, canvas, signal) {
    const changed = () => {
      const { width, height, ratio } = this.#size(canvas);
      scope.resize(width, height, ratio);
      if (!signal.aborted) this.#watchRatio(scope, canvas, signal);
    };
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", changed, {
      once: true,
      signal,
    });
  }

  /** @param {HTMLCanvasElement} canvas */
  #size(canvas) {
    return { width: canvas.clientWidth, height: canvas.clientHeight, ratio: devicePixelRatio };
  }

  /** @param {Scope} scope @param {HTMLCanvasElement} canvas @param {ResizeObserverEntry} entry */
  #resized(scope, canvas, entry) {
    const [box] = entry.devicePixelContentBoxSize ?? [];
    const ratio = devicePixelRatio;
    let size = this.#size(canvas);
    // DevTools' device mode changes the ratio but not the device-pixel box: then the box is of no use.
    if (box && Math.abs(box.inlineSize - size.width * ratio) < 2) {
      size = { width: box.inlineSize / ratio, height: box.blockSize / ratio, ratio };
    }
    scope.resize(size.width, size.height, ratio);
    this.#legend.fit();
  }

  /** @param {number} seconds */
  #choose(seconds) {
    this.span = seconds;
    this.dispatchEvent(new Event("span"));
  }

  /** @param {Problem} problem */
  #report(problem) {
    const again = button("Open the chart again", () => this.open(this.#panels));
    const offer = isFatal(problem) ? [again] : [];
    if (isFatal(problem)) this.close();
    this.#problem.replaceChildren(`${problem.message} ${problem.advice} `, ...offer);
    this.#problem.hidden = false;
    this.dispatchEvent(new CustomEvent("problem", { detail: problem }));
  }
}

/** @param {ResizeObserver} observer @param {Element} target */
function observeDevicePixels(observer, target) {
  try {
    observer.observe(target, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(target);
  }
}

/** @param {string} name @param {string} className */
function element(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

/** @param {string} label @param {() => void} act */
function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

/** @param {HTMLButtonElement} target @param {boolean} state */
function pressed(target, state) {
  target.setAttribute("aria-pressed", String(state));
}

customElements.define("lab-chart", LabChart);
