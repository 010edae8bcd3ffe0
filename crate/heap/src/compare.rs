//! What came and what went between snapshots of one process.
//!
//! Objects are told apart by their `@id`. V8 gives a JavaScript object an odd one that it keeps as long as it lives and
//! that no other object gets. Objects outside of V8, DOM nodes for example, have even ones, which V8 keeps by address: as a
//! rule they are as good, but an object made where another one was freed may have its id. DevTools compares by ids
//! of both kinds; so does everything here.

mod collection;
mod comparison;
mod group;
mod label;
mod series;
mod survivor;

pub use collection::CollectionGrowth;
pub use comparison::{Comparison, ComparisonRow};
pub use series::{ClassGrowth, Series};
pub use survivor::made_between_and_still_there;
