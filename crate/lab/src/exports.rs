//! What the page calls. Scenarios are named by their place in this module's list; the page checks names before it calls.

use crate::address::{self, wire};
use crate::run::budget;
use crate::scenario::CODES;
use crate::{ALLOCATOR, allocator};
use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// `WebAssembly.Memory`
    #[wasm_bindgen(typescript_type = "WebAssembly.Memory")]
    pub type LinearMemory;
}

contract::exports!(CODES);

fn counts() -> allocator::Counts {
    ALLOCATOR.counts()
}

/// Bytes Rust has asked for and not given back.
#[wasm_bindgen(js_name = liveBytes)]
pub fn live_bytes() -> usize {
    counts().live
}

/// The most that was ever live in this instance, in bytes.
#[wasm_bindgen(js_name = peakBytes)]
pub fn peak_bytes() -> usize {
    counts().peak
}

/// Allocations not given back.
#[wasm_bindgen(js_name = liveBlocks)]
pub fn live_blocks() -> usize {
    counts().blocks
}

/// Size of the last allocation that linear memory had no room for, 0 if none failed since this was forgotten.
#[wasm_bindgen(js_name = refusedBytes)]
pub fn refused_bytes() -> usize {
    counts().refused
}

/// Forgets what was refused: a refusal that was met explains no later trap.
#[wasm_bindgen(js_name = forgetRefused)]
pub fn forget_refused() {
    ALLOCATOR.forget_refused();
}

/// This instance's `WebAssembly.Memory`.
#[wasm_bindgen(js_name = linearMemory)]
pub fn linear_memory() -> LinearMemory {
    wasm_bindgen::memory().unchecked_into()
}

/// What linear memory may grow to, in bytes: it is set when the module is linked.
fn maximum_bytes() -> f64 {
    const BYTES: u32 = match u32::from_str_radix(env!("LAB_MAXIMUM_BYTES"), 10) {
        Ok(bytes) => bytes,
        Err(_) => panic!("the build script gives a number"),
    };
    f64::from(BYTES)
}

/// How far linear memory may grow before every run stops, in bytes.
#[wasm_bindgen(js_name = mostLinearBytes)]
pub fn most_linear_bytes() -> f64 {
    budget::most_linear(maximum_bytes())
}

/// JavaScript values that Rust holds on to.
#[wasm_bindgen(js_name = externrefSlots)]
pub fn externref_slots() -> u32 {
    wasm_bindgen::externref_heap_live_count()
}

/// Growth over all memories, in bytes: see [`budget::growth`].
#[wasm_bindgen]
pub fn growth(
    used: f64,
    used_before: f64,
    kept: f64,
    beyond: f64,
    linear: f64,
    linear_before: f64,
) -> f64 {
    budget::growth(used, used_before, kept, beyond, linear, linear_before)
}

/// The code of the reason to stop, or nothing: see [`budget::check`].
#[wasm_bindgen(js_name = budgetStop)]
pub fn budget_stop(used: f64, limit: f64, linear: f64, growth: f64, budget: f64) -> Option<String> {
    let stop = budget::check(used, limit, linear, maximum_bytes(), growth, budget)?;
    Some(stop.code().to_owned())
}

#[wasm_bindgen]
extern "C" {
    /// The catalogue's index, as far as the address needs it.
    #[wasm_bindgen(
        typescript_type = "{ readonly scenarios: readonly { slug: string; period: number; cured: boolean }[] }"
    )]
    pub type Vocabulary;
    /// [`crate::address::State`]
    #[wasm_bindgen(typescript_type = "State")]
    pub type StateRecord;
    /// [`crate::address::Parsed`]
    #[wasm_bindgen(typescript_type = "Parsed")]
    pub type ParsedRecord;
}

/// Reads an address's hash; a budget it does not mention stays as it is.
#[wasm_bindgen(js_name = fromHash)]
pub fn from_hash(hash: &str, known: &Vocabulary, budget: u32) -> ParsedRecord {
    let known = wire::known(known);
    wire::parsed(address::from_hash(hash, &known, budget)).unchecked_into()
}

/// Reads a pasted command line; a budget it does not mention stays as it is.
#[wasm_bindgen(js_name = fromCommand)]
pub fn from_command(line: &str, known: &Vocabulary, budget: u32) -> ParsedRecord {
    let known = wire::known(known);
    wire::parsed(address::from_command(line, &known, budget)).unchecked_into()
}

/// The hash that leads to a state.
#[wasm_bindgen(js_name = toHash)]
pub fn to_hash(state: &StateRecord, known: &Vocabulary) -> String {
    address::to_hash(&wire::state(state), &wire::known(known))
}

/// The command line that equals a state.
#[wasm_bindgen(js_name = toCommand)]
pub fn to_command(state: &StateRecord, known: &Vocabulary) -> String {
    address::to_command(&wire::state(state), &wire::known(known))
}
