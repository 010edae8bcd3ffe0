//! What came and what went between snapshots of one process, told by `@id`.

mod changed;
mod collection;
mod comparison;
mod group;
mod growth;
mod kinship;
mod label;
mod merge;
mod own;
mod row;
mod series;
mod structure;
mod survivor;

pub use collection::CollectionGrowth;
pub(crate) use collection::growing as growing_collections;
pub use comparison::Comparison;
pub use kinship::Kinship;
pub use row::ComparisonRow;
pub(crate) use series::growing_classes;
pub use series::{ClassGrowth, Series};
pub use structure::{ClassChange, by_structure};
pub use survivor::made_between_and_still_there;
