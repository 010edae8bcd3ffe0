/** @typedef {typeof import("../wasm/scope.js")} Bindings */

/** @type {Bindings | undefined} */
let bindings;

/**
 * Another instance of the scope's WebAssembly each time: the first one comes over the network, all later ones from the
 * same compiled module.
 *
 * @returns {Promise<Bindings["Session"]>}
 */
export async function newInstance() {
  if (bindings) {
    bindings.__wbg_reset_state();
  } else {
    const loaded = await import("../wasm/scope.js");
    await loaded.default({ module_or_path: new URL("../wasm/scope_bg.wasm", import.meta.url) });
    bindings = loaded;
  }
  return bindings.Session;
}
