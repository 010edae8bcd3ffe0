/** @typedef {import('./generated/lab.js').MeterInfo} MeterInfo */
/** @typedef {import('./generated/lab.js').MeterId} MeterId */

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
  nodes: "DOM",
  userAgent: "by type",
  footprint: "footprint",
};

/**
 * The chart's small multiples: one for each memory, and one for what is counted.
 * @param {readonly MeterInfo[]} meters
 * @returns {import('./scope/protocol.js').Panel[]}
 */
export function panels(meters) {
  /** @param {MeterId} id @param {'line' | 'area' | 'dots'} style @param {MeterId} [within] */
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
      series: ["made", "alive", "blocks", "externrefs", "nodes"].map((id) =>
        series(/** @type {MeterId} */ (id), "line"),
      ),
    },
    {
      id: "page",
      title: "Whole page and process",
      unit: "bytes",
      series: [series("userAgent", "dots"), series("footprint", "dots")],
    },
  ];
}
