import { upTo } from "../state.js";

/** @import { HeapFile } from "../files/heap-file.js" */
/** @import { RunAnswer } from "../../wasm/inspect.js" */
/** @import { State } from "../state.js" */

/**
 * Files of this page between which something ran.
 * @typedef {object} Graded
 * @property {HeapFile} before
 * @property {HeapFile} file
 * @property {HeapFile | null} after taken after letting go
 * @property {RunAnswer[]} runs what made units between the first two
 */

/** Those of the files up to the one that is looked at that were taken of this page. @param {State} state */
export function ours(state) {
  return upTo(state).filter(({ ran }) => ran?.ours);
}

/**
 * The pairs of neighbours between which units were made, the last first.
 * @param {readonly HeapFile[]} files in order
 * @returns {Promise<Graded[]>}
 */
export async function graded(files) {
  /** @type {Graded[]} */
  const pairs = [];
  for (let at = files.length - 1; at > 0; at--) {
    const [before, file] = [files[at - 1], files[at]];
    if (!before?.opened || !file?.opened) continue;
    const { runs } = await file.opened.ask("ran", { before: before.opened.file });
    const made = runs.filter(({ since = 0 }) => since > 0);
    if (made.length > 0) pairs.push({ before, file, after: files[at + 1] ?? null, runs: made });
  }
  return pairs;
}

/** The file behind a pair, if the page had let go of a scenario's units by then. @param {Graded} pair @param {RunAnswer} run */
export function letGoIn({ after }, { slug, variant, letGo }) {
  const then = after?.ran?.runs.find((one) => one.slug === slug && one.variant === variant);
  return then && then.letGo > letGo ? after : null;
}
