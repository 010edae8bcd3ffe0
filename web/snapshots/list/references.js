import { distanceCell, edge } from "./cells.js";
import { finding, objectOf, objectRows } from "./objects.js";

/** @import { List, Row } from "../../ui/grid/list.js" */
/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { ReferencePage } from "../../wasm/inspect.js" */

/**
 * What refers to an object, upwards: the object that is held stands behind it.
 * @param {OpenFile} file
 * @param {number} node
 * @param {readonly number[]} ignored by position
 * @returns {List}
 */
export function retainersOf(file, node, ignored) {
  return {
    ask: async (asked, signal) => {
      const request = { node, ignored: [...ignored], ...objectRows(asked) };
      const page = await file.ask("retainers", request, { signal });
      const rows = page.label.map((label, at) => retainer(file, page, at, label, ignored));
      return { count: page.count, rows };
    },
    find: finding(file, (rows) => ({ retainers: { node, ignored: [...ignored], ...rows } })),
  };
}

/** @param {OpenFile} file @param {ReferencePage} page @param {number} at @param {string} label @param {readonly number[]} ignored @returns {Row} */
function retainer(file, page, at, label, ignored) {
  const isIgnored = page.ignored[at] === 1;
  const before = [...edge(label, page.edgeKind[at] ?? ""), { text: " in ", look: "soft" }];
  const marked = isIgnored ? [{ text: "ignored ", look: "soft" }, ...before] : before;
  const row = objectOf(file, page, at, marked, retainersOf(file, page.node[at] ?? 0, ignored));
  const cells = { ...row.cells, distance: distanceCell(page.listDistance[at] ?? -1) };
  const { below, ...rest } = { ...row, cells, subject: { ...row.subject, edge: page.edge[at], isIgnored } };
  // DevTools folds what is ignored as well; at the root there is nothing above.
  return isIgnored || row.subject.node === 0 || !below ? rest : { ...rest, below };
}
