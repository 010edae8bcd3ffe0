//! The calls of a page into a list of codes: each module exports these.

use crate::{Code, LetGo, Make};
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};

/// Makes one unit: the unit to watch, a promise of it, or nothing where it counts itself.
///
/// # Errors
/// What could not be had, as it was thrown.
pub fn make(code: &Code, fixed: bool, module: &JsValue) -> Result<JsValue, JsValue> {
    match variant(code, fixed) {
        Make::Object(make) => make(),
        Make::With(make) => make(module),
        Make::Awaited(make) => Ok(make().unchecked_into::<JsValue>()),
        Make::Block(make) | Make::Trap(make) => {
            make();
            Ok(JsValue::UNDEFINED)
        }
        Make::Batch(_) | Make::Phases(_) | Make::Module => Ok(JsValue::UNDEFINED),
    }
}

/// Makes so many units in one turn, and hands those in JavaScript's heap to `watch`.
pub fn make_batch(code: &Code, fixed: bool, units: u32, watch: &Function) {
    if let Make::Batch(make) = variant(code, fixed) {
        make(units, watch);
    }
}

/// Takes so many units through one phase.
pub fn make_phase(code: &Code, fixed: bool, units: u32, phase: usize) {
    if let Make::Phases(phases) = variant(code, fixed) {
        phases[phase](units);
    }
}

/// Drops what a scenario keeps, where a function does it.
pub fn let_go(code: &Code) {
    if let LetGo::By(let_go) = code.let_go {
        let_go();
    }
}

/// How many units count themselves as alive in Rust's heap.
pub fn alive(code: &Code) -> u32 {
    code.witness.tally().map_or(0, crate::Tally::alive)
}

fn variant(code: &Code, fixed: bool) -> Make {
    code.fixed.filter(|_| fixed).unwrap_or(code.leaky)
}
