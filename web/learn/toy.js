/** @import { Toy } from "../wasm/lab_web.js" */

/**
 * Loads the module that has the toy heap in it.
 * @returns {Promise<() => Toy>} makes a new one
 */
export async function loadToy() {
  const { default: load, Toy } = await import("../wasm/lab_web.js");
  await load();
  return () => new Toy();
}
