//! How a run is bounded.

pub(crate) mod budget;
pub mod limits;
