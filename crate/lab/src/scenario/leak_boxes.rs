//! Boxes in Rust's own heap, leaked: no JavaScript tool sees them.
#![allow(unsafe_code)]

use super::{Code, Group, Kind, Scenario, Source};
use crate::claim::{Amount, Claim, Column, counts, moves, still};
use crate::meter::Meter;
use crate::pace::Pace;
use crate::witness::Tally;
use std::cell::RefCell;

/// 100,000 bytes that tell when they are dropped.
struct Block([u8; 100_000]);

static ALIVE: Tally = Tally::new();

thread_local! {
    /// Only "let go" looks at these: a leaked box is otherwise forgotten.
    static LEAKED: RefCell<Vec<*mut Block>> = RefCell::default();
}

/// `Box::leak` gives up ownership: the block is never freed.
fn leaky() {
    let block = Box::new(Block::new());
    let block: &'static mut Block = Box::leak(block);
    LEAKED.with_borrow_mut(|leaked| leaked.push(block));
}

/// The box is dropped at the end of its scope, and the block is free.
fn fixed() {
    let block = Box::new(Block::new());
    std::hint::black_box(&block.0);
}

fn let_go() {
    for block in LEAKED.take() {
        // SAFETY: each pointer came from `Box::leak`, and `take` hands it out once.
        drop(unsafe { Box::from_raw(block) });
    }
}

impl Block {
    #[expect(
        clippy::large_stack_arrays,
        reason = "it is built in place, in its box"
    )]
    fn new() -> Self {
        ALIVE.born();
        Self([1; 100_000])
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        ALIVE.died();
    }
}

pub(super) const SCENARIO: Scenario = Scenario {
    slug: "leak-boxes",
    title: "Box::leak in Rust's heap",
    group: Group::Wasm,
    kind: Kind::Leak,
    summary: "keep leaking boxes of 100,000 bytes in Rust's own heap",
    unit: "one Box of 100,000 bytes",
    unit_bytes: 0,
    pace: Pace::Every(100),
    guide_units: 100,
    mechanism: "Box::leak, mem::forget and into_raw throw ownership away, so Drop never runs. The bytes are in the \
                module's linear memory, which none of the browser's memory meters counts: performance.memory stands \
                still, and the snapshot knows linear memory only as one buffer that got larger.",
    cure: "Keep the Box, and let its scope end. After into_raw, somebody must call from_raw.",
    sources: &[Source {
        path: "crate/lab/src/scenario/leak_boxes.rs",
        text: include_str!("leak_boxes.rs"),
    }],
    javascript: r"// JavaScript calls; the leak is on the other side.
import init, { leak } from './leaky_module.js';
await init();

setInterval(() => {
  leak(); // pub fn leak() { Box::leak(Box::new([1u8; 100_000])); }
}, 100);",
    code: Code::Rust {
        leaky,
        fixed,
        let_go,
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
        moves(Meter::Live, 100_000),
        Claim::Meter {
            meter: Meter::Linear,
            amount: Amount::About {
                each: 100_000,
                percent: 15,
            },
        },
        counts(Meter::Blocks, 1),
        still(Meter::JsUsed),
        still(Meter::Externrefs),
        still(Meter::Nodes),
    ],
    fixed: &[
        still(Meter::Live),
        still(Meter::Blocks),
        still(Meter::JsUsed),
    ],
};
