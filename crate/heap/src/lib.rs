//! V8's heap files: `.heapsnapshot`, `.heaptimeline` and `.heapprofile`.
#![forbid(unsafe_code)]

mod error;
pub mod limits;
mod read;
pub mod wtf8;

pub use error::{Code, Error};
