// The scope worker: history and chart. It speaks only when asked, and draws at most once a frame.
import start, { Session } from "../wasm/scope.js";

/** @import { FromWorker, Problem, ToWorker, Values } from './protocol.js' */

const page = /** @type {{postMessage(message: FromWorker): void}} */ (/** @type {unknown} */ (self));

/** @type {Session | null} */
let session = null;
/** @type {(ToWorker | Float64Array)[] | null} */
let waiting = [];
let hidden = false;
let paused = false;
let looking = false;
let drawing = false;
let dead = false;
/** @type {Set<string>} codes that were said already */
const said = new Set();

self.onmessage = ({ data }) => {
  if (waiting) waiting.push(data);
  else receive(data);
};

start({ module_or_path: new URL("../wasm/scope_bg.wasm", import.meta.url) }).then(
  () => {
    const early = waiting ?? [];
    waiting = null;
    page.postMessage({ type: "ready" });
    early.forEach(receive);
  },
  (error) => stop("scope.load", `The chart's WebAssembly could not be loaded: ${error}.`),
);

/** @param {ToWorker | Float64Array} message */
function receive(message) {
  if (dead) return;
  const isSample = message instanceof Float64Array;
  try {
    if (isSample) session?.sample(message);
    else obey(message);
  } catch (error) {
    fail(error);
  }
  if (!(isSample && paused)) redraw();
}

/** @param {ToWorker} message */
function obey(message) {
  if (message.type === "open") {
    session = new Session(message.canvas, message.width, message.height, message.ratio, message.panels);
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
      if (!hidden) session.redraw();
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
    session.redraw();
    if (looking) report(session.readout());
  } catch (error) {
    fail(error);
  }
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
    stop("scope.trap", `The chart broke down: ${error}.`);
  }
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
