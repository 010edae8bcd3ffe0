//! The engine, held against simple twins and DevTools.

mod draw;
mod engine;
mod finding;
#[allow(dead_code, reason = "it is shared with the comparison with DevTools")]
#[path = "devtools/fixture.rs"]
mod fixture;
mod hostile;
mod oracle;
mod producer;
mod random;
mod redact;
mod report;
mod story;
mod twin;
mod views;
mod why;
