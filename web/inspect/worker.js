// The inspect worker: a module worker of this page or of any other site; it hears and says what protocol.js lists.
import { Inspector } from "./inspector.js";
import { isFatal, problem, problemOf } from "./problem.js";

/** @import { FromWorker, ToWorker } from './protocol.js' */

const page = /** @type {{postMessage(message: FromWorker, transfer?: Transferable[]): void}} */ (
  /** @type {unknown} */ (self)
);

/** @type {Map<number, AbortController>} files on their way, by the id of the request */
const opening = new Map();

/** @type {Promise<Inspector>} */
const loaded = Inspector.load();
loaded.then(
  () => page.postMessage({ type: "ready" }),
  (error) => page.postMessage({ type: "dead", problem: problemOf(error) }),
);

self.onmessage = async ({ data }) => {
  const message = /** @type {ToWorker} */ (data);
  // Not behind the loading: what is to be stopped may be waiting for it, too.
  if (message.type === "cancel") return opening.get(message.of)?.abort();
  const { id } = message;
  try {
    const value = await obey(message);
    page.postMessage({ id, type: "answer", value }, columnsOf(value));
  } catch (error) {
    const found = problemOf(error);
    if (isFatal(found)) page.postMessage({ type: "dead", problem: found });
    else page.postMessage({ id, type: "problem", problem: found });
  }
};

/** @param {Exclude<ToWorker, {type: 'cancel'}>} message @returns {Promise<unknown>} */
async function obey(message) {
  if (message.type === "open" || message.type === "redact") return begin(message);
  const inspector = await loaded;
  switch (message.type) {
    case "ask":
      return inspector.ask(message.question, message.file, .../** @type {any} */ (message.request));
    case "close":
      return inspector.close(message.file);
    default:
      throw problem("session.no-such-question", /** @type {{type: string}} */ (message).type);
  }
}

/** @param {Extract<ToWorker, {type: 'open' | 'redact'}>} message */
async function begin(message) {
  const { id } = message;
  const controller = new AbortController();
  opening.set(id, controller);
  try {
    const inspector = await loaded;
    const onProgress = (/** @type {{title: string, fraction: number}} */ progress) =>
      page.postMessage({ id, type: "progress", ...progress });
    const { signal } = controller;
    if (message.type === "redact")
      return await inspector.redact(message.source, { ...message.request, signal, onProgress });
    const { source, name, partial } = message;
    return await inspector.open(source, { name, partial, signal, onProgress });
  } finally {
    opening.delete(id);
  }
}

/** The memory of an answer's columns, which is the answer's own. @param {unknown} value @returns {Transferable[]} */
function columnsOf(value) {
  if (value === null || typeof value !== "object") return [];
  return Object.values(value)
    .filter(ArrayBuffer.isView)
    .map(({ buffer }) => /** @type {ArrayBuffer} */ (buffer));
}
