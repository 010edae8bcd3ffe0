//! What the page measures.

mod precision;
mod table;

pub use precision::{Precision, precision};
pub use table::{Definition, METERS, SAMPLED};
