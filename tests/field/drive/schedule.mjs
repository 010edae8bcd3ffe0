// When files are written, the same for all runtimes.

/** Actions before the first file: what is made once is made then. */
export const WARM_UP = 2;
/** Actions between two files. */
export const ACTIONS = 17;
/** How long an idle program is left alone between two files: time that passes is what is looked at. */
export const IDLE_MS = 2000;

/** The files of a leak's twin, and of a program: nothing is done between the first three of these, work between the last three. */
export const FILES = { leak: [1, 2, 3], idle: [1, 2, 3], work: [3, 4, 5] };

/**
 * A program that was started, as its runtime lets it be handled.
 * @typedef {object} Running
 * @property {(times: number) => Promise<void>} act
 * @property {() => Promise<void>} collect ends when what nobody refers to is gone
 * @property {(file: number) => Promise<void>} save
 */

/** Two files with the same work before each. @param {Running} running @param {number} from the file that is there */
async function work(running, from) {
  for (const file of [from + 1, from + 2]) {
    await running.act(ACTIONS);
    await saved(running, file);
  }
}

/** @param {Running} running @param {number} file */
async function saved(running, file) {
  await running.collect();
  await running.save(file);
}

/** Writes all files. @param {Running} running @param {"program" | "leak"} kind */
export async function record(running, kind) {
  await running.act(WARM_UP);
  await saved(running, 1);
  if (kind === "leak") return work(running, 1);
  for (const file of [2, 3]) {
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    await saved(running, file);
  }
  return work(running, 3);
}
