import { legible } from "./legible.js";

/** Longer ones would hide the advice behind them. */
const MOST = 400;

/** A few words as a sentence; what is from a file does not act in it. @param {string} words */
export function sentence(words) {
  const shown = legible(words, MOST);
  const end = /[.!?…]$/.test(shown) ? "" : ".";
  return `${shown.slice(0, 1).toUpperCase()}${shown.slice(1)}${end}`;
}
