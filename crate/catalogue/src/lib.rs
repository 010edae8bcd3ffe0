//! All scenarios with their words, as the page, the README and the tests read them.
#![forbid(unsafe_code)]

mod card;
mod entry;
mod generated;
mod index;
mod listing;
mod readme;
mod write;

pub use card::{CardPage, Variant};
pub use entry::{Entry, Module, all};
pub use index::{Index, Line};
pub use listing::{Listing, Sign};
pub use readme::{renewed, table};
pub use write::write;
