use crate::Tally;
use js_sys::{Function, Promise};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// What runs: how units are made and let go, what they cost, and how they are watched.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// Makes units and leaks them.
    pub leaky: Make,
    /// Makes units and does not; absent where there is nothing to mend.
    pub fixed: Option<Make>,
    /// Drops all that is kept.
    pub let_go: LetGo,
    /// The default rate, one unit at a time.
    pub pace: Pace,
    /// What a kept unit holds.
    pub cost: Cost,
    /// How one knows which units are alive.
    pub witness: Witness,
}

/// A unit in JavaScript's heap, to be watched; or why it could not be made.
pub type Unit = Result<JsValue, JsValue>;

/// How units are made.
#[derive(Clone, Copy, Debug)]
pub enum Make {
    /// One unit in JavaScript's heap.
    Object(fn() -> Unit),
    /// The same, with the help of the module beside it: what only JavaScript can say, such as a class.
    With(fn(&JsValue) -> Unit),
    /// One unit that takes its time: something must load, or answer.
    Awaited(fn() -> Promise),
    /// One unit in Rust's heap.
    Block(fn()),
    /// One unit in Rust's heap by a function that traps: the trap is what is shown, so the instance lives on.
    Trap(fn()),
    /// So many units in one turn that nothing interrupts; hands over what is to be watched, one by one.
    Batch(fn(u32, &Function)),
    /// So many units in phases, each over all of them, with turns between.
    Phases(&'static [fn(u32)]),
    /// The module beside it makes one unit: `make(variant)`, at once or as a promise.
    Module,
}

impl Make {
    /// Its name in the catalogue's index, by which the page knows how to call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Object(_) => "object",
            Self::With(_) => "with",
            Self::Awaited(_) => "awaited",
            Self::Block(_) => "block",
            Self::Trap(_) => "trap",
            Self::Batch(_) => "batch",
            Self::Phases(_) => "phases",
            Self::Module => "module",
        }
    }

    /// Over how many phases a step goes.
    pub const fn phases(self) -> usize {
        match self {
            Self::Phases(phases) => phases.len(),
            _ => 1,
        }
    }
}

/// How what is kept is dropped.
#[derive(Clone, Copy, Debug)]
pub enum LetGo {
    /// By a function.
    By(fn()),
    /// By the module beside it: `letGo()`, at once or as a promise.
    Module,
    /// Only by a new instance: the old one is thrown away.
    Renew,
    /// Not at all, and this is why: a reload is offered.
    Never(&'static str),
}

/// When a scenario's units are due by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// One unit every so many milliseconds.
    Every(u32),
    /// One unit when started, and no more.
    Once,
}

impl Pace {
    /// Milliseconds between units; 0 for a scenario that makes one and stops.
    pub const fn period(self) -> u32 {
        match self {
            Self::Every(period) => period,
            Self::Once => 0,
        }
    }
}

/// What a kept unit of the leaky variant holds, in bytes, by memory: the budget counts them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Cost {
    /// In JavaScript's heap, `ArrayBuffer`s included.
    pub js: u32,
    /// In the lab's linear memory, which is measured as well.
    pub wasm: u32,
    /// In the GPU's memory or its process.
    pub gpu: u32,
    /// Anywhere else: the browser's process, Blink's heap, other workers' heaps.
    pub other: u32,
}

/// No cost in any memory: to be filled by `..NOTHING`.
pub const NOTHING: Cost = Cost {
    js: 0,
    wasm: 0,
    gpu: 0,
    other: 0,
};

/// How one knows which units are alive.
#[derive(Clone, Copy, Debug)]
pub enum Witness {
    /// Each unit is an object in JavaScript's heap: through a `WeakRef`.
    Object,
    /// Each counts itself, and its `Drop`.
    Tally(&'static Tally),
    /// Both halves of a pair: the object through a `WeakRef`, and what it stands for in Rust's heap.
    Both(&'static Tally),
    /// Nothing can be seen of a unit once it is made, and this is why: all count as alive until the page ends.
    Unseen(&'static str),
}

impl Witness {
    /// What it counts in Rust's heap.
    pub const fn tally(self) -> Option<&'static Tally> {
        match self {
            Self::Tally(tally) | Self::Both(tally) => Some(tally),
            Self::Object | Self::Unseen(_) => None,
        }
    }

    /// Its name in the catalogue's index.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Object => "object",
            Self::Tally(_) => "tally",
            Self::Both(_) => "both",
            Self::Unseen(_) => "unseen",
        }
    }
}
