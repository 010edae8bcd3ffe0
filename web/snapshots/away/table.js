import { cellOf, textOf } from "../../ui/grid/line.js";

/** @import { Column, List, Order, Row } from "../../ui/grid/list.js" */

/** So many rows are written at most. */
const MOST_ROWS = 200_000;
const PART = 5_000;

/**
 * All rows of a list, without what they unfold to.
 * @param {List} list @param {Order} order @param {AbortSignal} signal
 * @returns {Promise<Row[]>}
 */
export async function allRows(list, order, signal) {
  /** @type {Row[]} */
  const all = [];
  for (let count = MOST_ROWS; all.length < count; ) {
    const asked = { ...order, from: all.length, to: Math.min(all.length + PART, MOST_ROWS) };
    const part = await list.ask(asked, signal);
    count = Math.min(part.count, MOST_ROWS);
    if (part.rows.length === 0) break;
    all.push(...part.rows);
  }
  return all;
}

/** As spreadsheets read it. @param {Column[]} columns @param {Row[]} rows */
export function csv(columns, rows) {
  const line = (/** @type {Row} */ row) => columns.map((column) => field(rawOf(row, column)));
  const lines = [columns.map(({ title }) => field(title)), ...rows.map(line)];
  return `${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

/** @param {Column[]} columns @param {Row[]} rows */
export function json(columns, rows) {
  const records = rows.map((row) => Object.fromEntries(columns.map((column) => [column.id, rawOf(row, column)])));
  return `${JSON.stringify(records, null, 1)}\n`;
}

/** @param {Row} row @param {Column} column */
function rawOf(row, column) {
  return row.values?.[column.id] ?? textOf(cellOf(row, column));
}

/** A text that a spreadsheet would take for a formula is marked as a text. @param {string | number} value */
function field(value) {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
