// The scope worker: history and chart. It speaks only when asked, and draws at most once a frame.
import { newInstance } from "./instance.js";
import { Recording } from "./recording.js";

/** @import { Session } from "../wasm/scope.js" */
/** @import { FromWorker, Problem, ToWorker, Values } from './protocol.js' */

/** After so many traps in so many ms the chart is given up. */
const TRAPS = { most: 3, within: 10_000 };

const page = /** @type {{postMessage(message: FromWorker): void}} */ (/** @type {unknown} */ (self));

const recording = new Recording();
/** @type {typeof Session} */
let Instance;
/** @type {Session | null} */
let session = null;
/** @type {(ToWorker | Float64Array)[] | null} what comes while an instance is made */
let waiting = [];
let hidden = false;
let paused = false;
let looking = false;
let drawing = false;
let dead = false;
let told = "";
/** @type {number[]} */
let traps = [];
/** @type {unknown[]} sessions of trapped instances, held because their finalizers would call into them */
const lost = [];
/** @type {Set<string>} codes that were said already */
const said = new Set();

self.onmessage = ({ data }) => receive(data);
make({ type: "ready" });

/**
 * Makes an instance and tells it what is recorded.
 *
 * @param {FromWorker} news what the page hears when that is done
 */
async function make(news) {
  try {
    Instance = await newInstance();
  } catch (error) {
    return stop("scope.load", `The chart's WebAssembly could not be loaded: ${error}.`);
  }
  for (const message of recording.replay()) {
    if (!take(message)) return;
  }
  page.postMessage(news);
  const early = waiting ?? [];
  waiting = null;
  early.forEach(receive);
  redraw();
}

/** @param {ToWorker | Float64Array} message */
function receive(message) {
  if (dead) return;
  if (waiting) {
    waiting.push(message);
    return;
  }
  if (take(message)) recording.keep(message);
  if (!(message instanceof Float64Array && paused)) redraw();
}

/** @param {ToWorker | Float64Array} message @returns whether it is a part of the recording */
function take(message) {
  const isSample = message instanceof Float64Array;
  try {
    if (isSample) session?.sample(message);
    else obey(message);
    return true;
  } catch (error) {
    fail(error);
    return isProblem(error) && !isSample;
  }
}

/** @param {ToWorker} message */
function obey(message) {
  if (message.type === "open") {
    session = new Instance(message.canvas, message.width, message.height, message.ratio, message.panels);
  }
  if (!session) return;
  switch (message.type) {
    case "open":
      break;
    case "theme":
      session.theme(message.colors);
      break;
    case "resize":
      session.resize(message.width, message.height, message.ratio);
      // In the same turn: a canvas of a new size shown before it is drawn would flash.
      if (!hidden && !waiting) paint(session);
      break;
    case "span":
      session.span(message.seconds);
      break;
    case "pause":
      paused = message.paused;
      session.pause(paused);
      break;
    case "hidden":
      hidden = message.hidden;
      break;
    case "mark":
      session.mark(message.time, message.kind, message.text);
      break;
    case "point":
      session.point(message.id, message.time, message.value);
      break;
    case "pointer":
      looking = true;
      session.pointer(message.x ?? undefined);
      break;
    case "cursor":
      looking = true;
      session.cursor(message.move);
      break;
    case "summarise":
      page.postMessage({ type: "summary", text: session.summary() });
      break;
    default:
      void (/** @satisfies {never} */ (message));
  }
}

function redraw() {
  if (drawing || hidden || !session) return;
  drawing = true;
  if (self.requestAnimationFrame) self.requestAnimationFrame(draw);
  else setTimeout(draw, 16);
}

function draw() {
  drawing = false;
  if (!session || hidden) return;
  try {
    paint(session);
    if (looking) report(session.readout());
  } catch (error) {
    fail(error);
  }
}

/** @param {Session} session */
function paint(session) {
  session.redraw();
  const shown = session.shown();
  if (shown.join() === told) return;
  told = shown.join();
  page.postMessage({ type: "panels", shown });
}

/** @param {Values | undefined} values */
function report(values) {
  if (values) {
    page.postMessage({ type: "readout", ...values });
  } else {
    looking = false;
    page.postMessage({ type: "readout", x: null });
  }
}

/** @param {unknown} error a problem of ours, or a trap */
function fail(error) {
  if (isProblem(error)) {
    if (!said.has(error.code)) page.postMessage({ type: "error", ...error });
    said.add(error.code);
  } else {
    trapped(error);
  }
}

/** A trapped instance is dead: another one goes on with the recording. @param {unknown} error */
function trapped(error) {
  const now = performance.now();
  traps = [...traps.filter((time) => now - time < TRAPS.within), now];
  if (traps.length >= TRAPS.most) return stop("scope.broken", `The chart broke down: ${error}.`);
  lost.push(session);
  session = null;
  waiting ??= [];
  make({
    type: "error",
    code: "scope.trap",
    message: `The chart broke down (${error}) and was made again; its recording is kept.`,
    advice: "Go on; if it happens again, please report it.",
  });
}

/**
 * @param {unknown} error
 * @returns {error is Problem}
 */
function isProblem(error) {
  return typeof error === "object" && error !== null && "code" in error && "advice" in error;
}

/**
 * @param {string} code
 * @param {string} message
 */
function stop(code, message) {
  dead = true;
  session = null;
  waiting = null;
  page.postMessage({
    type: "error",
    code,
    message,
    advice: "Open the chart again; what it had recorded is lost.",
  });
}
