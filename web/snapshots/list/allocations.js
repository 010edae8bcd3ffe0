import { bytes, count } from "../../ui/figure.js";
import { classRows } from "./classes.js";
import { placeOf } from "./functions.js";
import { objectRows, objectsOf } from "./objects.js";

/** @import { Column, List, Row } from "../../ui/grid/list.js" */
/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { AllocationsPage } from "../../wasm/inspect.js" */

/** The heaviest always come first. @type {Column[]} */
export const ALLOCATION_COLUMNS = [
  { id: "function", title: "Function", kind: "text", fixed: true, below: "name" },
  { id: "liveCount", title: "Live count", kind: "number", rank: 2, fixed: true },
  { id: "liveSize", title: "Live size", kind: "number", fixed: true, below: "shallow" },
  { id: "count", title: "Count", kind: "number", rank: 3, fixed: true },
  { id: "size", title: "Size", kind: "number", rank: 1, fixed: true },
];

/**
 * The functions that allocated, or who called the last of a path, as in DevTools' Allocation view.
 * @param {OpenFile} file
 * @param {readonly number[]} [path]
 * @returns {List}
 */
export function allocationsOf(file, path = []) {
  // What is still there comes before the callers.
  const own = path.length > 0 ? 1 : 0;
  return {
    ask: async ({ from, to }, signal) => {
      const asked = { path: [...path], from: Math.max(0, from - own), to: to - own };
      const page = await file.ask("allocations", asked, { signal });
      const between = await singles(file, path, page, signal);
      const callers = page.name.map((_, at) =>
        functionOf(file, page, at, asked.from + at < page.single ? null : [...path, ...between]),
      );
      return { count: page.count + own, rows: own > 0 && from === 0 ? [stillThere(file, path), ...callers] : callers };
    },
  };
}

/** The callers at the beginning of a list that belong to its path. @param {OpenFile} file @param {readonly number[]} path @param {AllocationsPage} page @param {AbortSignal} signal */
async function singles(file, path, page, signal) {
  if (page.single === 0) return [];
  const first = await file.ask("allocations", { path: [...path], from: 0, to: page.single }, { signal });
  return [...first.function];
}

/** @param {OpenFile} file @param {AllocationsPage} page @param {number} at @param {number[] | null} path what leads to it, if it unfolds @returns {Row} */
function functionOf(file, page, at, path) {
  const place = placeOf(page.script[at] ?? "", page.line[at] ?? 0);
  const row = {
    cells: {
      function: [{ text: page.name[at] || "(anonymous)" }, { text: ` ${place}`, look: "soft" }],
      liveCount: count(page.liveObjects[at] ?? 0),
      liveSize: bytes(page.liveSize[at] ?? 0),
      count: count(page.objects[at] ?? 0),
      size: bytes(page.size[at] ?? 0),
    },
  };
  return path ? { ...row, below: allocationsOf(file, [...path, page.function[at] ?? 0]) } : row;
}

/** @param {OpenFile} file @param {readonly number[]} path @returns {Row} */
function stillThere(file, path) {
  return {
    cells: { function: [{ text: "What it allocated and is still there", look: "soft" }] },
    below: {
      ask: async (asked, signal) => {
        const page = await file.ask(
          "allocated",
          { path: [...path], ...classRows({ ...asked, by: "shallow" }) },
          { signal },
        );
        const rows = page.shown.map((shown, at) => ({
          cells: {
            function: shown,
            liveCount: count(page.objects[at] ?? 0),
            liveSize: bytes(page.shallow[at] ?? 0),
          },
          below: objectsBelow(file, path, page.key[at] ?? ""),
        }));
        return { count: page.count, rows };
      },
    },
  };
}

/** @param {OpenFile} file @param {readonly number[]} path @param {string} key @returns {List} */
function objectsBelow(file, path, key) {
  return {
    ask: async (asked, signal) => {
      const page = await file.ask("allocatedObjects", { path: [...path], key, ...objectRows(asked) }, { signal });
      const rows = objectsOf(file, page).map(({ cells, subject }) => ({ cells, subject }));
      return { count: page.count, rows };
    },
  };
}
