//! What the page calls. Scenarios are named by their place in the catalogue; the page checks names before it calls.

use crate::budget;
use crate::scenario::{Code, SCENARIOS};
use crate::wire::{
    LinearMemory, Meters, PageState, ParsedState, PrecisionWord, ScenarioInfo, Scenarios, Switches,
    ToyRecord,
};
use crate::{ALLOCATOR, meter, options, pace, switches, toy, witness};
use serde::Serialize;
use serde_wasm_bindgen::{Error, Serializer};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// All scenarios, with the words and the code the page shows.
///
/// # Errors
/// None in practice: the records are plain.
#[wasm_bindgen]
pub fn catalogue() -> Result<Scenarios, Error> {
    let scenarios: Vec<ScenarioInfo> = SCENARIOS.into_iter().map(ScenarioInfo::from).collect();
    record(&scenarios)
}

/// All meters; those of a sample's row come first, in its order.
///
/// # Errors
/// None in practice: the records are plain.
#[wasm_bindgen(js_name = meterDefinitions)]
pub fn meter_definitions() -> Result<Meters, Error> {
    record(meter::METERS.as_slice())
}

/// The options sheet.
///
/// # Errors
/// None in practice: the records are plain.
#[wasm_bindgen(js_name = optionsSheet)]
pub fn options_sheet() -> Result<Switches, Error> {
    record(&options::sheet())
}

/// How many meters are in a sample's row, after the time.
#[wasm_bindgen(js_name = sampledMeters)]
pub fn sampled_meters() -> usize {
    meter::SAMPLED.len()
}

/// Makes exactly `units` units of a scenario.
#[wasm_bindgen]
pub fn make(scenario: usize, fixed: bool, units: u32) {
    match SCENARIOS[scenario].code {
        Code::Js {
            leaky, fixed: cure, ..
        } => {
            let unit = if fixed { cure.unwrap_or(leaky) } else { leaky };
            for _ in 0..units {
                witness::watch(scenario, &unit());
            }
        }
        Code::Rust {
            leaky, fixed: cure, ..
        } => {
            let unit = if fixed { cure } else { leaky };
            for _ in 0..units {
                unit();
            }
        }
    }
}

/// Drops all that a scenario keeps.
#[wasm_bindgen(js_name = letGo)]
pub fn let_go(scenario: usize) {
    SCENARIOS[scenario].let_go();
}

/// Looks at every unit of a scenario: how many are alive. Ask after a collection.
#[wasm_bindgen]
pub fn census(scenario: usize) -> u32 {
    match SCENARIOS[scenario].code {
        Code::Js { .. } => witness::census(scenario),
        Code::Rust { alive, .. } => alive.alive(),
    }
}

/// Forgets all witnesses: the units themselves are not touched.
#[wasm_bindgen(js_name = forgetWitnesses)]
pub fn forget_witnesses() {
    witness::forget_all();
}

/// Bytes Rust has asked for and not given back.
#[wasm_bindgen(js_name = liveBytes)]
pub fn live_bytes() -> usize {
    ALLOCATOR.counts().live
}

/// The most that was ever live in this instance, in bytes.
#[wasm_bindgen(js_name = peakBytes)]
pub fn peak_bytes() -> usize {
    ALLOCATOR.counts().peak
}

/// Allocations not given back.
#[wasm_bindgen(js_name = liveBlocks)]
pub fn live_blocks() -> usize {
    ALLOCATOR.counts().blocks
}

/// Size of the last allocation that linear memory had no room for, 0 if none ever failed.
#[wasm_bindgen(js_name = refusedBytes)]
pub fn refused_bytes() -> usize {
    ALLOCATOR.counts().refused
}

/// This instance's `WebAssembly.Memory`.
#[wasm_bindgen(js_name = linearMemory)]
pub fn linear_memory() -> LinearMemory {
    wasm_bindgen::memory().unchecked_into()
}

/// What linear memory may grow to, in bytes: it is set when the module is linked.
#[wasm_bindgen(js_name = maximumBytes)]
pub fn maximum_bytes() -> f64 {
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

/// How many units are due `elapsed` milliseconds into a run that has made `made`.
#[wasm_bindgen(js_name = unitsDue)]
pub fn units_due(elapsed: f64, period: f64, units: f64, made: f64) -> f64 {
    pace::due(elapsed, period, units, made)
}

/// Growth over all meters, in bytes: see [`budget::growth`].
#[wasm_bindgen]
pub fn growth(used: f64, used_before: f64, kept: f64, linear: f64, linear_before: f64) -> f64 {
    budget::growth(used, used_before, kept, linear, linear_before)
}

/// The code of the reason to stop, or nothing: see [`budget::check`].
#[wasm_bindgen(js_name = budgetStop)]
pub fn budget_stop(used: f64, limit: f64, linear: f64, growth: f64, budget: f64) -> Option<String> {
    let stop = budget::check(used, limit, linear, maximum_bytes(), growth, budget)?;
    Some(stop.code().to_owned())
}

/// How far a reading of `performance.memory` can be trusted; `NaN` where it is absent.
///
/// # Errors
/// None in practice: the record is plain.
#[wasm_bindgen]
pub fn precision(used: f64, total: f64, limit: f64) -> Result<PrecisionWord, Error> {
    record(&meter::precision(used, total, limit))
}

/// Reads an address's hash.
///
/// # Errors
/// None in practice: the record is plain.
#[wasm_bindgen(js_name = fromHash)]
pub fn from_hash(hash: &str) -> Result<ParsedState, Error> {
    record(&switches::from_hash(hash))
}

/// Reads a pasted command line.
///
/// # Errors
/// None in practice: the record is plain.
#[wasm_bindgen(js_name = fromCommand)]
pub fn from_command(line: &str) -> Result<ParsedState, Error> {
    record(&switches::from_command(line))
}

/// The hash that leads to a state.
///
/// # Errors
/// If the record is not a state.
#[wasm_bindgen(js_name = toHash)]
pub fn to_hash(state: PageState) -> Result<String, Error> {
    Ok(switches::to_hash(&serde_wasm_bindgen::from_value(
        state.into(),
    )?))
}

/// The command line that equals a state.
///
/// # Errors
/// If the record is not a state.
#[wasm_bindgen(js_name = toCommand)]
pub fn to_command(state: PageState) -> Result<String, Error> {
    Ok(switches::to_command(&serde_wasm_bindgen::from_value(
        state.into(),
    )?))
}

/// A toy heap to collect step by step.
#[wasm_bindgen]
#[derive(Default)]
pub struct Toy(toy::Toy);

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
    pub fn view(&self) -> Result<ToyRecord, Error> {
        record(&self.0)
    }
}

fn record<T: JsCast>(value: &(impl Serialize + ?Sized)) -> Result<T, Error> {
    let serializer = Serializer::new().serialize_missing_as_null(true);
    let value: JsValue = value.serialize(&serializer)?;
    Ok(value.unchecked_into())
}
