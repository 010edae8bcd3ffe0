import { bytes, count } from "../../ui/figure.js";
import { change } from "./cells.js";
import { objectRows, objectsOf } from "./objects.js";

/** @import { Column, List, Row } from "../../ui/grid/list.js" */
/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { ComparisonColumn } from "../../wasm/inspect.js" */

/** @type {Column[]} */
export const COMPARISON_COLUMNS = [
  { id: "name", title: "Constructor", kind: "text" },
  { id: "addedCount", title: "# New", kind: "number", rank: 2 },
  { id: "removedCount", title: "# Deleted", kind: "number", rank: 2 },
  { id: "countDelta", title: "# Delta", kind: "number" },
  { id: "addedSize", title: "Alloc. size", kind: "number", rank: 3, below: "shallow" },
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
          cells: {
            name: shown,
            addedCount: count(added),
            removedCount: count(removed),
            countDelta: change(delta, count),
            addedSize: bytes(came),
            removedSize: bytes(went),
            sizeDelta: change(grew, bytes),
          },
          values: {
            name: shown,
            addedCount: added,
            removedCount: removed,
            countDelta: delta,
            addedSize: came,
            removedSize: went,
            sizeDelta: grew,
          },
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

/** An object that came, or one that went: which is no object of the file on show. @param {Row} row @param {boolean} isNew @returns {Row} */
function mark(row, isNew) {
  const { name = "", shallow = "" } = row.cells;
  const sign = { text: isNew ? "+ " : "− ", look: isNew ? "more" : "less" };
  const signed = [sign, ...(typeof name === "string" ? [{ text: name }] : name)];
  if (isNew) return { ...row, cells: { ...row.cells, name: signed, addedCount: "•" } };
  return { cells: { name: signed, removedCount: "•", removedSize: shallow }, subject: null };
}
