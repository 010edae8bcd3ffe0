//! What the page calls.

use crate::scenario::CODES;
use crate::toy::ToyHeap;
use js_sys::Function;
use tsify::Ts;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

contract::exports!(CODES);

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
