import { LONGEST_PERIOD, MOST_MEGABYTES, MOST_STEP, MOST_UNITS, SHORTEST_PERIOD } from "../../generated/lab.js";
import { count } from "../../ui/figure.js";

/** @type {Record<string, string>} What to do about each error. */
const ADVICE = {
  "lab.not-ready": "Wait for it: await lab.ready. If that fails, the notice on the page says why.",
  "lab.unknown-scenario": "lab.scenarios() lists them all.",
  "lab.bad-count": `Give a whole number from 1 to ${count(MOST_STEP)}.`,
  "lab.bad-variant": "Give “leaky” or “fixed”.",
  "lab.no-fixed-variant": "There is nothing to mend in it, so it has only one variant: leave it out, or give “leaky”.",
  "lab.bad-rate": `Give a period from ${SHORTEST_PERIOD} to ${count(LONGEST_PERIOD)} ms and 1 to ${count(MOST_UNITS)} units a tick.`,
  "lab.bad-footprint": "Give megabytes as the task manager prints them, such as 152.",
  "lab.once": "Leave period and units out.",
  "lab.no-room": "The browser has no room for another unit: let go, collect, or reset. The others run on.",
  "lab.unit-failed": "Its own run has ended, and the others run on. The card says what this scenario needs.",
  "lab.cannot-let-go": "The card says why. Load the page again: that is the only way to be rid of them.",
  "need.isolation":
    "Serve the page with Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp (cargo xtask serve does).",
  "need.webGl": "Turn on graphics acceleration in the browser's settings, or try another browser.",
  "need.audio": "Try a browser with the Web Audio API.",
  "need.gesture": "Click anywhere on the page, and start it again.",
  "need.preciseMemory": "Open a JS heap meter: it says why, and what helps.",
  "catalogue.unavailable": "Check that the server has it and that you are online, and load the page again.",
  "recipe.unavailable": "Check that you are online, and start it again.",
  "wasm.part-unavailable": "Check that wasm/lab_web_bg.wasm can be fetched, and start it again.",
  "budget.reached": "Let go and collect, reset, or raise the budget. What was recorded is kept.",
  "budget.not-ours":
    "JS heap used is of the whole process: another tab of this site, or the page around it, has grown. Close it, or raise the budget.",
  "budget.bad": `Give megabytes, a whole number from 1 to ${count(MOST_MEGABYTES)}.`,
  "budget.heap-limit": "The tab would die soon: let go and collect. A larger budget does not help here.",
  "budget.wasm-maximum": "This module's memory may not grow any further: let go, or reset to get a new one.",
  "wasm.unavailable":
    "The scenarios are WebAssembly. Allow it (Content-Security-Policy: script-src 'wasm-unsafe-eval'), turn it on in the browser, check that wasm/lab_bg.wasm can be fetched, and load the page again.",
  "wasm.trap": "That instance is dead. A new one was made; the recording is kept, and everything can be started again.",
  "wasm.memory-full":
    "Linear memory had no room for it, and that instance is dead. A new one was made; the recording is kept.",
  "meter.not-isolated":
    "Serve the page with Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp (cargo xtask serve does).",
  "meter.absent": "Only Chromium browsers have it. wasm memory, witnesses and the guide work everywhere.",
  "meter.failed": "Try again; the browser gives no reason.",
};

/** What only a new page can mend. */
const RELOADS = new Set(["lab.cannot-let-go"]);

/** An error with a stable code and advice; `message` has both sentences. */
export class LabError extends Error {
  /**
   * @param {string} code
   * @param {string} what what is wrong, as a sentence
   */
  constructor(code, what) {
    const advice = ADVICE[code] ?? "";
    super(`${what} ${advice} [${code}]`);
    this.name = "LabError";
    this.code = code;
    this.what = what;
    this.advice = advice;
    this.reload = RELOADS.has(code);
  }
}
