//! From claims to the steps of a guide. Words come as spans, so that the page sets `code` apart and writes numbers as the
//! visitor's browser does, but for those that are to be found in a cell of `DevTools`.

mod cell;
mod need;
mod picture;
mod reading;
mod row;
mod span;
mod steps;
mod told;
mod verdict;

pub use picture::pictures;
pub use span::{Span, Words, marked};
pub use steps::{Action, Guide, Step, Subject, guide};
pub use told::told;
pub use verdict::verdict;
