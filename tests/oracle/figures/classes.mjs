// The constructor grid's rows, whole and under every filter.
import { lib, orError } from "../open.mjs";

export const FILTERS = [
  "objectsRetainedByDetachedDomNodes",
  "objectsRetainedByConsole",
  "objectsRetainedByEventHandlers",
  "objectsRetainedByContexts",
  "duplicatedStrings",
  "sharedNativeContext",
  "noNativeContext",
];

/** @param {Record<string, any>} aggregates */
const rows = (aggregates) =>
  Object.entries(aggregates).map(([key, { name, count, distance, self, maxRet }]) => [
    key,
    name,
    count,
    distance,
    self,
    maxRet,
  ]);

/** @param {any} snapshot @param {object} [filter] */
export const classRows = (snapshot, filter = new lib.NodeFilter()) => rows(snapshot.aggregatesWithFilter(filter));

// "Allocated between": the middle half of the ids of JavaScript objects, which are odd.
function middle(snapshot) {
  const max = snapshot.updateStaticData().maxJSObjectId;
  return { min: Math.floor(max / 4), max: Math.floor((max * 3) / 4) };
}

/** @param {any} snapshot */
export function filteredRows(snapshot) {
  const filters = {};
  for (const filterName of FILTERS) {
    filters[filterName] = orError(() => classRows(snapshot, Object.assign(new lib.NodeFilter(), { filterName })));
  }
  const { min, max } = middle(snapshot);
  return { filters, idRange: { min, max, rows: orError(() => classRows(snapshot, new lib.NodeFilter(min, max))) } };
}
