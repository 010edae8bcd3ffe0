import { bytes, count } from "../ui/figure.js";

/** @import { OpenFile } from "../inspect/open-file.js" */
/** @import { ClassColumn, FunctionColumn } from "../wasm/inspect.js" */

/**
 * A list that is answered by range, in any order.
 * @template {string} Column
 * @typedef {object} List
 * @property {{ id: Column, title: string, number: boolean }[]} columns
 * @property {Column} first what it is sorted by to begin with
 * @property {(asked: { by: Column, descending: boolean, from: number, to: number }) => Promise<{ count: number, rows: string[][] }>} ask
 */

/**
 * The constructors of a snapshot, as in DevTools' Summary.
 * @param {OpenFile} file
 * @returns {List<ClassColumn>}
 */
export function summaryOf(file) {
  return {
    columns: [
      { id: "name", title: "Constructor", number: false },
      { id: "count", title: "Count", number: true },
      { id: "shallow", title: "Shallow size", number: true },
      { id: "retained", title: "Retained size", number: true },
    ],
    first: "retained",
    ask: async (asked) => {
      const page = await file.ask("summary", asked);
      const rows = page.name.map((name, at) => [
        name,
        count(page.objects[at] ?? NaN),
        bytes(page.shallow[at] ?? NaN),
        bytes(page.retained[at] ?? NaN),
      ]);
      return { count: page.count, rows };
    },
  };
}

/**
 * The functions of a sampling profile.
 * @param {OpenFile} file
 * @returns {List<FunctionColumn>}
 */
export function functionsOf(file) {
  return {
    columns: [
      { id: "name", title: "Function", number: false },
      { id: "own", title: "Self size", number: true },
      { id: "total", title: "Total size", number: true },
    ],
    first: "own",
    ask: async (asked) => {
      const page = await file.ask("functions", asked);
      const rows = page.name.map((name, at) => [name, bytes(page.own[at] ?? NaN), bytes(page.total[at] ?? NaN)]);
      return { count: page.count, rows };
    },
  };
}
