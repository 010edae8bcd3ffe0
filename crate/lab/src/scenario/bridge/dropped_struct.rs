//! Rust structs handed to JavaScript and dropped there, in a loop that gives the browser no turn.

use contract::prelude::*;
use js_sys::Function;

static ALIVE: Tally = Tally::new();

/// 100,000 bytes behind a JavaScript object of a few.
#[wasm_bindgen]
pub struct LeakyStruct(#[allow(dead_code)] Vec<u8>);

#[wasm_bindgen]
extern "C" {
    /// The object that stands for a struct in JavaScript.
    type Handle;
    #[wasm_bindgen(method)]
    fn free(this: &Handle);
}

/// The loop drops each object, and leaves the rest to its finalizer.
fn leaky(units: u32, watch: &Function) {
    for _ in 0..units {
        let handle = LeakyStruct::handle();
        watched(watch, &handle);
        drop(handle);
    }
}

/// The loop frees each struct when it is done with it.
fn fixed(units: u32, watch: &Function) {
    for _ in 0..units {
        let handle = LeakyStruct::handle();
        watched(watch, &handle);
        handle.free();
    }
}

fn watched(watch: &Function, handle: &Handle) {
    let told = watch.call1(&JsValue::NULL, handle);
    told.expect("a witness takes any object");
}

impl LeakyStruct {
    fn handle() -> Handle {
        ALIVE.born();
        JsValue::from(Self(vec![1; 100_000])).unchecked_into()
    }
}

impl Drop for LeakyStruct {
    fn drop(&mut self) {
        ALIVE.died();
    }
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Batch(leaky),
    fixed: Some(Make::Batch(fixed)),
    let_go: LetGo::By(|| {}),
    pace: Pace::Every(1_000),
    cost: NOTHING,
    witness: Witness::Both(&ALIVE),
};

pub(crate) const CARD: Card = Card {
    title: "Structs dropped in a loop",
    kind: Kind::Trick,
    summary: "hand structs of 100,000 bytes to JavaScript and drop them there without free()",
    words: &[
        "wasm-bindgen",
        "free",
        "dispose",
        "using",
        "FinalizationRegistry",
        "finalizer",
        "struct",
        "peak",
    ],
    unit: "one LeakyStruct of 100,000 bytes",
    guide_units: 100,
    mechanism: "To JavaScript a Rust struct is an object of a few bytes with a pointer in it. When the object is \
                collected, a finalizer frees the struct, but finalizers only run between tasks. A loop that never \
                yields sees none of them: Rust's heap grows by all of it, and linear memory never comes back, \
                although nothing is leaked in the end.",
    cure: "Call free() when done, or declare it with using, which does so at the end of the block. In a long loop, give \
           the browser a turn.",
    needs: &[],
    phases: &[],
    javascript: r"// JavaScript drops; what it stands for is on the other side.
import init, { LeakyStruct } from './struct_module.js';
await init();

for (let unit = 0; unit < 100; unit++) {
  const struct = new LeakyStruct();
  // the cure: struct.free();
}",
    leaky: &[
        counts(Meter::Live, 100_024).during(),
        counts(Meter::Blocks, 2)
            .during()
            .why("The struct, in a cell that counts who borrows it, and its bytes."),
        still(Meter::Live).why("The finalizers have run."),
        still(Meter::Blocks),
        still(Meter::Alive),
        reads(Meter::Linear, at_least_each(98_000), EXACT).why("Linear memory never shrinks."),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
    ],
    fixed: &[
        still(Meter::Live).during(),
        still(Meter::Live),
        still(Meter::Alive),
        reads(Meter::Linear, at_most(200_000), EXACT),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
    ],
};
