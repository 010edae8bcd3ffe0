//! `--fail-on-growth`: for a build that must not leak.

use heap::{Comparison, ComparisonRow, Snapshot};

use crate::{Failure, output::line, table::signed};

/// Exit code 3 if there are more objects of one of these classes after than before; `*` is any class.
pub(super) fn check(
    comparison: &Comparison<&Snapshot>,
    classes: &[String],
    file: &str,
) -> Result<(), Failure> {
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
