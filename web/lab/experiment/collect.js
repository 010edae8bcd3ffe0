import { turn } from "./turn.js";

/** The first buffer held to press the browser, in bytes; each is twice the one before, up to the largest. */
const FIRST = 8 << 20;
const LARGEST = 128 << 20;

/** What is held at most before starting over: a heap of 400 MB answers at 1.3 GB. None of it is ever touched. */
const MOST_HELD = 2 ** 31;

/** Turns, and milliseconds, after which it is given up: the browser does not want to. A hidden tab gets a turn a second. */
const MOST_TURNS = 150;
const LONGEST = 5_000;

/** SpiderMonkey collects otherwise than V8 and JavaScriptCore; it alone has this global. */
const IS_SPIDERMONKEY = "InternalError" in globalThis;

/** `performance.memory` keeps a reading for 50 ms: only after so long does it show what was collected. */
export const STALE = 60;

/** @type {FinalizationRegistry<() => void>} */
const registry = new FinalizationRegistry((died) => died());

/**
 * Asks the browser for a full collection, without flags: ArrayBuffers are held, turn by turn, until the engine collects
 * because of them, and are then given back. SpiderMonkey is pressed by what is dropped instead: with much held, it
 * raises the mark at which it collects. Twice, because what a finalizer lets go needs a second one.
 * @returns {Promise<boolean>} whether it happened
 */
export async function collect() {
  const collected = (await collectOnce()) && (await collectOnce());
  await new Promise((resolve) => window.setTimeout(resolve, STALE));
  return collected;
}

async function collectOnce() {
  let died = false;
  watchCanary(() => (died = true));
  /** @type {ArrayBuffer[]} */
  let held = [];
  let bytes = FIRST;
  const begun = performance.now();
  for (let turns = 0; turns < MOST_TURNS && !died && performance.now() - begun < LONGEST; turns++) {
    if (IS_SPIDERMONKEY) {
      for (let piece = 0; piece < 8; piece++) new ArrayBuffer(FIRST);
    } else if (!hold(held, bytes) || sum(held) > MOST_HELD) {
      held = giveBack(held);
    }
    bytes = Math.min(bytes * 2, LARGEST);
    await turn();
  }
  giveBack(held);
  return died;
}

/**
 * Tells of every full collection, whoever caused it. Costs nothing in between.
 * @param {() => void} seen
 */
export function watchCollections(seen) {
  const watch = () =>
    watchCanary(() => {
      watch();
      seen();
    });
  watch();
}

/**
 * Calls back once, after the next full collection. The canary is a symbol, because symbols are born in the old space of
 * V8: an object would die in a minor collection already. SpiderMonkey keeps symbols in a zone that ordinary collections
 * leave alone, so there it is an object. And it is never looked at: a look through a WeakRef while the collector marks
 * keeps what it sees.
 * @param {() => void} died
 */
function watchCanary(died) {
  const canary = IS_SPIDERMONKEY ? {} : /** @type {WeakKey} */ (/** @type {unknown} */ (Symbol()));
  try {
    registry.register(canary, died);
  } catch {
    registry.register({}, died);
  }
}

/** @param {ArrayBuffer[]} held @param {number} bytes @returns {boolean} whether there was room */
function hold(held, bytes) {
  try {
    held.push(new ArrayBuffer(bytes));
    return true;
  } catch {
    return false;
  }
}

/**
 * Detaches the buffers, so that their bytes are free at once and not at some later collection.
 * @param {ArrayBuffer[]} held
 * @returns {ArrayBuffer[]} what is held after that: nothing
 */
function giveBack(held) {
  for (const buffer of held) buffer.transfer?.(0);
  return [];
}

/** @param {ArrayBuffer[]} held */
function sum(held) {
  return held.reduce((bytes, buffer) => bytes + buffer.byteLength, 0);
}
