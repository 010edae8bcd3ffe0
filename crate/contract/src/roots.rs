//! Where JavaScript-side scenarios keep things: on named properties of the page global `lab`, so that a retaining path
//! in `DevTools` reads like a sentence. One module of the page serves all wasm modules.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(raw_module = "../lab/roots.js")]
extern "C" {
    /// The array `lab[name]`, made if it is not there.
    pub fn list(name: &str) -> Array;
    /// The value `lab[name]`; undefined if it is not there.
    pub fn get(name: &str) -> JsValue;
    /// Puts a value on `lab[name]`.
    pub fn put(name: &str, value: &JsValue);
    /// Drops `lab[name]` with all that is in it.
    pub fn release(name: &str);
    /// Puts a value on the global object itself.
    #[wasm_bindgen(js_name = setGlobal)]
    pub fn set_global(name: &str, value: &JsValue);
    /// Takes it off again.
    #[wasm_bindgen(js_name = deleteGlobal)]
    pub fn delete_global(name: &str);
}
