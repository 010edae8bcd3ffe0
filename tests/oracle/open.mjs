// Opens files with DevTools' code; a refusal of DevTools' is a figure too.
import { devtools } from "./bundle.mjs";
import { chunks, readBytes } from "./files.mjs";

const lib = await devtools();

/** @template T @param {() => T} compute @returns {T | {error: string}} */
export function orError(compute) {
  try {
    return compute();
  } catch (error) {
    return { error: String(error?.message ?? error).split("\n")[0] };
  }
}

// DevTools asserts and warns on the console while it works; that is for its authors.
function quiet() {
  const { warn, assert } = console;
  console.warn = console.assert = () => {};
  return () => Object.assign(console, { warn, assert });
}

/** @param {Uint8Array | string} content @returns {Promise<any>} DevTools' JSHeapSnapshot */
export async function openSnapshot(content) {
  const restore = quiet();
  try {
    return await lib.openOnOneThread(typeof content === "string" ? [content] : chunks(content));
  } finally {
    restore();
  }
}

/** @param {string} path */
export const openFile = (path) => openSnapshot(readBytes(path));

export { lib };
