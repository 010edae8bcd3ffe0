/** The views of the room, in the order in which they are offered. */
export const TITLES = Object.freeze({
  grade: "Graded",
  findings: "Findings",
  summary: "Summary",
  comparison: "Comparison",
  stayed: "Three snapshots",
  trend: "Trend",
  containment: "Containment",
  dominators: "Dominators",
  treemap: "Treemap",
  statistics: "Statistics",
  detached: "Detached elements",
  strings: "Duplicated strings",
  timeline: "Timeline",
  allocations: "Allocation stacks",
  search: "Search",
  functions: "Functions",
  calls: "Call tree",
  flame: "Flame graph",
});

/** @typedef {keyof typeof TITLES} ViewName */

export const NAMES = /** @type {ViewName[]} */ (Object.keys(TITLES));

/** @param {string} name @returns {name is ViewName} */
export const isView = (name) => Object.hasOwn(TITLES, name);
