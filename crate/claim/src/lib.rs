//! What `DevTools` and the meters will show, as data; and whether it holds, asked of the heap engine.
//!
//! A scenario states its claims in a constant; the guide's [`words`] are made from them, the tests [`check`] them, and
//! people's own snapshots are graded by them.
//!
//! ```
//! use claim::*;
//!
//! const CLAIMS: &[Claim] = &[
//!     delta("LeakyClass", 1),
//!     path("LeakyClass ← […] in Array ← leakClasses in Lab ← lab in Window…"),
//!     moves(Meter::JsUsed, 40_100, percent(2, "V8 rounds the array's backing store")),
//!     counts(Meter::Alive, 1),
//!     still(Meter::Live),
//!     nothing(row("LeakyClass"), WouldBe::Leaky).after_let_go(),
//! ];
//! # assert_eq!(CLAIMS.len(), 6);
//! ```

#![forbid(unsafe_code)]

mod amount;
mod check;
mod counter;
mod evidence;
mod finding;
mod flaw;
mod meter;
mod miss;
mod path;
mod pattern;
mod promise;
mod row;
mod shorthand;
mod statement;
pub mod words;

pub use amount::{Amount, EXACT, Expect, Tolerance, bytes, percent};
pub use check::{check, find, trail};
pub use counter::Counter;
pub use evidence::{Evidence, Pair, Reading, Source};
pub use finding::{Finding, Measured, Taken, Trail};
pub use meter::{MemoryType, Meter, Unit};
pub use miss::Miss;
pub use path::{Hop, Path, Step};
pub use pattern::Pattern;
pub use promise::promised;
pub use row::{Column, Entry, Filter, Row, View};
pub use shorthand::{
    at_least, at_least_each, at_most, counter, counts, delta, each, moves, nothing, once, path,
    process, reads, row, same_as, shows, still, still_within,
};
pub use statement::{Claim, Kind, Need, Process, Statement, When, WouldBe};

use std::borrow::Cow;

/// A text that a constant can hold and JSON can give.
pub type Text = Cow<'static, str>;
