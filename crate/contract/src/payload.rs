//! What the units carry.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;

/// Places in a unit's array: 4 bytes each in a browser, 8 in Node.js.
const LENGTH: u32 = 10_000;

// rustfmt drops the value of a static in an extern block.
#[rustfmt::skip]
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, static_string)]
    static STUFF: JsString = "stuff";
}

/// `{ stuff: Array(10_000).fill("stuff") }`: about 40 kB.
///
/// # Panics
/// Never: a plain object takes any property.
pub fn stuffed_object() -> Object {
    STUFF.with(|stuff| {
        let object = Object::new();
        let array = Array::new_with_length(LENGTH).fill(stuff, 0, LENGTH);
        Reflect::set(&object, stuff, &array).expect("a plain object takes any property");
        object
    })
}
