/** @import { HeapFile } from "./files/heap-file.js" */
/** @import { ViewName } from "./view-names.js" */

/**
 * What the room shows. Files are named by their place in the list.
 * @typedef {object} State
 * @property {readonly HeapFile[]} files in their order
 * @property {HeapFile | null} file the one that is looked at
 * @property {HeapFile | null} base the earlier one it is compared with; nothing for the one before it
 * @property {ViewName | null} view nothing for what fits the file
 * @property {string} only an entry of the filters
 * @property {string} named a part of constructors' names
 * @property {string} sought what is searched for
 * @property {number} actions that were done before each file but the first; 0 if nobody counted
 * @property {number | null} object V8's number
 * @property {{ key: string, name: string } | null} held a constructor of which the holders are asked for
 */

/** @returns {State} */
export function nothingOpen() {
  return {
    files: [],
    file: null,
    base: null,
    view: null,
    only: "all",
    named: "",
    sought: "",
    object: null,
    held: null,
    actions: 0,
  };
}

/** Snapshots up to the one that is looked at, in order. @param {State} state */
export function upTo({ files, file }) {
  const snapshots = files.filter(({ isSnapshot }) => isSnapshot);
  const at = file ? snapshots.indexOf(file) : -1;
  return snapshots.slice(0, at + 1);
}

/** What a question over several files is told: which came before, and what was done in between. @param {State} state */
export function sinceThen(state) {
  const before = upTo(state)
    .slice(0, -1)
    .map(({ opened }) => opened?.file ?? 0);
  return before.length > 0 && state.actions > 0 ? { before, actions: state.actions } : { before };
}

/** What the file that is looked at is compared with. @param {State} state */
export function baseOf(state) {
  const { base, file } = state;
  return base?.isSnapshot && base !== file ? base : (upTo(state).at(-2) ?? null);
}
