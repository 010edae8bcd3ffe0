//! The engine, held against simple twins and DevTools.

mod draw;
mod engine;
mod finding;
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
