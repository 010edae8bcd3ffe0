// The inspect worker: a module worker of this page or of any other site; it hears and says what protocol.js lists.
import { columnsOf } from "./columns.js";
import { Inspector } from "./inspector.js";
import { problem, problemOf } from "./problem.js";

/** @import { FromWorker, ToWorker } from './protocol.js' */
/** @import { Problem } from '../wasm/inspect.js' */

const page = /** @type {{postMessage(message: FromWorker, transfer?: Transferable[]): void}} */ (
  /** @type {unknown} */ (self)
);

/** @type {Map<number, AbortController>} files on their way, by the id of the request */
const opening = new Map();

/** @param {Problem} reason */
const die = (reason) => page.postMessage({ type: "dead", problem: reason });

/** @type {Promise<Inspector>} */
const loaded = Inspector.load();
loaded.then(
  (inspector) => {
    page.postMessage({ type: "ready" });
    inspector.ended.then(die);
  },
  (error) => die(problemOf(error)),
);

self.onmessage = async ({ data }) => {
  const message = /** @type {ToWorker} */ (data);
  // Not behind the loading: what is to be stopped may be waiting for it, too.
  if (message.type === "cancel") return cancel(message.of);
  const { id } = message;
  try {
    const value = await obey(message);
    page.postMessage({ id, type: "answer", value }, [...columnsOf(value)]);
  } catch (error) {
    page.postMessage({ id, type: "problem", problem: problemOf(error) });
  }
};

// Nobody can say which request it was.
self.onmessageerror = () => die(problem("session.message-lost"));

/** @param {number} of */
function cancel(of) {
  const controller = opening.get(of);
  if (controller) controller.abort();
  // It was open already, and nobody will ask for it; if that fails, the module is dead and said so.
  else loaded.then((inspector) => inspector.close(of)).catch(() => {});
}

/** @param {Exclude<ToWorker, {type: 'cancel'}>} message @returns {Promise<unknown>} */
async function obey(message) {
  if (message.type === "open" || message.type === "redact") return begin(message);
  const inspector = await loaded;
  if (message.type === "close") return inspector.close(message.file);
  return inspector.ask(message.question, message.file, .../** @type {any} */ (message.request));
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
    return await inspector.open(source, { name, partial, number: id, signal, onProgress });
  } finally {
    opening.delete(id);
  }
}
