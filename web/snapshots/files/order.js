/** @import { HeapFile } from "./heap-file.js" */
/** @import { KinshipAnswer } from "../../wasm/inspect.js" */

/** What two files are to each other. @param {HeapFile} before @param {HeapFile} after @returns {Promise<KinshipAnswer>} */
export async function kinship(before, after) {
  if (!before.opened || !after.opened) return "unknown";
  return after.opened.ask("kinship", { before: before.opened.file });
}

/**
 * The files with a new one where it belongs by the numbers in it: V8 gives them in the order of time.
 * @param {readonly HeapFile[]} files in order
 * @param {HeapFile} file among them
 * @returns {Promise<HeapFile[]>}
 */
export async function placed(files, file) {
  const others = files.filter((other) => other !== file);
  let place = files.indexOf(file);
  if (!file.isSnapshot) return [...files];
  for (let at = place - 1; at >= 0; at--) {
    const other = /** @type {HeapFile} */ (others[at]);
    if (other.isSnapshot && (await kinship(other, file)) === "reversed") place = at;
  }
  others.splice(place, 0, file);
  return others;
}

/** What is to be said of two files that are compared; nothing if all is well. @param {KinshipAnswer} kin */
export function warning(kin) {
  if (kin === "reversed")
    return "The earlier file was taken after this one: what grew looks as if it had shrunk. Change their order.";
  if (kin === "strangers") {
    return "These files are of different processes, or their producer numbers objects anew: objects cannot be told apart by number, so “new” and “deleted” mislead. Counts and sizes by constructor still compare.";
  }
  return "";
}
