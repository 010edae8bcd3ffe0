//! Random heaps in which everything odd that the rules speak of happens often.

mod grow;
mod names;
mod plan;
mod recipe;
#[cfg(test)]
mod tests;

use proptest::{prelude::*, test_runner::RngSeed};

use crate::draw::{Drawing, Style};

/// What a random heap may hold beyond what every reader can hold.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Limits {
    /// Sizes and ids beyond 2^32, where DevTools' own columns end.
    pub(crate) huge: bool,
    /// Lone surrogates, which `serde_json` refuses.
    pub(crate) lone_surrogates: bool,
    /// A root in the middle of the file, which DevTools refuses.
    pub(crate) root_anywhere: bool,
}

/// Of the cases one in so many. The code is the same as a wasm module, and slower: what differs is how wide its numbers are and how
/// far its stack goes.
const SHARE: u32 = if cfg!(target_family = "wasm") { 3 } else { 1 };

/// So many cases, the same in every run; those that failed are kept in `proptest-regressions` and tried first. For others:
/// `PROPTEST_RNG_SEED=7 PROPTEST_CASES=100000`.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    let asked = ProptestConfig::default();
    // A module in Node does not see where its source stands.
    let failure_persistence = (!cfg!(target_family = "wasm"))
        .then_some(asked.failure_persistence.clone())
        .flatten();
    let is_set = |name| std::env::var_os(name).is_some();
    ProptestConfig {
        cases: if is_set("PROPTEST_CASES") {
            asked.cases
        } else {
            cases.div_ceil(SHARE)
        },
        rng_seed: if is_set("PROPTEST_RNG_SEED") {
            asked.rng_seed
        } else {
            RngSeed::Fixed(0x1EAC)
        },
        failure_persistence,
        ..asked
    }
}

/// A heap of 2 to 40 nodes.
pub(crate) fn drawing(limits: Limits) -> impl Strategy<Value = Drawing> {
    recipe::recipe(limits).prop_map(move |recipe| grow::grow(&recipe, limits))
}

/// Two heaps to compare, the later one grown out of the base.
pub(crate) fn pair(limits: Limits) -> impl Strategy<Value = (Drawing, Drawing)> {
    let both = (
        recipe::recipe(limits),
        recipe::recipe(limits),
        any::<bool>(),
    );
    both.prop_map(move |(base, change, afresh)| {
        let later = if afresh {
            change
        } else {
            base.clone().changed_by(&change)
        };
        (grow::grow(&base, limits), grow::grow(&later, limits))
    })
}

/// V8's way to write, or any other.
pub(crate) fn style() -> impl Strategy<Value = Style> {
    prop_oneof![Just(Style::V8), any::<u64>().prop_map(Style::odd)]
}
