//! Witnesses: which units are still alive, beyond any slope's argument.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/witness.js")]
extern "C" {
    /// Watches a unit of a scenario through a `WeakRef`.
    pub fn watch(scenario: usize, unit: &JsValue);
    /// Looks at every unit of a scenario: how many are alive. The dead are forgotten.
    pub fn census(scenario: usize) -> u32;
    /// Forgets all units of all scenarios.
    #[wasm_bindgen(js_name = forgetAll)]
    pub fn forget_all();
}

/// Counts units in Rust's heap: born when made, died when dropped.
#[derive(Debug)]
pub struct Tally(AtomicU32);

impl Tally {
    /// Nobody alive.
    pub const fn new() -> Self {
        Self(AtomicU32::new(0))
    }

    /// One more is alive.
    pub fn born(&self) {
        self.0.fetch_add(1, Relaxed);
    }

    /// One less.
    pub fn died(&self) {
        self.0.fetch_sub(1, Relaxed);
    }

    /// How many are alive.
    pub fn alive(&self) -> u32 {
        self.0.load(Relaxed)
    }
}

impl Default for Tally {
    fn default() -> Self {
        Self::new()
    }
}
