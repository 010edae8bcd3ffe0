import { bytes, count } from "../../ui/figure.js";

/** @import { Cell, Part } from "../../ui/grid/list.js" */

/** DevTools counts from here on what only V8's own roots reach. */
const OF_V8 = 100_000_000;

/** Bytes, and what part of all they are. @param {number} size @param {number} total @returns {Cell} */
export function share(size, total) {
  const percent = total > 0 ? Math.round((size / total) * 100) : 0;
  return [{ text: bytes(size) }, { text: ` ${percent} %`, look: "soft share" }];
}

/** @param {number} distance @returns {Cell} */
export function distanceCell(distance) {
  return distance < 0 || distance >= OF_V8 ? [{ text: "–", look: "soft" }] : count(distance);
}

/** With its sign, as a change. @param {number} value @param {(value: number) => string} write @returns {Cell} */
export function change(value, write) {
  if (value === 0) return [{ text: "0", look: "soft" }];
  return value > 0 ? [{ text: `+${write(value)}`, look: "more" }] : [{ text: `−${write(-value)}`, look: "less" }];
}

/** How a reference is called, by its kind. @param {string} label @param {string} kind @returns {Part[]} */
export function edge(label, kind) {
  return [{ text: label, look: kind === "internal" || kind === "hidden" || kind === "weak" ? "edge soft" : "edge" }];
}
