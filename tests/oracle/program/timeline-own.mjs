// A recording of the recorder's own isolate: while V8 writes it, the table of functions grows past its announced length.
import { profiler } from "./profiler.mjs";
import { pause, round } from "./work.mjs";

const { post, stream } = profiler();
await post("startTrackingHeapObjects", { trackAllocations: true });
round(3);
await pause(120);
await stream("stopTrackingHeapObjects", { reportProgress: false }, process.argv[2]);
