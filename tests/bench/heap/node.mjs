// One contender opens one file in this Node: `node node.mjs nothing|wasm|one|two FILE`; prints figures as JSON. With `--ask`
// behind it the wasm session is then asked what a person would; with another file it compares the two.
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { MessageChannel, Worker } from "node:worker_threads";

const [, , contender, path, then] = process.argv;
const PIECE = 1 << 20;

function* bytesOf(path) {
  const file = openSync(path);
  const piece = new Uint8Array(PIECE);
  const next = () => readSync(file, piece, 0, PIECE, null);
  for (let read = next(); read > 0; read = next()) yield piece.subarray(0, read);
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
    const { memory } = await module.default({
      module_or_path: readFileSync(new URL("../../wasm/inspect_bg.wasm", import.meta.url)),
    });
    const session = new module.Session();
    const openFile = (path) => {
      const file = session.begin(path, statSync(path).size);
      for (const piece of bytesOf(path)) session.feed(file, piece);
      session.end(file, false);
      while (!session.step(file).done);
      return file;
    };
    return async () => {
      const file = openFile(path);
      const { nodes, total, rows } = session.overview(file);
      const asked = async () => {
        const { ask, compare } = await import("./ask.mjs");
        return then === "--ask" ? ask(session, file) : compare(session, file, openFile(then));
      };
      return { nodes, total, rows, memory: memory.buffer.byteLength, asked };
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

const open = await contenders[contender]();
const begun = performance.now();
const { asked, ...figures } = await open();
const seconds = (performance.now() - begun) / 1e3;
const peak = process.resourceUsage().maxRSS * 1024;
const answers = then && asked ? await asked() : [];
process.stdout.write(`${JSON.stringify({ seconds, peak, ...figures, asked: answers })}\n`, () => process.exit());
