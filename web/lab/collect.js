import { turn } from "./turn.js";

/** What is dropped a turn: smaller pieces take long, one large piece may itself be left over. */
const PIECES = 8;
const PIECE_BYTES = 1 << 20;

/** Turns after which it is given up: the browser does not want to. */
const MOST_TURNS = 400;

/**
 * Asks the browser for a full collection, without flags: ArrayBuffers dropped turn by turn press V8 to collect, and an
 * object that only a WeakRef knows tells when it has. Twice, because what a finalizer lets go needs a second one.
 * @returns {Promise<boolean>} whether it happened
 */
export async function collect() {
  return (await collectOnce()) && (await collectOnce());
}

async function collectOnce() {
  const canary = new WeakRef({});
  for (let turns = 0; turns < MOST_TURNS; turns++) {
    press();
    await turn();
    if (canary.deref() === undefined) return true;
  }
  return false;
}

/** Drops enough ArrayBuffers for V8 to think of collecting. */
export function press() {
  for (let piece = 0; piece < PIECES; piece++) new ArrayBuffer(PIECE_BYTES);
}

/**
 * Tells of every full collection, whoever caused it. Costs nothing in between.
 * @param {() => void} seen
 */
export function watchCollections(seen) {
  const registry = new FinalizationRegistry(() => {
    watch();
    seen();
  });
  const watch = () => registry.register({}, undefined);
  watch();
}
