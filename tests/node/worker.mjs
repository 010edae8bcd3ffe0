// The inspect worker in a thread of Node, with the face of a browser's `Worker`.
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { site } from "./site.mjs";

/** How long a state may take to come, in milliseconds. */
const PATIENCE = 40_000;

const ENTRY = `
const { parentPort, workerData } = require("node:worker_threads");
globalThis.self = {
  postMessage: (message, transfer) => parentPort.postMessage(message, transfer),
  set onmessage(listener) {
    parentPort.on("message", (data) => (data === "unreadable" ? self.onmessageerror() : listener({ data })));
  },
};
import(workerData.wasm)
  .then(({ Session }) => new Function("Session", workerData.patch)(Session))
  .then(() => import(workerData.worker));
`;

/** Threads that have not ended. @type {Set<Worker>} */
export const alive = new Set();

/** @param {string} [patch] statements that change the module's `Session` */
export function startThread(patch = "") {
  const address = (/** @type {string} */ path) => pathToFileURL(`${site}/${path}`).href;
  const workerData = { wasm: address("wasm/inspect.js"), worker: address("inspect/worker.js"), patch };
  const thread = new Worker(ENTRY, { eval: true, workerData });
  alive.add(thread);
  const face = {
    /** @type {(event: {data: any}) => void} */
    onmessage: () => {},
    /** @type {() => void} */
    onmessageerror: () => {},
    /** @type {(event: {message: string, preventDefault(): void}) => void} */
    onerror: () => {},
    postMessage: (/** @type {unknown} */ message, /** @type {any} */ transfer) => thread.postMessage(message, transfer),
    terminate: () => void thread.terminate(),
  };
  thread.on("message", (data) => face.onmessage({ data }));
  thread.on("messageerror", () => face.onmessageerror());
  thread.on("error", ({ message }) => face.onerror({ message, preventDefault: () => {} }));
  thread.on("exit", () => alive.delete(thread));
  return /** @type {any} */ (face);
}

/** A worker that does nothing by itself, and what was sent to it. */
export function deafWorker() {
  const sent = /** @type {any[]} */ ([]);
  const worker = /** @type {any} */ ({
    sent,
    isEnded: false,
    postMessage: (/** @type {unknown} */ message) => void sent.push(structuredClone(message)),
    terminate: () => (worker.isEnded = true),
    /** Answers what was sent last of a type. */
    answer(/** @type {string} */ type, /** @type {unknown} */ value) {
      const { id } = sent.findLast((message) => message.type === type);
      worker.onmessage({ data: { id, type: "answer", value } });
    },
  });
  return worker;
}

/** Waits for a state, a turn at a time. @param {() => unknown} state */
export async function until(state) {
  for (const begun = Date.now(); !state(); ) {
    if (Date.now() - begun > PATIENCE) throw new Error(`never came true: ${state}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
