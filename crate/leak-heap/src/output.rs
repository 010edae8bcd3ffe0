//! What is printed: a table for people or one JSON value for programs.

use std::{
    borrow::Cow,
    fmt::Write as _,
    io::{self, Write as _},
};

use heap::{EdgeIx, NodeIx, Snapshot, format, story, wtf8};
use serde_json::Value;

use crate::Failure;

/// To the standard output, lines as they are.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    write(plain(text).as_bytes())
}

/// To where errors go. Nobody has to read them.
pub(crate) fn warn(text: &str) {
    let _ = writeln!(io::stderr(), "{}", plain(text));
}

/// One JSON value, over several lines.
pub(crate) fn json(value: &Value) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    print_json(&(text + "\n"))
}

/// JSON as it is, but that nothing in it rules a terminal.
pub(crate) fn print_json(text: &str) -> Result<(), Failure> {
    write(escaped(text).as_bytes())
}

fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written = out.write_all(bytes).and_then(|()| out.flush());
    written.map_err(failed)
}

/// What the system said of the standard output. That nobody reads on is no error.
#[allow(clippy::needless_pass_by_value, reason = "for map_err")]
pub(crate) fn failed(error: io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::Closed,
        _ => Failure::File(format!("cannot write the answer: {error}")),
    }
}

/// Text of a file on one line, shortened for a table.
pub(crate) fn line(text: &[u8], most: usize) -> String {
    let text = wtf8::lossy(text);
    let shown = text.chars().take(most);
    let mut out: String = shown.map(|c| if rules(c) { ' ' } else { c }).collect();
    if text.chars().nth(most).is_some() {
        out.push('…');
    }
    out
}

/// Whether a terminal would do something at this character, or show others out of their order.
fn rules(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What a file says must not rule a terminal.
fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| c != '\n' && rules(c)) {
        return text.into();
    }
    let show = |c| if c != '\n' && rules(c) { ' ' } else { c };
    text.chars().map(show).collect()
}

/// The same for JSON, where these characters stand in texts only.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && rules(c) {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// `1 object`, `2 objects`
pub(crate) fn counted(number: u64, one: &str) -> String {
    let several = if number == 1 { "" } else { "s" };
    format!("{} {one}{several}", format::number(number))
}

/// Text of a file as JSON has it; lone surrogates become U+FFFD.
pub(crate) fn text(text: &[u8]) -> Value {
    Value::String(wtf8::lossy(text).into_owned())
}

/// As DevTools shows the object; of a scope also whose it is.
pub(crate) fn name(snapshot: &Snapshot, node: NodeIx) -> Vec<u8> {
    let name = story::shown(snapshot, node);
    if name.is_empty() && node == snapshot.graph().root() {
        return b"(root)".to_vec();
    }
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
