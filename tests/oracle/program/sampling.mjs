// Two sampling profiles: one of ordinary work, one from the bottom of a deep stack.
import { writeFileSync } from "node:fs";
import { profiler } from "./profiler.mjs";
import { dive, kept, pause, round } from "./work.mjs";

const { post } = profiler();
const [, , ordinary, deep] = process.argv;

async function sample(path, work, params) {
  await post("startSampling", params);
  await work();
  const { profile } = await post("stopSampling");
  writeFileSync(path, JSON.stringify(profile));
}

await sample(
  ordinary,
  async () => {
    for (let i = 1; i <= 40; i++) round(i);
    await pause(20);
    kept.length = 0;
    for (let i = 1; i <= 10; i++) round(i);
  },
  { samplingInterval: 2048, includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true },
);

await sample(
  deep,
  () => {
    for (let i = 0; i < 6; i++) kept.push(dive(2000 + i * 50, () => new Array(4000).fill(i)));
  },
  { samplingInterval: 512 },
);
