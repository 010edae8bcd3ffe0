import { startWorker } from "../worker.js";

/** @type {WeakRef<Worker>[]} Only "let go" looks at these: nobody else remembers a worker. */
const workers = [];

/** A worker is started, says that it is there, and is forgotten. */
export async function leaky() {
  const worker = await started();
  return worker;
}

/** A worker is started, says that it is there, and is ended. */
export async function fixed() {
  const worker = await started();
  worker.terminate();
  return worker;
}

/** @returns {Promise<Worker>} */
function started() {
  const worker = startWorker(new URL("./worker_kept.worker.js", import.meta.url).href, "idle");
  workers.push(new WeakRef(worker));
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve(worker);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(`The worker did not start: ${event.message || "its script did not arrive"}.`));
    };
  });
}

/** Ends every worker. */
export function letGo() {
  for (const worker of workers) worker.deref()?.terminate();
  workers.length = 0;
}
