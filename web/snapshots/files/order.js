/** @import { HeapFile } from "./heap-file.js" */
/** @import { KinshipAnswer } from "../../wasm/inspect.js" */

/** What two files are to each other. @param {HeapFile} before @param {HeapFile} after @returns {Promise<KinshipAnswer>} */
export async function kinship(before, after) {
  if (!before.opened || !after.opened) return "unknown";
  return after.opened.ask("kinship", { before: before.opened.file });
}

/**
 * Which open snapshots stand on the wrong side of a file, by the numbers in them: V8 gives them in the order of time.
 * @param {readonly HeapFile[]} files in order
 * @param {HeapFile} file among them
 * @returns {Promise<ReadonlySet<HeapFile>>}
 */
export async function misplaced(files, file) {
  if (!file.isSnapshot) return new Set();
  const place = files.indexOf(file);
  const kin = await Promise.all(
    files.map((other, at) => {
      if (other === file || !other.isSnapshot) return "unknown";
      const answer = at < place ? kinship(other, file) : kinship(file, other);
      // One that is closed meanwhile says nothing of the others.
      return answer.catch(() => "unknown");
    }),
  );
  return new Set(files.filter((_, at) => kin[at] === "reversed"));
}

/**
 * The files with one of them before the first, or else behind the last, that stands on the wrong side of it.
 * @param {readonly HeapFile[]} files @param {HeapFile} file @param {ReadonlySet<HeapFile>} wrong
 */
export function placed(files, file, wrong) {
  const others = files.filter((other) => other !== file);
  const place = files.indexOf(file);
  const later = others.slice(0, place).findIndex((other) => wrong.has(other));
  const earlier = others.findLastIndex((other, at) => at >= place && wrong.has(other));
  return others.toSpliced(later >= 0 ? later : Math.max(place, earlier + 1), 0, file);
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
