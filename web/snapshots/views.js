import { bytes } from "../ui/figure.js";
import { filterOf } from "./filters.js";
import { ours } from "./grade/pairs.js";
import { ALLOCATION_COLUMNS, allocationsOf } from "./list/allocations.js";
import { CLASS_COLUMNS, stillThere, summaryOf } from "./list/classes.js";
import { COMPARISON_COLUMNS, comparisonOf } from "./list/comparison.js";
import { calleesOf, FUNCTION_COLUMNS, functionsOf } from "./list/functions.js";
import { OBJECT_COLUMNS } from "./list/objects.js";
import { duplicatedOf, STRING_COLUMNS } from "./list/strings.js";
import { containmentOf, detachedOf, dominatedBy, foundBy } from "./list/tree.js";
import { baseOf, upTo } from "./state.js";
import { NAMES } from "./view-names.js";

/** @import { Column, List, Order } from "../ui/grid/list.js" */
/** @import { OpenFile } from "../inspect/open-file.js" */
/** @import { State } from "./state.js" */
/** @import { ViewName } from "./view-names.js" */

/**
 * What a view shows of a state in which its file is open: a grid, or something of its own.
 * @typedef {object} Grid
 * @property {Column[]} columns
 * @property {List} list
 * @property {Order} order
 * @property {string} note a sentence about what is seen
 * @property {string} [empty] what is said if there are no rows
 *
 * @typedef {object} Drawing what draws a view into a place of its own; the signal says that another is shown
 * @property {(state: State, file: OpenFile, place: HTMLElement, pane: import("./pane.js").Pane, signal: AbortSignal) => Promise<void>} show
 *
 * @typedef {object} View
 * @property {(state: State) => boolean} fits
 * @property {(state: State) => unknown[]} looksAt the files it shows something of
 * @property {(state: State, file: OpenFile) => Grid} [grid]
 * @property {() => Promise<Drawing>} [draws]
 * @property {("only" | "named" | "base" | "actions")[]} [tools]
 */

/** @param {State} state */
const isSnapshot = ({ file }) => file?.isSnapshot ?? false;
/** @param {State} state */
const isProfile = ({ file }) => file?.kind === "profile";
/** @param {number} files */
const after = (files) => (/** @type {State} */ state) => isSnapshot(state) && upTo(state).length >= files;

const largest = { by: "retained", descending: true };

/** @param {State} state */
const one = ({ file }) => [file?.opened];
/** @param {State} state */
const two = (state) => [state.file?.opened, baseOf(state)?.opened];
/** @param {State} state */
const upToIt = (state) => upTo(state).map(({ opened }) => opened);

