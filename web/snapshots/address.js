import { hashOf, quoted, split } from "../shell/words.js";
import { FILTERS } from "./filters.js";
import { isView } from "./view-names.js";

/** @import { State } from "./state.js" */

/** Nothing of a file is in an address but what the visitor typed, and V8's numbers. */

/** Longer texts are not carried. */
const MOST = 200;

/** @param {State} state @param {Partial<State>} [change] */
export function addressOf(state, change = {}) {
  const { files, file, base, view, only, named, sought, actions, object } = { ...state, ...change };
  const words = ["snapshots"];
  const place = (/** @type {State["file"]} */ one) => (one ? files.indexOf(one) + 1 : 0);
  if (view) words.push(`view=${view}`);
  if (place(file) > 0 && files.length > 1) words.push(`file=${place(file)}`);
  if (place(base) > 0) words.push(`base=${place(base)}`);
  if (only !== "all") words.push(`only=${only}`);
  if (named) words.push(`filter=${named}`);
  if (sought) words.push(`search=${sought}`);
  if (actions > 0) words.push(`actions=${actions}`);
  if (object !== null) words.push(`object=@${object}`);
  return hashOf(words);
}

/**
 * What words mean; what is not named is as it was at the beginning, but for the files.
 * @param {string[]} words @param {State} state
 * @returns {{ change: Partial<State>, sentences: string[] }}
 */
export function followed(words, state) {
  /** @type {Partial<State>} */
  const change = { base: null, view: null, only: "all", named: "", sought: "", actions: 0, object: null, held: null };
  /** @type {string[]} */
  const sentences = [];
  for (const word of words) {
    const said = read(word, state, change);
    if (said) sentences.push(said);
  }
  return { change, sentences };
}

/** @param {string} word @param {State} state @param {Partial<State>} change @returns {string} what is wrong with it */
function read(word, state, change) {
  const { name, value } = split(word);
  if (name === "filter" || name === "search") {
    change[name === "filter" ? "named" : "sought"] = value.slice(0, MOST);
  } else if (name === "view") {
    if (!isView(value)) return `There is no view ${quoted(value)}.`;
    change.view = value;
  } else if (name === "only") {
    if (!FILTERS.some(({ id }) => id === value)) return `There is no filter ${quoted(value)}.`;
    change.only = value;
  } else if (name === "object") {
    if (!/^@?\d{1,16}$/.test(value))
      return `An object is named by its number, like “object=@4711”, not ${quoted(value)}.`;
    change.object = Number(value.replace("@", ""));
  } else if (name === "actions") {
    if (!/^[1-9]\d{0,5}$/.test(value)) return `Actions are a number from 1 to 999999, not ${quoted(value)}.`;
    change.actions = Number(value);
  } else if (name === "file" || name === "base") {
    const file = state.files[Number(value) - 1];
    if (!file) return state.files.length > 0 ? `There is no file ${quoted(value)}.` : "";
    change[name] = file;
  } else {
    return `Unknown word ${quoted(word)} ignored.`;
  }
  return "";
}
