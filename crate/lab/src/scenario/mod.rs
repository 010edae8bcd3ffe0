//! The catalogue: one file per leak, with its cure beside it.

mod allocate_classes;
mod allocate_locals;
mod global_object;
mod high_water;
mod leak_boxes;
mod leak_buffers;
mod leak_callbacks;
mod leak_classes;
mod leak_objects;
mod payload;

use crate::claim::Claim;
use crate::pace::Pace;
use crate::witness::Tally;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// All scenarios, in the order of the page.
pub const SCENARIOS: [&Scenario; 9] = [
    &leak_objects::SCENARIO,
    &leak_classes::SCENARIO,
    &leak_buffers::SCENARIO,
    &leak_callbacks::SCENARIO,
    &global_object::SCENARIO,
    &allocate_classes::SCENARIO,
    &allocate_locals::SCENARIO,
    &leak_boxes::SCENARIO,
    &high_water::SCENARIO,
];

/// Everything about one way to leak.
#[derive(Clone, Copy)]
pub struct Scenario {
    /// Its name everywhere: module, address, command line, tests.
    pub slug: &'static str,
    /// Its name in words.
    pub title: &'static str,
    /// Where the memory is.
    pub group: Group,
    /// Whether it leaks at all.
    pub kind: Kind,
    /// What it does, in one line of the options sheet.
    pub summary: &'static str,
    /// What one unit is: "one `LeakyClass`".
    pub unit: &'static str,
    /// What a kept unit holds in JavaScript's heap, in bytes; 0 where it holds nothing there.
    pub unit_bytes: u32,
    /// The default rate, one unit at a time.
    pub pace: Pace,
    /// How many units the guide asks for: enough to stand out, few enough to be quick.
    pub guide_units: u32,
    /// What leaks, and why.
    pub mechanism: &'static str,
    /// How to mend it.
    pub cure: &'static str,
    /// The files it is made of, as compiled.
    pub sources: &'static [Source],
    /// The same in JavaScript.
    pub javascript: &'static str,
    /// How units are made and let go.
    pub code: Code,
    /// What the leaky variant shows.
    pub leaky: &'static [Claim],
    /// What the fixed variant shows.
    pub fixed: &'static [Claim],
}

/// The functions of a scenario: where its units live decides how they are watched.
#[derive(Clone, Copy)]
pub enum Code {
    /// Units are JavaScript objects: each is watched through a `WeakRef`.
    Js {
        /// Makes one unit and leaks it.
        leaky: fn() -> JsValue,
        /// Makes one unit and does not; a control has none.
        fixed: Option<fn() -> JsValue>,
        /// Drops all that is kept.
        let_go: fn(),
    },
    /// Units are in Rust's heap: each counts itself, and its `Drop`.
    Rust {
        /// Makes one unit and leaks it.
        leaky: fn(),
        /// Makes one unit and does not.
        fixed: fn(),
        /// Drops all that is kept.
        let_go: fn(),
        /// How many are alive.
        alive: &'static Tally,
    },
}

/// A source file of a scenario.
#[derive(Clone, Copy)]
pub struct Source {
    /// Its path in the repository.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// Where a scenario's memory is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Group {
    /// Objects, classes, buffers.
    #[serde(rename = "JavaScript heap")]
    Js,
    /// Controls: busy, but no leak.
    #[serde(rename = "Busy, not leaking")]
    Control,
    /// Rust's own heap in linear memory.
    #[serde(rename = "WebAssembly memory")]
    Wasm,
}

/// Whether a scenario leaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// It keeps what it should not.
    Leak,
    /// It allocates much and keeps nothing: what a leak must be told from.
    Control,
    /// It looks like a leak and is none, or the other way round.
    Trick,
}

impl Scenario {
    /// The claims of a variant.
    pub fn claims(&self, fixed: bool) -> &'static [Claim] {
        if fixed { self.fixed } else { self.leaky }
    }

    /// Whether there is a fixed variant.
    pub fn has_fixed(&self) -> bool {
        matches!(
            self.code,
            Code::Js { fixed: Some(_), .. } | Code::Rust { .. }
        )
    }

    /// Drops all that it keeps.
    pub fn let_go(&self) {
        match self.code {
            Code::Js { let_go, .. } | Code::Rust { let_go, .. } => let_go(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, SCENARIOS};
    use std::collections::HashSet;

    #[test]
    fn slugs_are_unique_and_name_their_files() {
        let slugs: HashSet<_> = SCENARIOS.iter().map(|scenario| scenario.slug).collect();
        assert_eq!(slugs.len(), SCENARIOS.len());
        for scenario in SCENARIOS {
            let file = format!(
                "crate/lab/src/scenario/{}.rs",
                scenario.slug.replace('-', "_")
            );
            assert_eq!(scenario.sources[0].path, file);
        }
    }

    #[test]
    fn every_leak_has_its_cure_and_both_have_claims() {
        for scenario in SCENARIOS {
            assert!(!scenario.leaky.is_empty(), "{}", scenario.slug);
            assert_eq!(
                scenario.has_fixed(),
                scenario.kind != Kind::Control,
                "{}",
                scenario.slug
            );
            assert_eq!(
                scenario.has_fixed(),
                !scenario.fixed.is_empty(),
                "{}",
                scenario.slug
            );
        }
    }
}
