//! The site, driven in a real browser: one place starts the server and the browser, and a test fails on any console
//! error or uncaught exception of the page or of one of its workers.

mod bound;
mod browser;
mod chromedriver;
mod chromium;
mod claims;
mod complaints;
mod memory_tab;
mod page;
mod protocol;
mod snapshot;
mod trace;

pub use bound::first_view_bound;
pub use browser::{Browser, Options, browser_with, site, site_directory, site_with};
pub use claims::{
    Card, Idle, Misses, Run, Variant, bites, cards, graded, holds, recipe_shows_the_same, run,
};
pub use memory_tab::{Clip, MemoryTab, Theme};
pub use page::Page;
pub use protocol::{Event, Events};
pub use trace::Trace;
