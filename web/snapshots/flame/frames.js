/** @import { OpenFile } from "../../inspect/open-file.js" */

/** Narrower parts are not seen. */
const LEAST = 0.002;
const DEEPEST = 100;

/**
 * A part of a flame graph, in shares of the whole.
 * @typedef {object} Frame
 * @property {number} node
 * @property {string} name
 * @property {string} url
 * @property {number} line
 * @property {number} own bytes
 * @property {number} total bytes
 * @property {number} depth
 * @property {number} x
 * @property {number} width
 * @property {Frame | null} caller
 */

/**
 * What is called below a frame, as far as it can be seen.
 * @param {OpenFile} file @param {Frame} root @param {AbortSignal} signal
 * @returns {Promise<Frame[]>}
 */
export async function framesBelow(file, root, signal) {
  /** @type {Frame[]} */
  const frames = [{ ...root, depth: 0, x: 0, width: 1 }];
  for (const frame of frames) {
    if (frame.depth < DEEPEST) frames.push(...(await called(file, frame, signal)));
  }
  return frames;
}

/** @param {OpenFile} file @param {Frame} caller @param {AbortSignal} signal */
async function called(file, caller, signal) {
  if (caller.total <= 0) return [];
  const most = Math.ceil(caller.width / LEAST);
  const request = { node: caller.node, by: /** @type {const} */ ("total"), descending: true, from: 0, to: most };
  const page = await file.ask("callees", request, { signal });
  const made = [];
  let { x } = caller;
  for (let at = 0; at < page.name.length; at++) {
    const total = page.total[at] ?? 0;
    const width = (total / caller.total) * caller.width;
    if (width < LEAST) break;
    made.push({
      node: page.node[at] ?? 0,
      name: page.name[at] ?? "",
      url: page.url[at] ?? "",
      line: page.line[at] ?? 0,
      own: page.own[at] ?? 0,
      total,
      depth: caller.depth + 1,
      x,
      width,
      caller,
    });
    x += width;
  }
  return made;
}
