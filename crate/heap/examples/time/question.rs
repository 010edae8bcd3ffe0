//! How long answers take: the first, and the middle one of some more, in milliseconds.

use std::{hint::black_box, time::Instant};

use rayon::iter::{IndexedParallelIterator, IntoParallelRefMutIterator, ParallelIterator};

use heap::{
    ClassRow, Column, Comparison, GrowthOptions, Hands, NodeIx, Passing, Search, Snapshot, Sort,
    path::Options,
};

/// As in the tool.
struct Threads;

impl Hands for Threads {
    fn run(&self, jobs: &mut [&mut (dyn FnMut() + Send)]) {
        let each = jobs.par_iter_mut().with_max_len(1);
        each.for_each(|job| job());
    }
}

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
    let Some(class) = snapshot.rows().iter().max_by_key(|row| row.count) else {
        return Vec::new();
    };
    let largest = Sort::descending(Column::Retained);
    let everything = Passing::ALL;
    let instances = |class: &ClassRow, sort| {
        black_box(snapshot.instances(class.class, &everything, sort, 0..100));
    };
    let nearest = Sort::ascending(Column::Distance);
    let retainers = |node| {
        black_box(snapshot.retainers_of(node, None, nearest, 0..100));
    };
    let path = |node| {
        black_box(snapshot.paths(node, &Options::default()));
    };
    let nodes = || snapshot.graph().nodes();
    let farthest =
        |node: &NodeIx| Some(snapshot.distance(*node)).filter(|steps| *steps < 100_000_000);
    let deepest = nodes()
        .max_by_key(farthest)
        .unwrap_or(snapshot.graph().root());
    let usual = snapshot
        .instances(class.class, &everything, largest, 0..1)
        .rows;
    let usual = usual.first().copied().unwrap_or(deepest);
    snapshot.index_retainers();
    let most = nodes()
        .max_by_key(|node| {
            snapshot
                .retainers_of(*node, None, Sort::ascending(Column::File), 0..0)
                .total
        })
        .unwrap_or(deepest);
    let few = few(snapshot);
    vec![
        asked("a page of objects, by retained size", || {
            instances(class, largest);
        }),
        asked("a page of objects, by name", || {
            instances(class, Sort::ascending(Column::Name));
        }),
        asked("retainers of an object", || {
            retainers(usual);
        }),
        asked("retainers, of the object with most", || {
            retainers(most);
        }),
        asked("a path to an object", || {
            path(usual);
        }),
        asked("a path to the farthest object", || {
            path(deepest);
        }),
        asked("what letting go of it frees", || {
            black_box(snapshot.release(&[usual]).bytes());
        }),
        asked("search for a name", || {
            let search = Search {
                text: b"customer 77",
                case_sensitive: false,
            };
            black_box(snapshot.search(search, &everything, largest, 0..100));
        }),
        asked("who holds a class, and the least to cut", || {
            black_box(snapshot.holders(&few).list.len());
            black_box(snapshot.smallest_cut(&few, 8));
        }),
        asked("findings", || {
            black_box(heap::findings(snapshot).len());
        }),
        asked("statistics", || {
            black_box(snapshot.statistics());
        }),
    ]
}

/// Two files, both open.
pub(crate) fn compare(before: &Snapshot, after: &Snapshot) -> Vec<String> {
    vec![
        asked("comparison of two files", || {
            black_box(Comparison::new(before, after).rows().len());
        }),
        growth("what grows over two files", &[before, after]),
    ]
}

/// Files of one process, all open, in their order. As on the page, retainers are made ready before they are asked for.
pub(crate) fn growth(what: &str, snapshots: &[&Snapshot]) -> String {
    for file in snapshots {
        file.index_retainers();
    }
    asked(what, || {
        let growth = heap::growth_by(&Threads, snapshots, &GrowthOptions::default());
        black_box(growth.findings.len());
    })
}

/// Of the classes with few objects the one with most.
fn few(snapshot: &Snapshot) -> Vec<NodeIx> {
    const FEW: u32 = 100;
    let rows = snapshot.rows().iter().filter(|row| row.count <= FEW);
    let Some(class) = rows.max_by_key(|row| row.count) else {
        return Vec::new();
    };
    let sort = Sort::ascending(Column::File);
    snapshot
        .instances(class.class, &Passing::ALL, sort, 0..FEW as usize)
        .rows
}
