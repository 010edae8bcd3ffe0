//! A panic that unwinds nothing: whatever its functions owned stays.

use contract::prelude::*;

/// 100,000 bytes that tell when they are dropped.
struct Block(Vec<u8>);

static ALIVE: Tally = Tally::new();

/// The order is not understood: panic, with the block in hand.
fn leaky() {
    let block = Block::new();
    let order = parse(&block).expect("an order");
    std::hint::black_box(order);
}

/// The order is not understood: say so, and drop the block on the way out.
fn fixed() {
    let block = Block::new();
    let Ok(order) = parse(&block) else { return };
    std::hint::black_box(order);
}

#[inline(never)]
fn parse(block: &Block) -> Result<u8, &'static str> {
    let first = std::hint::black_box(&block.0).first();
    first
        .copied()
        .filter(|order| *order > 1)
        .ok_or("no such order")
}

impl Block {
    fn new() -> Self {
        ALIVE.born();
        Self(vec![1; 100_000])
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        ALIVE.died();
    }
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Trap(leaky),
    fixed: Some(Make::Block(fixed)),
    let_go: LetGo::Renew,
    pace: Pace::Every(100),
    cost: Cost {
        wasm: 100_000,
        ..NOTHING
    },
    witness: Witness::Tally(&ALIVE),
};

pub(crate) const CARD: Card = Card {
    title: "A panic drops nothing",
    kind: Kind::Leak,
    summary: "keep panicking with 100,000 bytes in hand, in an instance that goes on",
    words: &[
        "Rust",
        "panic",
        "abort",
        "unwind",
        "trap",
        "unreachable",
        "RuntimeError",
        "catch",
    ],
    unit: "one panic with 100,000 bytes in hand",
    guide_units: 100,
    mechanism: "In WebAssembly a panic usually aborts: the instance traps, JavaScript gets a RuntimeError, and not one \
                Drop runs. Pages that catch the error and call again, as this one does here on purpose, leave behind \
                all that the panicking functions owned, and their part of the stack as well.",
    cure: "Return an error instead of a panic. After a panic, throw the instance away and make a new one, or build with \
           unwinding.",
    needs: &[],
    phases: &[],
    javascript: r"// JavaScript catches and goes on; the leak is on the other side.
import init, { order } from './panicking_module.js';
await init();

setInterval(() => {
  try {
    order(); // pub fn order() { let block = vec![1u8; 100_000]; panic!() }
  } catch {}
}, 100);",
    leaky: &[
        counts(Meter::Live, 100_000),
        counts(Meter::Blocks, 1),
        counts(Meter::Alive, 1),
        reads(Meter::Linear, at_least_each(98_000), EXACT),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        still(Meter::Live)
            .after_let_go()
            .why("A new instance has a new memory."),
    ],
    fixed: &[
        still(Meter::Live),
        still(Meter::Blocks),
        still(Meter::Alive),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
    ],
};
