import { fieldsOf, finding, objectOf, objectRows, objectsOf } from "./objects.js";

/** @import { List } from "../../ui/grid/list.js" */
/** @import { OpenFile } from "../../inspect/open-file.js" */

/** The position of the root in every file. */
const ROOT = 0;

/** What the roots refer to, as in DevTools' Containment. @param {OpenFile} file */
export function containmentOf(file) {
  return fieldsOf(file, ROOT);
}

/**
 * What an object alone keeps alive.
 * @param {OpenFile} file
 * @param {number} [node]
 * @returns {List}
 */
export function dominatedBy(file, node = ROOT) {
  return {
    ask: async (asked, signal) => {
      const page = await file.ask("dominated", { node, ...objectRows(asked) }, { signal });
      const rows = page.name.map((_, at) => {
        const alone = (page.retained[at] ?? 0) <= (page.shallow[at] ?? 0);
        const row = objectOf(file, page, at, [], dominatedBy(file, page.node[at]));
        return alone ? { cells: row.cells, subject: row.subject } : row;
      });
      return { count: page.count, rows };
    },
    find: finding(file, (rows) => ({ dominated: { node, ...rows } })),
  };
}

/** DOM nodes outside of every document. @param {OpenFile} file @returns {List} */
export function detachedOf(file) {
  return foundBy(file, { text: "", detached: true });
}

/** Objects by a part of their name or by `@id`. @param {OpenFile} file @param {{ text: string, property?: string, detached?: boolean }} sought @returns {List} */
export function foundBy(file, sought) {
  return {
    ask: async (asked, signal) => {
      const page = await file.ask("search", { ...sought, ...objectRows(asked) }, { signal });
      return { count: page.count, rows: objectsOf(file, page) };
    },
    find: finding(file, (rows) => ({ search: { ...sought, ...rows } })),
  };
}
