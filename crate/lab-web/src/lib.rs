//! What the page loads when it is first needed: scenarios on top of the browser's own interfaces, and a toy heap to
//! collect by hand. Its linear memory is not on show.
#![forbid(unsafe_code)]

pub mod exports;
pub mod scenario;
pub mod toy;
