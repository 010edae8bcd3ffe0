//! Several files of one process.

use std::hint::black_box;

use rayon::iter::{IndexedParallelIterator, IntoParallelRefMutIterator, ParallelIterator};

use heap::{
    Comparison, GrowthOptions, Hands, Kinship, Series, Snapshot, made_between_and_still_there,
};

use super::asked;

/// As in the tool.
struct Threads;

impl Hands for Threads {
    fn run(&self, jobs: &mut [&mut (dyn FnMut() + Send)]) {
        let each = jobs.par_iter_mut().with_max_len(1);
        each.for_each(|job| job());
    }
}

/// Two files, both open.
pub(crate) fn compare(before: &Snapshot, after: &Snapshot) -> Vec<String> {
    vec![
        asked("comparison of two files", || {
            black_box(Comparison::new(before, after).rows().len());
        }),
        asked("whether files are of one process", || {
            black_box(Kinship::of(before, after));
        }),
        asked("what was made between and is still there", || {
            black_box(
                made_between_and_still_there(before, after, after)
                    .rows()
                    .len(),
            );
        }),
        asked("classes that grow", || {
            black_box(Series::new(&[before, after]).classes().len());
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
