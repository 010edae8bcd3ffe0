//! A peak that is freed: linear memory never comes back, live bytes do.

use super::{Code, Group, Kind, Scenario, Source};
use crate::claim::{Amount, Claim, Column, still};
use crate::meter::Meter;
use crate::pace::Pace;
use crate::witness::Tally;

/// A buffer to work in, that tells when it is dropped.
struct Scratch(Vec<u8>);

static ALIVE: Tally = Tally::new();

/// The whole job at once: 50 MB, freed at the end.
fn leaky() {
    let scratch = Scratch::of(50_000_000);
    scratch.work();
}

/// The same job in pieces: 1 MB at a time.
fn fixed() {
    for _ in 0..50 {
        let scratch = Scratch::of(1_000_000);
        scratch.work();
    }
}

impl Scratch {
    fn of(bytes: usize) -> Self {
        ALIVE.born();
        Self(vec![1; bytes])
    }

    fn work(&self) {
        std::hint::black_box(&self.0);
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        ALIVE.died();
    }
}

pub(super) const SCENARIO: Scenario = Scenario {
    slug: "high-water",
    title: "The high-water mark",
    group: Group::Wasm,
    kind: Kind::Trick,
    summary: "allocate a peak of 50 MB in Rust's own heap and free it",
    unit: "one job with a peak of 50 MB",
    unit_bytes: 0,
    pace: Pace::Every(2_000),
    guide_units: 1,
    mechanism: "Linear memory can grow, and never shrinks. After a peak its pages stay with the module, however much \
                of them is free again. It looks like a leak and is none: the next peak fits in the same pages, and \
                live bytes are back where they were.",
    cure: "Make the peak smaller: work in pieces. Or give the whole memory back: drop the instance and make a new \
           one, as Reset does here, or do the job in a worker and end it.",
    sources: &[Source {
        path: "crate/lab/src/scenario/high_water.rs",
        text: include_str!("high_water.rs"),
    }],
    javascript: r"// The same in JavaScript is no problem at all: the buffer is collected.
function job() {
  const scratch = new Uint8Array(50_000_000).fill(1);
  return scratch.length;
}
job();",
    code: Code::Rust {
        leaky,
        fixed,
        let_go: || {},
        alive: &ALIVE,
    },
    leaky: &[
        Claim::Row {
            constructor: "system / JSArrayBufferData",
            filter: "JSArrayBufferData",
            column: Column::SizeDelta,
            amount: Amount::SameAs {
                meter: Meter::Linear,
            },
        },
        Claim::Meter {
            meter: Meter::Linear,
            amount: Amount::AtLeast { total: 49_000_000 },
        },
        Claim::Meter {
            meter: Meter::Peak,
            amount: Amount::AtLeast { total: 49_000_000 },
        },
        still(Meter::Live),
        still(Meter::Blocks),
        still(Meter::JsUsed),
    ],
    fixed: &[
        Claim::Meter {
            meter: Meter::Linear,
            amount: Amount::About {
                each: 1_000_000,
                percent: 20,
            },
        },
        still(Meter::Live),
        still(Meter::Blocks),
        still(Meter::JsUsed),
    ],
};