/** @type {Record<ViewName, View>} */
export const VIEWS = {
  grade: {
    fits: (state) => isSnapshot(state) && ours(state).some((file) => file === state.file),
    looksAt: upToIt,
    draws: () => import("./grade/grade.js"),
  },
  findings: {
    fits: isSnapshot,
    looksAt: upToIt,
    tools: ["actions"],
    draws: () => import("./findings/findings.js"),
  },
  summary: {
    fits: isSnapshot,
    looksAt: one,
    tools: ["only", "named"],
    grid: ({ only, named }, file) => ({
      columns: CLASS_COLUMNS,
      list: summaryOf(file, { filter: filterOf(only), named }),
      order: largest,
      note: "Objects by constructor. A row unfolds to its objects, an object to what it refers to.",
      empty: named ? "No constructor with this in its name." : "No object passes this filter.",
    }),
  },
  comparison: {
    fits: after(2),
    looksAt: two,
    tools: ["base"],
    grid: (state, file) => ({
      columns: COMPARISON_COLUMNS,
      list: comparisonOf(file, /** @type {OpenFile} */ (baseOf(state)?.opened)),
      order: { by: "sizeDelta", descending: true },
      note: `What came and went since ${baseOf(state)?.name}.`,
      empty: "Nothing came and nothing went.",
    }),
  },
  stayed: {
    fits: after(3),
    looksAt: upToIt,
    grid: (state, file) => {
      const [first, second] = upTo(state).slice(-3);
      return {
        columns: CLASS_COLUMNS,
        list: stillThere(file, /** @type {OpenFile} */ (first?.opened), /** @type {OpenFile} */ (second?.opened)),
        order: largest,
        note: `What was made between ${first?.name} and ${second?.name}, and is still there now: what a repeated action leaves behind.`,
        empty: "Nothing that was made between the first two is still there.",
      };
    },
  },
  trend: {
    fits: after(2),
    looksAt: upToIt,
    draws: () => import("./trend/trend.js"),
  },
  containment: {
    fits: isSnapshot,
    looksAt: one,
    grid: (_, file) => ({
      columns: OBJECT_COLUMNS,
      list: containmentOf(file),
      order: { by: "distance", descending: false },
      note: "From the roots down: windows and their variables first.",
    }),
  },
  dominators: {
    fits: isSnapshot,
    looksAt: one,
    grid: (_, file) => ({
      columns: OBJECT_COLUMNS,
      list: dominatedBy(file),
      order: largest,
      note: "Who alone keeps what alive: if a row went, all that is below it would go.",
    }),
  },
  treemap: {
    fits: isSnapshot,
    looksAt: one,
    draws: () => import("./treemap/view.js"),
  },
  statistics: {
    fits: isSnapshot,
    looksAt: one,
    draws: () => import("./statistics/statistics.js"),
  },
  detached: {
    fits: isSnapshot,
    looksAt: one,
    grid: (_, file) => ({
      columns: OBJECT_COLUMNS,
      list: detachedOf(file),
      order: largest,
      note: "DOM nodes that are in no document, and that something keeps alive.",
      empty: "No detached nodes. Only Chromium writes down which nodes are detached.",
    }),
  },
  strings: {
    fits: isSnapshot,
    looksAt: one,
    grid: (_, file) => ({
      columns: STRING_COLUMNS,
      list: duplicatedOf(file),
      order: { by: "wasted", descending: true },
      note: "Texts that are there more than once. Wasted is what all but one of them take.",
      empty: "No text is there twice.",
    }),
  },
  timeline: {
    fits: ({ file }) => file?.kind === "timeline",
    looksAt: one,
    draws: () => import("./timeline/timeline.js"),
  },
  allocations: {
    fits: (state) => isSnapshot(state) && state.file?.opened?.overview.stacks === true,
    looksAt: one,
    grid: (_, file) => ({
      columns: ALLOCATION_COLUMNS,
      list: allocationsOf(file),
      order: { by: "liveSize", descending: true },
      note: "Functions that allocated while it was recorded. A row unfolds to who called it.",
      empty: "No allocation was recorded.",
    }),
  },
  search: {
    fits: (state) => isSnapshot(state) && state.sought !== "",
    looksAt: one,
    grid: ({ sought }, file) => ({
      columns: OBJECT_COLUMNS,
      list: foundBy(file, soughtOf(sought)),
      order: largest,
      note: `Objects found by “${sought}”.`,
      empty: "No object is called so. Try a part of its name, @ and its number, or . and the name of a property.",
    }),
  },
  functions: {
    fits: isProfile,
    looksAt: one,
    grid: (_, file) => ({
      columns: FUNCTION_COLUMNS,
      list: functionsOf(file),
      order: { by: "own", descending: true },
      note: `Who allocated: ${bytes(file.overview.total)} sampled. V8 takes samples; sizes are its estimates.`,
    }),
  },
  calls: {
    fits: isProfile,
    looksAt: one,
    grid: (_, file) => ({
      columns: FUNCTION_COLUMNS,
      list: calleesOf(file),
      order: { by: "total", descending: true },
      note: "Who called whom, from the top, and what was allocated below.",
    }),
  },
  flame: {
    fits: isProfile,
    looksAt: one,
    draws: () => import("./flame/flame.js"),
  },
};

/** Loads what draws the views, so that the first look at one is as quick as the next. What is missing says so when it is wanted. */
export function prepareViews() {
  for (const { draws } of Object.values(VIEWS)) void draws?.().catch(() => {});
}

/** The view that is on show: the one that was asked for, if it fits. @param {State} state @returns {ViewName | null} */
export function viewOf(state) {
  const { view } = state;
  if (view && VIEWS[view].fits(state)) return view;
  return NAMES.find((name) => VIEWS[name].fits(state)) ?? null;
}

/** `.name` is a property, all else a part of a name. @param {string} sought */
function soughtOf(sought) {
  return sought.startsWith(".") && sought.length > 1 ? { text: "", property: sought.slice(1) } : { text: sought };
}
