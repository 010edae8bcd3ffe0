import { TreeGrid } from "../../ui/grid/tree-grid.js";
import { allRows } from "./table.js";

/** @import { Column, Row } from "../../ui/grid/list.js" */

/**
 * What the view on show has as rows: its list, in its order and with the columns that there is room for, else its tables.
 * @param {Element} pane @param {AbortSignal} signal
 * @returns {Promise<{ columns: Column[], rows: Row[] }>}
 */
export async function shownIn(pane, signal) {
  const grid = [...pane.querySelectorAll("tree-grid")].find((grid) => grid.checkVisibility());
  const shown = grid instanceof TreeGrid ? grid.shown : null;
  if (shown) return { columns: shown.columns, rows: await allRows(shown.list, shown.order, signal) };
  const tables = [...pane.querySelectorAll("table")];
  const heads = [...(tables[0]?.querySelectorAll("thead th") ?? [])].map((head) => head.textContent ?? "");
  const rows = tables.flatMap((table) => [...table.querySelectorAll("tbody tr")].map((row) => rowOf(row, heads)));
  const isWritten = (/** @type {string} */ head) => rows.some(({ values }) => values?.[head] !== "");
  const columns = heads
    .filter(isWritten)
    .map((head) => ({ id: head, title: head, kind: /** @type {const} */ ("text") }));
  return { columns, rows };
}

/** A cell says its number where it shows it rounded. @param {Element} row @param {string[]} heads @returns {Row} */
function rowOf(row, heads) {
  const values = heads.map((head, at) => {
    const cell = row.children[at];
    const number = cell?.getAttribute("data-value") ?? null;
    return [head, number === null ? (cell?.textContent ?? "") : Number(number)];
  });
  return { cells: {}, values: Object.fromEntries(values) };
}
