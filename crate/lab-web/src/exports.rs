//! What the page calls: the same as of the lab, for this module's list.

use crate::scenario::CODES;
use crate::toy::ToyHeap;
use js_sys::Function;
use tsify::Ts;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// Makes one unit: the unit to watch, a promise of it, or nothing where it counts itself. `module` is what lies beside
/// the scenario, if anything does.
///
/// # Errors
/// What could not be had, as it was thrown.
#[wasm_bindgen(unchecked_return_type = "unknown")]
pub fn make(place: usize, fixed: bool, module: &JsValue) -> Result<JsValue, JsValue> {
    contract::make(CODES[place], fixed, module)
}

/// Makes so many units in one turn, and hands those in JavaScript's heap to `watch`.
#[wasm_bindgen(js_name = makeBatch)]
pub fn make_batch(place: usize, fixed: bool, units: u32, watch: &Function) {
    contract::make_batch(CODES[place], fixed, units, watch);
}

/// Takes so many units through one phase.
#[wasm_bindgen(js_name = makePhase)]
pub fn make_phase(place: usize, fixed: bool, units: u32, phase: usize) {
    contract::make_phase(CODES[place], fixed, units, phase);
}

/// Drops all that a scenario keeps.
#[wasm_bindgen(js_name = letGo)]
pub fn let_go(place: usize) {
    contract::let_go(CODES[place]);
}

/// How many units of a scenario count themselves as alive.
#[wasm_bindgen]
pub fn alive(place: usize) -> u32 {
    contract::alive(CODES[place])
}

/// A toy heap to collect step by step.
#[wasm_bindgen]
#[derive(Default)]
pub struct Toy(ToyHeap);

#[wasm_bindgen]
impl Toy {
    /// A fresh toy heap.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Cuts a reference, or ties it again.
    pub fn cut(&mut self, edge: usize) {
        self.0.cut(edge);
    }

    /// One step of a collection.
    pub fn step(&mut self) {
        self.0.step();
    }

    /// What to draw.
    ///
    /// # Errors
    /// None in practice: the record is plain.
    pub fn view(&self) -> Result<Ts<ToyHeap>, JsError> {
        Ok(Ts::from_rust(&self.0)?)
    }
}
