//! `--fail-on-growth`: for a build that must not leak.

use heap::{Comparison, Snapshot};

use crate::{
    Failure,
    output::{self, line},
    table::signed,
};

/// Exit code 3 if there are more objects of one of these classes after than before; `*` is any class of one's own.
pub(super) fn check(
    comparison: &Comparison<&Snapshot>,
    classes: &[String],
    file: &str,
) -> Result<(), Failure> {
    for class in classes.iter().filter(|class| *class != "*") {
        note_absent(comparison, class);
    }
    let rows = comparison.rows();
    let names = comparison.class_names();
    let all = || rows.iter().map(|row| (&row.key[..], &row.name[..]));
    let mut meant: Vec<usize> = classes
        .iter()
        .flat_map(|class| match class.as_str() {
            "*" => comparison.own(),
            class => names.meant(class.as_bytes(), all()),
        })
        .collect();
    meant.sort_unstable();
    meant.dedup();
    let grown = meant
        .iter()
        .map(|&at| &rows[at])
        .filter(|row| row.count_delta() > 0);
    let lines: Vec<String> = grown
        .map(|row| {
            let (count, size) = (signed(row.count_delta()), signed(row.size_delta()));
            format!(
                "{file}: {} objects, {} bytes of {}",
                count.text(),
                size.text(),
                line(names.shown(&row.key, &row.name), 60)
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
    let is_there = |snapshot: &Snapshot| {
        let rows = snapshot.rows().iter();
        let rows = rows.map(|row| (&row.key[..], &row.name[..]));
        !snapshot
            .class_names()
            .meant(class.as_bytes(), rows)
            .is_empty()
    };
    if ![comparison.before(), comparison.after()]
        .into_iter()
        .any(is_there)
    {
        let name = line(class.as_bytes(), 60);
        output::warn(&format!(
            "note: neither file has an object of `{name}`; names are case-sensitive"
        ));
    }
}
