import { count } from "../../ui/figure.js";
import { distanceCell, share } from "./cells.js";
import { finding, objectRows, objectsOf } from "./objects.js";

/** @import { Column, List } from "../../ui/grid/list.js" */
/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { ClassColumn, ClassPage, ClassRows, FilterRequest } from "../../wasm/inspect.js" */

/** @type {Column[]} */
export const CLASS_COLUMNS = [
  { id: "name", title: "Constructor", kind: "text" },
  { id: "distance", title: "Distance", kind: "number", rank: 2 },
  { id: "shallow", title: "Shallow size", kind: "number", rank: 1 },
  { id: "retained", title: "Retained size", kind: "number" },
];

/**
 * Constructors, as in DevTools' Summary.
 * @param {OpenFile} file
 * @param {{ filter: FilterRequest, named: string }} of
 * @returns {List}
 */
export function summaryOf(file, { filter, named }) {
  return {
    ask: async (asked, signal) => {
      const page = await file.ask("summary", { filter, named, ...classRows(asked) }, { signal });
      return { count: page.count, rows: classesOf(file, page, (key) => instancesOf(file, key, filter)) };
    },
  };
}

/** Constructors of what was made before `first`'s file ended and is still there in the later ones. @param {OpenFile} file @param {OpenFile} first @param {OpenFile} second @returns {List} */
export function stillThere(file, first, second) {
  const between = { first: first.file, second: second.file };
  return {
    ask: async (asked, signal) => {
      const page = await file.ask("stillThere", { ...between, ...classRows(asked) }, { signal });
      /** @param {string} key @returns {List} */
      const below = (key) => ({
        ask: async (asked, signal) => {
          const request = { ...between, key, ...objectRows(asked) };
          const objects = await file.ask("stillThereObjects", request, { signal });
          return { count: objects.count, rows: objectsOf(file, objects) };
        },
      });
      return { count: page.count, rows: classesOf(file, page, below) };
    },
  };
}

const SORTS = ["name", "count", "distance", "shallow", "retained"];

/** @param {import("../../ui/grid/list.js").Asked} asked @returns {ClassRows} */
export function classRows({ by, descending, from, to }) {
  return { by: SORTS.includes(by) ? /** @type {ClassColumn} */ (by) : "retained", descending, from, to };
}

/** @param {OpenFile} file @param {ClassPage} page @param {(key: string) => List} below */
export function classesOf(file, page, below) {
  const { total } = file.overview;
  return page.shown.map((shown, at) => {
    const key = page.key[at] ?? "";
    const [distance = -1, shallow = 0, retained = 0] = [page.distance[at], page.shallow[at], page.retained[at]];
    return {
      cells: {
        name: [{ text: shown }, { text: ` ×${count(page.objects[at] ?? 0)}`, look: "soft" }],
        distance: distanceCell(distance),
        shallow: share(shallow, total),
        retained: share(retained, total),
      },
      values: { name: shown, distance, shallow, retained },
      below: below(key),
      subject: { key, name: page.name[at] ?? "" },
    };
  });
}

/** The objects of a constructor. @param {OpenFile} file @param {string} key @param {FilterRequest} filter @returns {List} */
export function instancesOf(file, key, filter) {
  return {
    ask: async (asked, signal) => {
      const page = await file.ask("instances", { key, filter, ...objectRows(asked) }, { signal });
      return { count: page.count, rows: objectsOf(file, page) };
    },
    find: finding(file, (rows) => ({ instances: { key, filter, ...rows } })),
  };
}
