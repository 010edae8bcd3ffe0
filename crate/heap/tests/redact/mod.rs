//! Redacted snapshots: the same figures, and nothing of what the strings said.

mod check;
mod deep;
mod planted;
mod same;
mod secrets;

pub(crate) use check::{check_same, check_texts};
use heap::{
    Analysis, Reader, Snapshot,
    redact::{Options, Plan},
};

/// The redacted file, made in chunks of this size.
pub(crate) fn redacted(bytes: &[u8], options: &Options, chunk: usize) -> Vec<u8> {
    let mut plan = Plan::new(options.clone());
    plan.feed(bytes).unwrap();
    let mut redactor = plan.finish().unwrap();
    let mut out = Vec::new();
    for chunk in bytes.chunks(chunk) {
        redactor.feed(chunk, &mut out).unwrap();
    }
    redactor.finish().unwrap();
    out
}

pub(crate) fn open(bytes: &[u8]) -> Snapshot {
    let mut reader = Reader::new(None);
    reader.feed(bytes).unwrap();
    Analysis::new(reader.finish().unwrap()).finish()
}
