import { bytes, count } from "../../ui/figure.js";
import { change } from "./cells.js";
import { objectRows, objectsOf } from "./objects.js";

/** @import { Asked, Column, List, Row } from "../../ui/grid/list.js" */
/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { ComparisonColumn } from "../../wasm/inspect.js" */

/** @type {Column[]} */
export const COMPARISON_COLUMNS = [
  { id: "name", title: "Constructor", kind: "text" },
  { id: "addedCount", title: "# New", kind: "number", rank: 2 },
  { id: "removedCount", title: "# Deleted", kind: "number", rank: 2 },
  { id: "countDelta", title: "# Delta", kind: "number" },
  { id: "addedSize", title: "Alloc. size", kind: "number", rank: 3 },
  { id: "removedSize", title: "Freed size", kind: "number", rank: 3 },
  { id: "sizeDelta", title: "Size delta", kind: "number", rank: 1 },
];

const SORTS = COMPARISON_COLUMNS.map(({ id }) => id);

/**
 * What came and went since an earlier file, as in DevTools' Comparison.
 * @param {OpenFile} file
 * @param {OpenFile} before
 * @returns {List}
 */
export function comparisonOf(file, before) {
  return {
    ask: async ({ by, descending, from, to }, signal) => {
      const column = SORTS.includes(by) ? /** @type {ComparisonColumn} */ (by) : "sizeDelta";
      const request = { before: before.file, by: column, descending, from, to };
      const page = await file.ask("comparison", request, { signal });
      const rows = page.shown.map((shown, at) => {
        const key = page.key[at] ?? "";
        const [added = 0, removed = 0, delta = 0] = [page.addedCount[at], page.removedCount[at], page.countDelta[at]];
        const [came = 0, went = 0, grew = 0] = [page.addedSize[at], page.removedSize[at], page.sizeDelta[at]];
        return {
          cells: [
            shown,
            count(added),
            count(removed),
            change(delta, count),
            bytes(came),
            bytes(went),
            change(grew, bytes),
          ],
          values: [shown, added, removed, delta, came, went, grew],
          below: comparedOf(file, before, key),
          subject: { key, name: page.name[at] ?? "" },
        };
      });
      return { count: page.count, rows };
    },
  };
}

/** The objects that came, then those that went. @param {OpenFile} file @param {OpenFile} before @param {string} key @returns {List} */
function comparedOf(file, before, key) {
  return {
    ask: async (asked, signal) => {
      const rows = objectRows(asked);
      const request = { before: before.file, key, ...rows };
      const came = await file.ask("compared", { ...request, removed: false }, { signal });
      const missing = asked.to - Math.max(asked.from, came.count);
      const went = await file.ask(
        "compared",
        {
          ...request,
          removed: true,
          from: Math.max(0, asked.from - came.count),
          to: Math.max(0, asked.to - came.count),
        },
        { signal },
      );
      const added = objectsOf(file, came).map((row) => mark(row, true));
      const removed = missing > 0 ? objectsOf(before, went).map((row) => mark(row, false)) : [];
      return { count: came.count + went.count, rows: [...added, ...removed] };
    },
  };
}

/** An object under the columns of the comparison. @param {Row} row @param {boolean} isNew @returns {Row} */
function mark(row, isNew) {
  const [name = "", , shallow = ""] = row.cells;
  const sign = { text: isNew ? "+ " : "− ", look: isNew ? "more" : "less" };
  const cells = [
    [sign, ...(typeof name === "string" ? [{ text: name }] : name)],
    isNew ? "•" : "",
    isNew ? "" : "•",
    "",
    isNew ? shallow : "",
    isNew ? "" : shallow,
    "",
  ];
  // What is gone is no object of the file on show.
  if (isNew) return { ...row, cells, below: wide(row.below) };
  return { cells, subject: null };
}

/** Rows of references below, under these columns. @param {List | undefined} list @returns {any} */
function wide(list) {
  return (
    list && {
      ask: async (/** @type {Asked} */ asked, /** @type {AbortSignal} */ signal) => {
        const { count, rows } = await list.ask(asked, signal);
        const shown = rows.map(({ cells: [name = "", , shallow = ""], ...row }) => ({
          ...row,
          cells: [name, "", "", "", shallow, "", ""],
          below: wide(row.below),
        }));
        return { count, rows: shown };
      },
    }
  );
}
