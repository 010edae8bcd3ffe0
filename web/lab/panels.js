/** @import { MeterId, MeterInfo } from "../generated/lab.js" */
/** @import { Panel, SeriesStyle } from "../scope/protocol.js" */

/** @type {Partial<Record<MeterId, string>>} Names for a legend with little room: the panel's title says the rest. */
const SHORT = {
  jsTotal: "total",
  jsUsed: "used",
  linear: "linear",
  live: "live",
  peak: "peak",
  made: "made",
  alive: "alive",
  blocks: "blocks",
  externrefs: "refs",
  nodes: "attached",
  userAgent: "by type",
  footprint: "footprint",
};

/**
 * The chart's small multiples: one for each memory, one for what is counted, one for the elements.
 * @param {readonly MeterInfo[]} meters
 * @returns {Panel[]}
 */
export function panels(meters) {
  /** @param {MeterId} id @param {SeriesStyle} style @param {MeterId} [within] */
  const series = (id, style, within) => {
    const place = meters.findIndex((meter) => meter.id === id);
    return {
      id,
      title: meters[place].title,
      short: SHORT[id],
      column: style === "dots" ? -1 : place + 1,
      style,
      within,
    };
  };
  return [
    { id: "js", title: "JS heap", unit: "bytes", series: [series("jsTotal", "area"), series("jsUsed", "line")] },
    {
      id: "wasm",
      title: "WebAssembly memory",
      unit: "bytes",
      series: [series("linear", "area"), series("live", "area", "linear"), series("peak", "line")],
    },
    {
      id: "counts",
      title: "Counts",
      unit: "count",
      series: ["made", "alive", "blocks", "externrefs"].map((id) => series(/** @type {MeterId} */ (id), "line")),
    },
    // Alone: of the page's own elements there are a thousand, which would flatten all other counts.
    { id: "nodes", title: "DOM elements", unit: "count", height: 0.6, series: [series("nodes", "line")] },
    {
      id: "page",
      title: "Whole page and process",
      unit: "bytes",
      series: [series("userAgent", "dots"), series("footprint", "dots")],
    },
  ];
}
