//! What came and what went between snapshots of one process, told by `@id`.

mod collection;
mod comparison;
mod group;
mod label;
mod merge;
mod series;
mod survivor;

pub use collection::CollectionGrowth;
pub use comparison::{Comparison, ComparisonRow};
pub use series::{ClassGrowth, Series};
pub use survivor::made_between_and_still_there;
