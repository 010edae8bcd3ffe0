// The peer: uPlot on the main thread, the same data, the same size, one pixel read to force the raster.
import uPlot from "/node_modules/uplot/dist/uPlot.esm.js";
import { append } from "./data.js";

const [WIDTH, HEIGHT] = [900, 320];
const STROKES = ["#1a6dd6", "#b4460f", "#0d7d62", "#9333b8"];

export class UplotSide {
  constructor(place, columns) {
    this.columns = columns;
    const series = STROKES.map((stroke, at) => ({ label: "abcd"[at], stroke, width: 1 }));
    const options = {
      width: WIDTH,
      height: HEIGHT,
      pxAlign: 1,
      scales: { x: { time: false } },
      legend: { show: false },
      cursor: { show: false },
      series: [{}, ...series],
    };
    this.chart = new uPlot(options, columns, place);
    this.context = this.chart.ctx;
  }

  async measure(times) {
    return Array.from({ length: times }, () => this.redraw());
  }

  redraw() {
    append(this.columns);
    const before = performance.now();
    // In a batch it draws at once instead of in a microtask.
    this.chart.batch(() => this.chart.setData(this.columns));
    this.context.getImageData(0, 0, 1, 1);
    return performance.now() - before;
  }

  close() {
    this.chart.destroy();
  }
}
