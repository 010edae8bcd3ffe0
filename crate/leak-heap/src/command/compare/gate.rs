//! `--fail-on-growth`: for a build that must not leak.

use heap::{ClassRow, Comparison, ComparisonRow, Snapshot};

use crate::{
    Failure,
    output::{self, line},
    table::signed,
};

/// Exit code 3 if there are more objects of one of these classes after than before; `*` is any class.
pub(super) fn check(
    comparison: &Comparison<&Snapshot>,
    classes: &[String],
    file: &str,
) -> Result<(), Failure> {
    for class in classes.iter().filter(|class| *class != "*") {
        note_absent(comparison, class);
    }
    let named = |row: &ComparisonRow| {
        classes.iter().any(|class| {
            class == "*" || class.as_bytes() == row.name || class.as_bytes() == row.key
        })
    };
    let grown = comparison
        .rows()
        .iter()
        .filter(|row| row.count_delta() > 0 && named(row));
    let lines: Vec<String> = grown
        .map(|row| {
            let (count, size) = (signed(row.count_delta()), signed(row.size_delta()));
            format!(
                "{file}: {} objects, {} bytes of {}",
                count.text(),
                size.text(),
                line(&row.name, 60)
            )
        })
        .collect();
    if lines.is_empty() {
        return Ok(());
    }
    Err(Failure::Growth(format!(
        "growth: {}",
        lines.join("\ngrowth: ")
    )))
}

/// A class that no file has is no growth, but perhaps misspelt.
fn note_absent(comparison: &Comparison<&Snapshot>, class: &str) {
    let rows = [comparison.before(), comparison.after()].map(Snapshot::rows);
    let is_there = |row: &ClassRow| class.as_bytes() == row.name || class.as_bytes() == row.key;
    if !rows.into_iter().flatten().any(is_there) {
        let name = line(class.as_bytes(), 60);
        output::warn(&format!(
            "note: neither file has an object of `{name}`; names are case-sensitive"
        ));
    }
}
