//! The experiment: scenarios that leak on purpose, their cures, and the meters that watch them.
//!
//! Everything about one leak is in one file, `scenario/<theme>/<slug>.rs`; adding a leak is adding that file and a line
//! to the list in [`scenario`]. The rest serves them: [`address`] reads and writes the address and the command line,
//! `run` bounds what a run may be, [`meter`] says what is measured, `exports` is all that the page calls.
#![deny(unsafe_code)]
#![allow(
    missing_docs,
    reason = "bindings make items of their own, and no crate but the catalogue depends on this one"
)]

pub mod address;
pub mod allocator;
pub mod exports;
pub mod meter;
pub mod run;
pub mod scenario;

#[global_allocator]
static ALLOCATOR: allocator::Counting<std::alloc::System> =
    allocator::Counting::new(std::alloc::System);
