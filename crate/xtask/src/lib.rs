//! The loopback server of the built site, for `cargo xtask serve` and for the tests that drive the site.
//! The tasks themselves are the binary beside this library.
#![forbid(unsafe_code)]

mod failure;
mod server;

pub use failure::Failure;
pub use server::{Options, Server};
