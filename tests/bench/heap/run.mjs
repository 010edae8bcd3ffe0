// `run(contender)` opens the chosen file in a worker; `result` is what it found.
import { startWorker } from "../worker.js";

const workers = [];

async function start(script, name) {
  const worker = startWorker(new URL(script, import.meta.url), name);
  workers.push(worker); // a worker that nothing holds may go
  await heard(worker);
  return worker;
}

const heard = (worker) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message || "the worker did not start"));
  });

globalThis.run = async (contender) => {
  globalThis.result = null;
  try {
    const worker = await start("worker.mjs", contender);
    const transfer = contender === "two" ? [await secondThread()] : [];
    const answer = heard(worker);
    worker.postMessage({ file: document.querySelector("input").files[0], port: transfer[0] }, transfer);
    globalThis.result = await answer;
  } catch (error) {
    globalThis.result = { error: String(error) };
  }
};

async function secondThread() {
  const { port1, port2 } = new MessageChannel();
  const worker = await start("second.mjs", "second");
  worker.postMessage(port2, [port2]);
  return port1;
}

globalThis.result = null;
globalThis.loaded = true;
