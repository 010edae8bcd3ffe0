//! The lab's state as an address (`#leak-objects&chart`) and as a command line (`npm start -- --leak-objects --chart`).
//!
//! Reading never fails: what is not understood is named and ignored. A word keeps its meaning for ever.

mod ignored;
mod read;
mod state;
pub(crate) mod wire;
mod write;

pub use ignored::{Ignored, Reason};
pub use read::{from_command, from_hash};
pub use state::{Known, Parsed, Run, State};
pub use write::{to_command, to_hash};

#[cfg(test)]
mod tests;
