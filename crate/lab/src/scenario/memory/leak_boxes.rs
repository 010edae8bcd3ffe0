//! Boxes in Rust's own heap, leaked: no JavaScript tool sees them.
#![allow(unsafe_code)]

use contract::prelude::*;
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

pub(crate) const CODE: Code = Code {
    leaky: Make::Block(leaky),
    fixed: Some(Make::Block(fixed)),
    let_go: LetGo::By(let_go),
    pace: Pace::Every(100),
    cost: Cost {
        wasm: 100_000,
        ..NOTHING
    },
    witness: Witness::Tally(&ALIVE),
};

pub(crate) const CARD: Card = Card {
    title: "Box::leak in Rust's heap",
    kind: Kind::Leak,
    summary: "keep leaking boxes of 100,000 bytes in Rust's own heap",
    words: &["Rust", "forget", "into_raw", "linear memory", "drop"],
    unit: "one Box of 100,000 bytes",
    guide_units: 100,
    mechanism: "Box::leak, mem::forget and into_raw throw ownership away, so Drop never runs. The bytes are in the \
                module's linear memory, which none of the browser's memory meters counts: performance.memory stands \
                still, and the snapshot knows linear memory only as one buffer that got larger.",
    cure: "Keep the Box, and let its scope end. After into_raw, somebody must call from_raw.",
    needs: &[],
    phases: &[],
    javascript: r"// JavaScript calls; the leak is on the other side.
import init, { leak } from './leaky_module.js';
await init();

setInterval(() => {
  leak(); // pub fn leak() { Box::leak(Box::new([1u8; 100_000])); }
}, 100);",
    leaky: &[
        shows(
            row("Typed arrays")
                .view(View::Statistics)
                .filter("")
                .column(Column::Shallow),
            same_as(Meter::Linear),
            EXACT,
        )
        .why("All of linear memory is one object, which was there before: in the Comparison no row moves."),
        reads(Meter::Live, each(100_000).and_once(512), EXACT)
            .why("And the list of 128 pointers by which this page can let go."),
        reads(Meter::Blocks, each(1).and_once(1), EXACT),
        reads(Meter::Linear, at_least_each(98_000), EXACT),
        counts(Meter::Alive, 1),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        still(Meter::Externrefs),
        still(Meter::Live).after_let_go(),
    ],
    fixed: &[
        still(Meter::Live),
        still(Meter::Blocks),
        still(Meter::Alive),
        reads(Meter::Linear, at_most(200_000), EXACT),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
    ],
};
