//! What grows over several snapshots of one process, and who holds it.

mod class;
mod collection;
mod files;
mod line;
mod made;
mod object;
mod order;
mod pattern;
mod place;
mod report;
mod steps;

pub use class::even_first;
pub use report::{Growth, GrowthOptions, growth, growth_by};
