/** @typedef {typeof import("../wasm/scope.js")} Bindings */

let made = 0;

/**
 * Another instance of the scope's WebAssembly each time: a module is evaluated once an address, so every later one
 * gets an address of its own.
 *
 * @returns {Promise<Bindings["Session"]>}
 */
export async function newInstance() {
  const address = new URL("../wasm/scope.js", import.meta.url);
  if (made > 0) address.searchParams.set("instance", String(made));
  made += 1;
  const bindings = /** @type {Bindings} */ (await import(address.href));
  await bindings.default({ module_or_path: new URL("../wasm/scope_bg.wasm", import.meta.url) });
  return bindings.Session;
}
