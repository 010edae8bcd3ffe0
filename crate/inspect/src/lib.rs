//! The heap engine as a wasm module: one [`Session`] holds several files and answers a closed set of questions.
//!
//! It knows no worker and no page: bytes come in by calls, answers go out as plain objects whose long columns are typed
//! arrays. The types in the generated `.d.ts` are made from the Rust types here.
//!
//! | step | module |
//! |---|---|
//! | a file on its way | [`session`], [`file`] |
//! | what can be asked | [`question`], a file a question |
//! | what is kept between questions | [`memory`], [`listed`], [`order`] |
//! | files to give away | [`redaction`] |
//! | what goes wrong | [`problem`] |

#![forbid(unsafe_code)]

#[cfg(test)]
#[allow(dead_code, unused_imports, reason = "the engine's tests use all of it")]
#[path = "../../heap/tests/draw/mod.rs"]
mod draw;
mod file;
mod listed;
mod memory;
mod order;
pub mod problem;
pub mod question;
pub mod redaction;
pub mod session;
mod wire;

pub use problem::Problem;
pub use redaction::Redaction;
pub use session::Session;
