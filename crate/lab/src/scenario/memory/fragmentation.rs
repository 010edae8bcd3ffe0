//! Half the blocks are freed, and none of the holes is large enough.

use contract::prelude::*;
use std::cell::RefCell;

/// One record of 500 bytes, that tells when it is dropped.
struct Record(#[expect(dead_code, reason = "it only has to be there")] [u8; 500]);

static ALIVE: Tally = Tally::new();

#[derive(Default)]
#[expect(clippy::vec_box, reason = "each record is a block of its own")]
struct Store {
    kept: Vec<Box<Record>>,
    passing: Vec<Box<Record>>,
    large: Vec<Vec<u8>>,
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::default();
}

/// Those that stay and those that go are made in turns: they lie side by side.
fn leaky(units: u32) {
    STORE.with_borrow_mut(|store| {
        for _ in 0..units / 2 {
            store.kept.push(Record::new());
            store.passing.push(Record::new());
        }
    });
}

/// Those that stay are made first, then those that go: each kind lies by itself.
fn fixed(units: u32) {
    STORE.with_borrow_mut(|store| {
        store.kept.extend((0..units / 2).map(|_| Record::new()));
        store.passing.extend((0..units / 2).map(|_| Record::new()));
    });
}

/// The odd one out of an odd number, and then all that were to go.
fn free(units: u32) {
    STORE.with_borrow_mut(|store| {
        store.kept.extend((0..units % 2).map(|_| Record::new()));
        store.passing = Vec::new();
    });
}

/// As many bytes as were freed, in blocks of 100,000.
fn large(units: u32) {
    let blocks = units as usize / 2 * 500 / 100_000;
    STORE.with_borrow_mut(|store| store.large.extend((0..blocks).map(|_| vec![1; 100_000])));
}

impl Record {
    fn new() -> Box<Self> {
        ALIVE.born();
        Box::new(Self([1; 500]))
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        ALIVE.died();
    }
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Phases(&[leaky, free, large]),
    fixed: Some(Make::Phases(&[fixed, free, large])),
    let_go: LetGo::By(|| STORE.set(Store::default())),
    pace: Pace::Every(100),
    cost: Cost {
        wasm: 750,
        ..NOTHING
    },
    witness: Witness::Tally(&ALIVE),
};

pub(crate) const CARD: Card = Card {
    title: "Holes that nothing fits in",
    kind: Kind::Trick,
    summary: "free every other of many small blocks, and then ask for large ones",
    words: &[
        "Rust",
        "allocator",
        "fragmentation",
        "holes",
        "pool",
        "arena",
        "linear memory",
    ],
    unit: "one record of 500 bytes, of which every other is freed, and its share of the large blocks that follow",
    guide_units: 20_000,
    mechanism: "Half of the records are freed, five million bytes in all, and the next five million bytes still need new \
                pages: free room lies between records that stay, in pieces of 500 bytes, and no larger block fits in. \
                Live bytes are the same in both variants. What differs is how far linear memory had to grow.",
    cure: "Keep what lives long apart from what lives short: make it first, or give each kind an arena or a pool of its \
           own. Blocks of one size leave holes that fit the next.",
    needs: &[],
    phases: &["made", "freed, every other one", "followed by large blocks"],
    javascript: r"// In JavaScript the collector moves objects together, so it has no such holes. The allocator is on the other side.
import init, { fill, free, large } from './fragmenting_module.js';
await init();

fill(20_000);
free(20_000);
large(20_000);",
    leaky: &[
        reads(Meter::Linear, at_least(14_000_000), EXACT),
        reads(Meter::Live, at_least(10_000_000), EXACT),
        reads(Meter::Alive, once(10_000), EXACT),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        still(Meter::Live).after_let_go(),
        still(Meter::Alive).after_let_go(),
    ],
    fixed: &[
        reads(Meter::Linear, at_most(12_500_000), EXACT),
        reads(Meter::Live, at_least(10_000_000), EXACT),
        reads(Meter::Alive, once(10_000), EXACT),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
    ],
};
