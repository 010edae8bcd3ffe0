// Our side: the chart on an OffscreenCanvas, one sample then one redraw, then one pixel read to force the raster.
import start, { Session } from "/wasm/scope.js";
import { append, seriesOf } from "./data.js";

const [WIDTH, HEIGHT] = [900, 320];
const SERIES = ["a", "b", "c", "d"];
let session;
let context;
let columns;
const row = new Float64Array(5);

async function open({ points, ratio }) {
  await start({ module_or_path: new URL("/wasm/scope_bg.wasm", import.meta.url) });
  const canvas = new OffscreenCanvas(WIDTH * ratio, HEIGHT * ratio);
  const series = SERIES.map((id, at) => ({ id, title: id, column: at + 1, style: "line" }));
  session = new Session(canvas, WIDTH, HEIGHT, ratio, [{ id: "all", title: "All", unit: "bytes", series }], "exact");
  session.theme({
    background: [1, 1, 1, 1],
    text: [0.27, 0.27, 0.27, 1],
    grid: [0.88, 0.88, 0.88, 1],
    mark: [0.5, 0.38, 0, 1],
    series: { a: [0.1, 0.43, 0.84, 1], b: [0.71, 0.27, 0.06, 1], c: [0.05, 0.49, 0.38, 1], d: [0.58, 0.2, 0.72, 1] },
  });
  session.span(0);
  context = canvas.getContext("2d");
  columns = seriesOf(points);
  for (let at = 0; at < points; at += 1) sample(at);
}

function sample(at) {
  row[0] = columns[0][at] * 1000;
  for (let series = 1; series < 5; series += 1) row[series] = columns[series][at];
  session.sample(row);
}

function redraw() {
  append(columns);
  const before = performance.now();
  sample(columns[0].length - 1);
  session.redraw();
  context.getImageData(0, 0, 1, 1);
  return performance.now() - before;
}

self.onmessage = async ({ data }) => {
  try {
    if (data.open) await open(data.open);
    self.postMessage({ durations: Array.from({ length: data.measure ?? 0 }, redraw) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
