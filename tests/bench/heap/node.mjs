// One contender opens one file in this Node: `node node.mjs nothing|wasm|one|two FILE [QUESTIONS as JSON]`; prints figures as JSON.
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { MessageChannel, Worker } from "node:worker_threads";

const [, , contender, path, asks = "[]"] = process.argv;
const PIECE = 1 << 20;

function* bytesOf(path) {
  const file = openSync(path);
  const piece = new Uint8Array(PIECE);
  for (let read; (read = readSync(file, piece, 0, PIECE, null)) > 0; ) yield piece.subarray(0, read);
  closeSync(file);
}

function* textOf(path) {
  const decoder = new TextDecoder();
  for (const piece of bytesOf(path)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

async function secondThread() {
  const worker = new Worker(new URL("second.mjs", import.meta.url));
  await new Promise((resolve) => worker.once("message", resolve));
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port2, [port2]);
  return port1;
}

/** Each gets ready and gives what is timed. */
const contenders = {
  nothing: async () => async () => ({}),
  async wasm() {
    const module = await import("../../wasm/inspect.js");
    const { memory } = await module.default({ module_or_path: readFileSync(new URL("../../wasm/inspect_bg.wasm", import.meta.url)) });
    return async () => {
      const session = new module.Session();
      const file = session.begin(path, fstatSync(openSync(path)).size);
      for (const piece of bytesOf(path)) session.feed(file, piece);
      session.end(file, false);
      while (!session.step(file).done);
      const { nodes, total, rows } = session.overview(file);
      const ask = (name, ...request) => session[name]?.(file, ...request);
      return { nodes, total, rows, memory: memory.buffer.byteLength, ask };
    };
  },
  one: () => devtools(async () => undefined),
  two: () => devtools(secondThread),
};

async function devtools(another) {
  const { openInDevTools } = await import("./devtools.mjs");
  const port = await another();
  // Its assertions are for its authors; in Node, unlike in the browser, they cost as much as the work itself.
  console.assert = console.warn = () => {};
  return () => openInDevTools(textOf(path), port);
}

/** Milliseconds of each: the first, and the middle one of some more. Questions that the session does not know are left out. */
function timed(ask) {
  return JSON.parse(asks).flatMap(([what, name, ...request]) => {
    const times = Array.from({ length: 11 }, () => {
      const begun = performance.now();
      return ask(name, ...request) === undefined ? undefined : performance.now() - begun;
    });
    const [first, ...more] = times;
    return first === undefined ? [] : { what, first, usual: more.sort((a, b) => a - b)[5] };
  });
}

const open = await contenders[contender]();
const begun = performance.now();
const { ask, ...figures } = await open();
const seconds = (performance.now() - begun) / 1e3;
const peak = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ seconds, peak, ...figures, asked: timed(ask) }) + "\n", () => process.exit());
