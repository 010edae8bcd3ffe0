//! How long answers take: the first, and the middle one of some more, in milliseconds.

use std::{hint::black_box, time::Instant};

use heap::{Comparison, NodeIx, Snapshot, path::Options};

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

/// What a person asks of an open file.
pub(crate) fn all(snapshot: &Snapshot) -> Vec<String> {
    let nodes = || snapshot.graph().nodes();
    let steps = |node: &NodeIx| Some(snapshot.distance(*node)).filter(|steps| *steps < 100_000_000);
    let root = snapshot.graph().root();
    let farthest = nodes().max_by_key(steps).unwrap_or(root);
    let usual = nodes().nth(snapshot.graph().node_count() as usize / 2);
    let usual = usual.unwrap_or(root);
    let path = |node| {
        black_box(snapshot.paths(node, &Options::default()));
    };
    snapshot.index_retainers();
    vec![
        asked("a path to an object", || path(usual)),
        asked("a path to the farthest object", || path(farthest)),
        asked("what letting go of an object frees", || {
            black_box(snapshot.release(&[usual]).bytes());
        }),
    ]
}

/// Two files, both open.
pub(crate) fn compare(before: &Snapshot, after: &Snapshot) -> Vec<String> {
    vec![asked("comparison of two files", || {
        black_box(Comparison::new(before, after).rows().len());
    })]
}
