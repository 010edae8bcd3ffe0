import { bytes } from "../../ui/figure.js";
import { textOf } from "../../ui/grid/line.js";
import { distanceCell, edge, share } from "./cells.js";

/** @import { Asked, Column, List, Part, Row } from "../../ui/grid/list.js" */
/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { ListRequest, ObjectColumn, ObjectPage, ReferencePage, Rows } from "../../wasm/inspect.js" */
/** @import { Sought } from "../../ui/grid/list.js" */

/** The columns of every list of objects, as DevTools has them. @type {Column[]} */
export const OBJECT_COLUMNS = [
  { id: "name", title: "Object", kind: "text" },
  { id: "distance", title: "Distance", kind: "number", rank: 2 },
  { id: "shallow", title: "Shallow size", kind: "number", rank: 1 },
  { id: "retained", title: "Retained size", kind: "number" },
];

const SORTS = ["name", "id", "distance", "shallow", "retained"];

/** What is asked of a list of objects, in the order of a list above it. @param {Asked} asked @returns {Rows} */
export function objectRows({ by, descending, from, to }) {
  const own = SORTS.includes(by);
  return { by: own ? /** @type {ObjectColumn} */ (by) : "retained", descending: own ? descending : true, from, to };
}

/**
 * How a list finds a row by the beginning of its name: the session knows it as a whole.
 * @param {OpenFile} file @param {(rows: Rows) => ListRequest} list
 */
export function finding(file, list) {
  return async (/** @type {Sought} */ { text, from, ...order }, /** @type {AbortSignal} */ signal) => {
    const rows = objectRows({ ...order, from: 0, to: 0 });
    const { row } = await file.ask("named", { list: list(rows), text, from }, { signal });
    return row ?? null;
  };
}

/**
 * Objects as rows that unfold to what they refer to.
 * @param {OpenFile} file
 * @param {ObjectPage} page
 * @returns {Row[]}
 */
export function objectsOf(file, page) {
  return page.name.map((_, at) => objectOf(file, page, at, []));
}

/**
 * @param {OpenFile} file
 * @param {ObjectPage} page
 * @param {number} at
 * @param {Part[]} before what leads to it
 * @param {List} [below] instead of what it refers to
 * @returns {Row}
 */
export function objectOf(file, page, at, before, below) {
  const node = page.node[at] ?? 0;
  const id = page.id[at] ?? 0;
  const [distance = -1, shallow = 0, retained = 0] = [page.distance[at], page.shallow[at], page.retained[at]];
  const unfolds = below ?? ((page.references[at] ?? 0) > 0 ? fieldsOf(file, node) : undefined);
  return {
    cells: {
      name: [...before, ...named(page, at), { text: ` @${id}`, look: "soft" }],
      distance: distanceCell(distance),
      shallow: bytes(shallow),
      retained: share(retained, file.overview.total),
    },
    values: { name: `${textOf(before)}${nameOf(page, at)} @${id}`, distance, shallow, retained },
    ...(unfolds ? { below: unfolds } : {}),
    subject: { node, id, name: page.name[at] ?? "", kind: page.kind[at] ?? "" },
  };
}

/** Arrays and functions without a name are called by what they are. @param {ObjectPage} page @param {number} at */
export function nameOf(page, at) {
  const kind = page.kind[at] ?? "";
  return page.name[at] || (kind === "closure" ? "(anonymous)" : isText(kind) ? "" : page.className[at] || `(${kind})`);
}

/** @param {string} kind */
const isText = (kind) => kind.endsWith("string");

/** @param {ObjectPage} page @param {number} at @returns {Part[]} */
function named(page, at) {
  const name = nameOf(page, at);
  const value = page.value[at] ?? "";
  const kind = page.kind[at] ?? "";
  const detached = page.detachedness[at] === 2 ? [{ text: "Detached ", look: "warn" }] : [];
  /** @type {Part[]} */
  const parts = [
    isText(kind) ? { text: JSON.stringify(name), look: "string" } : { text: name, look: `kind-${kind.split(" ")[0]}` },
  ];
  return [
    ...(name.startsWith("Detached ") ? [] : detached),
    ...parts,
    ...(value ? [{ text: ` ${value}`, look: "value" }] : []),
  ];
}

/**
 * What an object refers to.
 * @param {OpenFile} file
 * @param {number} node
 * @returns {List}
 */
export function fieldsOf(file, node) {
  return {
    ask: async (asked, signal) => {
      const page = await file.ask("fields", { node, ...objectRows(asked) }, { signal });
      return { count: page.count, rows: page.label.map((label, at) => field(file, page, at, label)) };
    },
    find: finding(file, (rows) => ({ fields: { node, ...rows } })),
  };
}

/** @param {OpenFile} file @param {ReferencePage} page @param {number} at @param {string} label @returns {Row} */
function field(file, page, at, label) {
  const row = objectOf(file, page, at, [...edge(label, page.edgeKind[at] ?? ""), { text: " :: ", look: "soft" }]);
  return { ...row, subject: { ...row.subject, edge: page.edge[at] } };
}

/** @typedef {{ node: number, id: number, name: string, kind: string, edge?: number }} Subject what a row of an object is about */
