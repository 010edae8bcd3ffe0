//! Claims of the catalogue, executed: a tab a scenario, in one browser.

mod card;
mod control;
mod grading;
mod javascript;
mod reading;
mod run;
mod teeth;
mod verdict;

pub use card::{Card, Variant, cards};
pub use grading::graded;
pub use javascript::recipe_shows_the_same;
pub use run::{Run, run};
pub use teeth::{Idle, bites};
pub use verdict::{Misses, holds};
