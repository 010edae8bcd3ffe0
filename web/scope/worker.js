// The scope worker: history and chart. It speaks only when asked, and draws at most once a frame.
import { newInstance } from "./instance.js";
import { Recording } from "./recording.js";
import { isProblem, Said } from "./said.js";

/** @import { Session } from "../wasm/scope.js" */
/** @import { FromWorker, Kept, Problem, ToWorker, Values } from "./protocol.js" */
/** @typedef {ToWorker | Float64Array | {type: 'restore', kept: Kept}} Message */

/** After so many traps in so many ms the chart is given up. */
const TRAPS = { most: 3, within: 10_000 };

const page = /** @type {{postMessage(message: FromWorker, transfer?: Transferable[]): void}} */ (
  /** @type {unknown} */ (self)
);

const recording = new Recording();
const said = new Said((message) => page.postMessage(message));
/** @type {typeof Session} */
let Instance;
/** @type {Session | null} */
let session = null;
let making = true;
let hidden = false;
let paused = false;
let looking = false;
let drawing = false;
let dead = false;
let told = "";
/** @type {number[]} */
let traps = [];

self.onmessage = ({ data }) => receive(data);
hold().then((lock) => make({ type: "ready", lock }));

/** A lock that is held as long as this worker lives: who waits for it hears of its end. */
async function hold() {
  if (!navigator.locks) return undefined;
  const lock = `scope-${crypto.randomUUID()}`;
  const forever = new Promise(() => {});
  return new Promise((resolve) => {
    const held = () => {
      resolve(lock);
      return forever;
    };
    navigator.locks.request(lock, held).catch(() => resolve(undefined));
  });
}

/**
 * Makes an instance and tells it what is recorded; what comes meanwhile is recorded too.
 *
 * @param {FromWorker} news what the page hears when that is done
 */
async function make(news) {
  making = true;
  try {
    Instance = await newInstance();
  } catch (error) {
    return stop(broken("scope.load", `The chart's WebAssembly could not be loaded: ${error}.`));
  }
  making = false;
  for (const message of recording.replay()) {
    take(message);
    if (making || dead) return;
  }
  page.postMessage(news);
  redraw();
}

/** @param {ToWorker | Float64Array} message */
function receive(message) {
  const isSample = message instanceof Float64Array;
  if (!isSample && message.type === "hand-over") return handOver();
  if (dead) return;
  if (!isSample && message.type === "open" && message.recorded) {
    recording.take(message.recorded);
    message.recorded = undefined;
  }
  if (making) return recording.keep(message, null);
  if (take(message)) keep(message);
  if (!(isSample && paused)) redraw();
}

/** @param {ToWorker | Float64Array} message */
function keep(message) {
  try {
    recording.keep(message, session);
  } catch (error) {
    trapped(error);
  }
}

/** @param {Message} message @returns whether it was understood */
function take(message) {
  const task = message instanceof Float64Array ? "sample" : message.type;
  try {
    if (message instanceof Float64Array) session?.sample(message);
    else obey(message);
    said.wentWell(task);
    return true;
  } catch (error) {
    if (!isProblem(error)) trapped(error);
    else if (task === "open") stop(error);
    else said.failed(task, error);
    return false;
  }
}

/** @param {Exclude<Message, Float64Array>} message */
function obey(message) {
  if (message.type === "open") {
    const { canvas, width, height, ratio, panels, precision } = message;
    session = new Instance(canvas, width, height, ratio, panels, precision);
  }
  if (!session) return;
  switch (message.type) {
    case "open":
    case "hand-over":
      break;
    case "restore":
      session.restore(message.kept);
      break;
    case "theme":
      session.theme(message.colors);
      break;
    case "resize":
      session.resize(message.width, message.height, message.ratio);
      // In the same turn: a canvas of a new size shown before it is drawn would flash.
      if (!hidden) paint(session);
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
    case "event":
      session.event(message.event);
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
      page.postMessage({ type: "summary", summary: session.summary() });
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
    trapped(error);
  }
}

/** Draws; a canvas that refuses once may take the next picture. @param {Session} session */
function paint(session) {
  try {
    session.redraw();
    said.wentWell("paint");
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (said.failed("paint", error)) redraw();
  }
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

/** A trapped instance is dead: another one goes on with the recording. @param {unknown} error */
function trapped(error) {
  session = null;
  const now = performance.now();
  traps = [...traps.filter((time) => now - time < TRAPS.within), now];
  if (traps.length >= TRAPS.most) return stop(broken("scope.broken", `The chart broke down: ${error}.`));
  make({
    type: "problem",
    fatal: false,
    code: "scope.trap",
    message: `The chart broke down (${error}) and was made again; its recording is kept.`,
    advice: "Go on; if it happens again, please report it.",
  });
}

/** @param {string} code @param {string} message @returns {Problem} */
function broken(code, message) {
  return { code, message, advice: "Open the chart again; if it stays, reload the page." };
}

/** From now on all that can be had is the recording. @param {Problem} problem */
function stop({ code, message, advice }) {
  dead = true;
  session = null;
  page.postMessage({ type: "problem", fatal: true, code, message, advice });
}

function handOver() {
  dead = true;
  session = null;
  const recorded = recording.handOver();
  page.postMessage({ type: "recorded", recorded }, [recorded.rows.buffer]);
}
