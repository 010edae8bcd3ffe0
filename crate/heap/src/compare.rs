//! What came and what went between snapshots of one process, told by `@id`.

mod collection;
mod comparison;
mod group;
mod growth;
mod label;
mod merge;
mod row;
mod series;
mod survivor;

pub use collection::CollectionGrowth;
pub(crate) use collection::growing as growing_collections;
pub use comparison::Comparison;
pub use row::ComparisonRow;
pub use series::{ClassGrowth, Series};
pub use survivor::made_between_and_still_there;
