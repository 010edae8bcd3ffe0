//! A peak that is freed: linear memory never comes back, live bytes do.

use contract::prelude::*;

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

pub(crate) const CODE: Code = Code {
    leaky: Make::Block(leaky),
    fixed: Some(Make::Block(fixed)),
    let_go: LetGo::By(|| {}),
    pace: Pace::Every(2_000),
    cost: NOTHING,
    witness: Witness::Tally(&ALIVE),
};

pub(crate) const CARD: Card = Card {
    title: "The high-water mark",
    kind: Kind::Trick,
    summary: "allocate a peak of 50 MB in Rust's own heap and free it",
    words: &["Rust", "peak", "linear memory", "shrink", "memory.grow"],
    unit: "one job with a peak of 50 MB",
    guide_units: 1,
    mechanism: "Linear memory can grow, and never shrinks. After a peak its pages stay with the module, however much \
                of them is free again. It looks like a leak and is none: the next peak fits in the same pages, and \
                live bytes are back where they were.",
    cure: "Make the peak smaller: work in pieces. Or give the whole memory back: drop the instance and make a new \
           one, as Reset does here, or do the job in a worker and end it.",
    needs: &[],
    phases: &[],
    javascript: r"// JavaScript calls; the peak is on the other side. A Uint8Array of 50 MB would simply be collected.
import init, { job } from './peak_module.js';
await init();

job(); // pub fn job() { let scratch = vec![1u8; 50_000_000]; … }",
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
        reads(Meter::Linear, at_least(49_000_000), EXACT),
        reads(Meter::Peak, at_least(49_000_000), EXACT),
        still(Meter::Live),
        still(Meter::Blocks),
        still(Meter::Alive),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        reads(Meter::Linear, at_least(49_000_000), EXACT)
            .after_let_go()
            .why("There is nothing to let go of: the pages stay."),
    ],
    fixed: &[
        reads(Meter::Linear, at_most(1_200_000), EXACT),
        still(Meter::Live),
        still(Meter::Blocks),
        still(Meter::Alive),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
    ],
};
