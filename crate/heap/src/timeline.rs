//! Allocation timelines: when objects were made, and by which functions.

mod caller;
mod interval;
mod stack;
mod total;

pub use caller::Callers;
pub use interval::{Interval, intervals};
pub use stack::{AllocationRow, Frame, Stacks};
pub use total::TotalRow;
