//! How long answers take: the first, and the middle one of some more, in milliseconds.

mod files;
mod lists;
mod ways;

pub(crate) use files::{compare, growth};

use std::time::Instant;

use heap::{ClassRow, Column, NodeIx, Passing, Preparation, Snapshot, Sort};

/// An answer's times as JSON.
fn asked(what: &str, mut ask: impl FnMut()) -> String {
    let mut times: Vec<f64> = (0..11)
        .map(|_| {
            let begun = Instant::now();
            ask();
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    let first = times.remove(0);
    times.sort_by(f64::total_cmp);
    let usual = times[times.len() / 2];
    format!(r#"{{"what":"{what}","first":{first},"usual":{usual}}}"#)
}

/// What a person asks of an open file; pages hold a hundred rows.
pub(crate) fn all(snapshot: &Snapshot) -> Vec<String> {
    let Some(largest) = snapshot.rows().iter().max_by_key(|row| row.count) else {
        return Vec::new();
    };
    // As on the page, what many questions need is ready before they are asked.
    let mut preparation = Preparation::default();
    while !preparation.step(snapshot) {}
    [lists::all(snapshot, largest), ways::all(snapshot, largest)].concat()
}

/// Objects of a class, those with the largest retained sizes first.
fn objects(snapshot: &Snapshot, class: &ClassRow, most: usize) -> Vec<NodeIx> {
    let sort = Sort::descending(Column::Retained);
    let page = snapshot.instances(class.class, &Passing::ALL, sort, 0..most);
    page.rows
}
