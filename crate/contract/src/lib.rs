//! What a scenario is. A scenario is one Rust file, `scenario/<theme>/<slug>.rs`, with two constants:
//! [`Card`], its words and claims, of which nothing reaches a wasm module; and [`Code`], what runs.
//! Where the language itself is the mechanism, a module of the same name lies beside it (`<slug>.js`), fetched at the
//! first start. [`scenarios!`] lists them, one line each.
#![forbid(unsafe_code)]

mod card;
mod code;
mod exports;
mod list;
pub mod payload;
pub mod roots;
mod run;
mod tally;
mod theme;

pub use card::Card;
pub use claim::Kind;
pub use code::{Code, Cost, LetGo, Make, NOTHING, Pace, Unit, Witness};
pub use list::Scenario;
pub use run::{alive, let_go, make, make_batch, make_phase};
pub use tally::Tally;
pub use theme::Theme;

/// What the file of a scenario needs.
pub mod prelude {
    pub use crate::{Card, Code, Cost, Kind, LetGo, Make, NOTHING, Pace, Tally, Unit, Witness};
    pub use crate::{payload, roots};
    pub use claim::{
        Column, Counter, EXACT, Entry, MemoryType, Meter, Need, Process, View, WouldBe, at_least,
        at_least_each, at_most, bytes, counter, counts, delta, each, moves, nothing, once, path,
        percent, process, reads, row, same_as, shows, still, still_within,
    };
    pub use js_sys;
    pub use wasm_bindgen::prelude::wasm_bindgen;
    pub use wasm_bindgen::{JsCast, JsValue};
}
