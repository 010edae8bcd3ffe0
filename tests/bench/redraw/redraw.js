// Runs both charts in rotating order at every size and publishes the medians as `window.result`:
// [{points, ratio, ours, uplot, factor}], ms. `?points=1000,10000&rounds=9` narrows it down. The device-pixel ratio is
// the window's: uPlot knows no other, so the bench opens this page once at 1 and once at 2.
import { startWorker } from "../worker.js";
import { seriesOf } from "./data.js";
import { UplotSide } from "./uplot-side.js";

const asked = new URLSearchParams(location.search);
const numbers = (name, otherwise) => (asked.get(name) ?? otherwise).split(",").map(Number);
const ROUNDS = numbers("rounds", "15")[0];
const BATCH = 5;

class WorkerSide {
  constructor(points, ratio) {
    this.worker = startWorker(new URL("./redraw-worker.js", import.meta.url));
    this.opened = this.ask({ open: { points, ratio } });
  }

  ask(message) {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data));
      this.worker.onerror = (event) => reject(new Error(event.message));
      this.worker.postMessage(message);
    });
  }

  async measure(times) {
    return (await this.ask({ measure: times })).durations;
  }

  close() {
    this.worker.terminate();
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

async function compare(points, ratio) {
  const ours = new WorkerSide(points, ratio);
  await ours.opened;
  const uplot = new UplotSide(document.querySelector("#uplot"), seriesOf(points));
  const sides = [
    { name: "ours", side: ours, durations: [] },
    { name: "uplot", side: uplot, durations: [] },
  ];
  for (const { side } of sides) await side.measure(3);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < sides.length; turn += 1) {
      const { side, durations } = sides[(round + turn) % sides.length];
      durations.push(...(await side.measure(BATCH)));
    }
  }
  ours.close();
  uplot.close();
  const [a, b] = sides.map(({ durations }) => median(durations));
  return { points, ratio, ours: a, uplot: b, factor: b / a };
}

const result = [];
try {
  for (const points of numbers("points", "1000,10000,100000,1000000")) {
    result.push(await compare(points, devicePixelRatio));
  }
  window.result = result;
} catch (error) {
  window.result = { error: String(error) };
}
