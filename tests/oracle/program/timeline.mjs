// A recording of allocations, taken from a worker: the recorder's own objects stay out of the recorded heap.
import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { fileURLToPath } from "node:url";

if (isMainThread) {
  const { round, pause, kept } = await import("./work.mjs");
  const recorder = new Worker(fileURLToPath(import.meta.url), { workerData: process.argv[2] });
  await once(recorder, "message");
  for (let i = 1; i <= 6; i++) {
    round(i);
    if (i === 4) kept.splice(0, 150);
    await pause(120);
  }
  recorder.postMessage("stop");
  await once(recorder, "message");
  process.exit();
} else {
  const { profiler } = await import("./profiler.mjs");
  const { post, stream } = profiler(true);
  const awake = setInterval(() => {}, 1000); // answers from the main thread do not keep a worker alive
  await post("startTrackingHeapObjects", { trackAllocations: true });
  parentPort.postMessage("started");
  await once(parentPort, "message");
  await stream("stopTrackingHeapObjects", { reportProgress: false }, workerData);
  parentPort.postMessage("stopped");
  clearInterval(awake);
}
