//! One claim in words.

use super::{
    Words, reading, row,
    span::{code, marked, text, ui},
};
use crate::{Claim, Statement};

/// What a claim says of so many units: a sentence.
pub fn told(claim: &Claim, units: u64) -> Words {
    let meter = || reading::sentences(std::slice::from_ref(claim), units).pop();
    seen(claim, units).or_else(meter).unwrap_or_default()
}

/// What a claim is seen by in `DevTools` or the browser's windows; meters have sentences of their own.
pub(super) fn seen(claim: &Claim, units: u64) -> Option<Words> {
    let mut words = match &claim.says {
        Statement::Row { row, amount } => row::reads(row, amount, units),
        Statement::Nothing { row, would_be } => row::nothing(row, would_be),
        Statement::Path { along } => path(along),
        Statement::Counter { counter, amount } => reading::counter(*counter, amount, units)?,
        Statement::Process { process, at_least } => reading::process(*process, *at_least),
        Statement::Meter { .. } => return None,
    };
    if !claim.why.is_empty() {
        words.push(text(" "));
        words.extend(marked(&claim.why));
    }
    Some(words)
}

fn path(along: &str) -> Words {
    let from = along.split(" ← ").next().unwrap_or(along).to_owned();
    let mut words = if from.ends_with("()") {
        vec![text("Follow it to the function "), code(from)]
    } else {
        vec![
            text("Open the row "),
            code(from),
            text(", select one of its objects"),
        ]
    };
    words.extend([
        text(" and read "),
        ui("Retainers"),
        text(" below, from the object to its root: "),
        code(along.to_owned()),
        text("."),
    ]);
    words
}
