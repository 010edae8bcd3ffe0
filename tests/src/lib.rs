//! The site, driven in a real browser: one place starts the server and the browser, and a test fails on any console
//! error or uncaught exception of the page.

mod bound;
mod browser;
mod chromedriver;
mod claim;
mod heap;
mod memory_tab;
mod page;
mod trace;

pub use bound::first_view_bound;
pub use browser::{Browser, Options, browser_with, site, site_directory, site_with};
pub use claim::{Claim, Evidence, check};
pub use heap::Snapshot;
pub use memory_tab::MemoryTab;
pub use page::Page;
pub use trace::Trace;
