//! What is printed: a table for people or one JSON value for programs.

use std::io::{self, Write};

use heap::{EdgeIx, NodeIx, Snapshot, wtf8};
use serde_json::Value;

use crate::Failure;

/// To the standard output, as it is.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    write(text.as_bytes())
}

/// One JSON value, over several lines.
pub(crate) fn json(value: &Value) -> Result<(), Failure> {
    let mut text = serde_json::to_vec_pretty(value).unwrap_or_default();
    text.push(b'\n');
    write(&text)
}

fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::Closed,
            _ => Failure::File(format!("cannot write the answer: {error}")),
        })
}

/// Text of a file on one line, shortened for a table.
pub(crate) fn line(text: &[u8], most: usize) -> String {
    let text = wtf8::lossy(text);
    let mut out: String = text
        .chars()
        .take(most)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(most).is_some() {
        out.push('…');
    }
    out
}

/// Text of a file as JSON has it; lone surrogates become U+FFFD.
pub(crate) fn text(text: &[u8]) -> Value {
    Value::String(wtf8::lossy(text).into_owned())
}

/// As DevTools shows the object.
pub(crate) fn name(snapshot: &Snapshot, node: NodeIx) -> Vec<u8> {
    let name = snapshot.name(node);
    if name.is_empty() {
        // Some of V8's own objects have none.
        return format!("({})", snapshot.graph().kind_name(node)).into_bytes();
    }
    name.into_owned()
}

/// As DevTools shows the reference.
pub(crate) fn edge_label(snapshot: &Snapshot, edge: EdgeIx) -> Vec<u8> {
    snapshot.edge_label(edge)
}

/// `@1234`
pub(crate) fn id(snapshot: &Snapshot, node: NodeIx) -> String {
    format!("@{}", snapshot.graph().id(node).0)
}
