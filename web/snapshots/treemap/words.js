import { bytes, count, percent } from "../../ui/figure.js";

/** @import { FamilyColors } from "../../wasm/inspect.js" */
/** @import { Tiles } from "./tiles.js" */

/** What the colours stand for. @type {Record<keyof FamilyColors, string>} */
export const FAMILIES = {
  dom: "DOM, attached",
  detached: "Detached",
  native: "Native",
  object: "Objects",
  array: "Arrays",
  string: "Strings",
  closure: "Closures",
  code: "Code",
  system: "System",
  rest: "Several kinds",
};

/** What the whole is. @param {Tiles} tiles */
export function wholeOf(tiles) {
  return tiles.isClass(0) ? tiles.name(0) : `What ${tiles.name(0)} retains`;
}

/** A tile in a line. @param {Tiles} tiles @param {number} row */
export function said(tiles, row) {
  const part = row === 0 ? "" : `, ${share(tiles, row)} of ${tiles.name(0)}`;
  const size = tiles.isObject(row) ? `retained size ${bytes(tiles.size(row))}` : bytes(tiles.size(row));
  const objects = tiles.objects(row);
  const more = tiles.isObject(row) && objects > 1 ? `, ${count(objects)} objects` : "";
  return `${tiles.name(row)}: ${size}${part}${more}`;
}

/** How much of the whole a tile is. @param {Tiles} tiles @param {number} row */
export function share(tiles, row) {
  return percent(tiles.size(row), tiles.size(0));
}
