//! The experiment: scenarios that leak on purpose, their cures, and the meters that watch them.
//!
//! Everything about one leak is in one file under [`scenario`]; adding a leak is adding a file and a line to
//! [`scenario::SCENARIOS`]. The rest serves them: [`claim`] says what `DevTools` will show, [`guide`] turns claims into
//! steps, [`meter`] defines what is measured, [`switches`] reads and writes the address and the command line,
//! [`budget`] stops a run before the tab dies. What crosses to the page is in [`exports`] and [`wire`].
#![deny(unsafe_code)]

pub mod allocator;
pub mod budget;
pub mod claim;
pub mod exports;
pub mod guide;
pub mod listing;
pub mod meter;
pub mod options;
pub mod pace;
pub mod roots;
pub mod scenario;
pub mod switches;
pub mod toy;
pub mod wire;
pub mod witness;

#[global_allocator]
static ALLOCATOR: allocator::Counting<std::alloc::System> =
    allocator::Counting::new(std::alloc::System);
