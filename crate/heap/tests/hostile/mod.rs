//! Files that are damaged, something else, or made to harm: an error that says so, never a panic, a hang or memory without end.

mod chunks;
mod cut;
mod deep;
mod numbers;
mod other;
mod parts;

use heap::{Analysis, Error, Graph, Reader, Snapshot};

/// A small file as Chromium writes it.
pub(crate) const SMALL: &str = include_str!("../small.heapsnapshot");

/// Reads in chunks of this size.
pub(crate) fn read(bytes: &[u8], chunk: usize) -> Result<Graph, Error> {
    let mut reader = Reader::new(Some(bytes.len() as u64));
    for chunk in bytes.chunks(chunk) {
        reader.feed(chunk)?;
    }
    reader.finish()
}

pub(crate) fn analyse(graph: Graph) -> Snapshot {
    Analysis::new(graph).finish()
}

/// The code and the place of the error, which are the same however the file is cut.
pub(crate) fn refusal(bytes: &[u8]) -> (&'static str, Option<u64>) {
    let error = read(bytes, usize::MAX).map(analyse).unwrap_err();
    for chunk in [1, 7] {
        let other = read(bytes, chunk).unwrap_err();
        assert_eq!(error.code, other.code, "{error} and {other}");
    }
    assert!(!error.advice().is_empty() && !error.what.is_empty());
    (error.code.name(), error.at)
}

/// The small file with one part changed.
pub(crate) fn changed(from: &str, to: &str) -> Vec<u8> {
    assert!(SMALL.contains(from), "{from}");
    SMALL.replacen(from, to, 1).into_bytes()
}
