import { bytes, count } from "../../ui/figure.js";
import { share } from "./cells.js";
import { objectRows, objectsOf } from "./objects.js";

/** @import { Column, List } from "../../ui/grid/list.js" */
/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { StringsColumn } from "../../wasm/inspect.js" */

/** @type {Column[]} */
export const STRING_COLUMNS = [
  { id: "value", title: "String", kind: "text", fixed: true, below: "name" },
  { id: "count", title: "Count", kind: "number" },
  { id: "shallow", title: "Shallow size", kind: "number", rank: 2 },
  { id: "retained", title: "Retained size", kind: "number", rank: 1 },
  { id: "wasted", title: "Wasted", kind: "number" },
];

/** Strings that are there more than once. Only the largest first. @param {OpenFile} file @returns {List} */
export function duplicatedOf(file) {
  return {
    ask: async ({ by, from, to }, signal) => {
      const page = await file.ask("duplicateStrings", { by: /** @type {StringsColumn} */ (by), from, to }, { signal });
      const rows = page.value.map((value, at) => {
        const [strings = 0, shallow = 0] = [page.strings[at], page.shallow[at]];
        const [retained = 0, wasted = 0] = [page.retained[at], page.wasted[at]];
        return {
          cells: {
            value: [{ text: JSON.stringify(value), look: "string" }],
            count: count(strings),
            shallow: bytes(shallow),
            retained: bytes(retained),
            wasted: share(wasted, file.overview.total),
          },
          values: { value, count: strings, shallow, retained, wasted },
          below: equalOf(file, page.group[at] ?? 0),
        };
      });
      return { count: page.count, rows };
    },
  };
}

/** @param {OpenFile} file @param {number} group @returns {List} */
function equalOf(file, group) {
  return {
    ask: async (asked, signal) => {
      const page = await file.ask("equalStrings", { group, ...objectRows(asked) }, { signal });
      const rows = objectsOf(file, page).map(({ cells, subject }) => ({ cells, subject }));
      return { count: page.count, rows };
    },
  };
}
