import { bytes } from "../../ui/figure.js";
import { share } from "./cells.js";

/** @import { Asked, Column, List, Part, Row } from "../../ui/grid/list.js" */
/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { FunctionColumn, FunctionPage } from "../../wasm/inspect.js" */

/** @type {Column[]} */
export const FUNCTION_COLUMNS = [
  { id: "name", title: "Function", kind: "text" },
  { id: "own", title: "Self size", kind: "number" },
  { id: "total", title: "Total size", kind: "number" },
];

/** The functions of a sampling profile. @param {OpenFile} file @returns {List} */
export function functionsOf(file) {
  return {
    ask: async (asked, signal) => {
      const page = await file.ask("functions", rowsOf(asked), { signal });
      return { count: page.count, rows: page.name.map((_, at) => functionOf(file, page, at)) };
    },
  };
}

/** Who called whom, from the root down. @param {OpenFile} file @param {number} [node] @returns {List} */
export function calleesOf(file, node = 0) {
  return {
    ask: async (asked, signal) => {
      const page = await file.ask("callees", { node, ...rowsOf(asked) }, { signal });
      const rows = page.name.map((_, at) => {
        const row = functionOf(file, page, at);
        return (page.callees[at] ?? 0) > 0 ? { ...row, below: calleesOf(file, page.node[at]) } : row;
      });
      return { count: page.count, rows };
    },
  };
}

/** @param {Asked} asked */
function rowsOf({ by, descending, from, to }) {
  return { by: /** @type {FunctionColumn} */ (by), descending, from, to };
}

/** @param {OpenFile} file @param {FunctionPage} page @param {number} at @returns {Row} */
function functionOf(file, page, at) {
  /** @type {Part[]} */
  const name = [{ text: page.name[at] ?? "" }];
  const place = placeOf(page.url[at] ?? "", page.line[at] ?? 0);
  const [own = 0, total = 0] = [page.own[at], page.total[at]];
  return {
    cells: {
      name: place ? [...name, { text: ` ${place}`, look: "soft" }] : name,
      own: bytes(own),
      total: share(total, file.overview.total),
    },
    values: { name: `${page.name[at]} ${place}`.trim(), own, total },
  };
}

/** The end of a script's address, and the line. @param {string} url @param {number} line */
export function placeOf(url, line) {
  const name = url.split(/[?#]/)[0]?.split("/").filter(Boolean).at(-1) ?? "";
  return name && line > 0 ? `${name}:${line}` : name;
}
