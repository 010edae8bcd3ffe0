//! The command-line tool, as its users meet it.
#![forbid(unsafe_code)]
#![allow(clippy::cast_precision_loss, missing_docs)]

#[allow(dead_code)]
#[path = "../../heap/tests/draw/mod.rs"]
mod draw;

mod tool {
    mod ask;
    mod calls;
    mod comparisons;
    mod exits;
    mod files;
    mod hostile;
    mod numbers;
    mod redact;
    mod texts;
}
