//! Lists of objects, filtered, searched and sorted, and sums over all of them.

use std::hint::black_box;

use heap::{
    ClassRow, Column, Filter, Passing, Search, Snapshot, Sort, StringColumn, treemap::Options,
};

use super::{asked, objects};

const LARGEST: Sort = Sort::descending(Column::Retained);
const BY_NAME: Sort = Sort::ascending(Column::Name);

pub(super) fn all(snapshot: &Snapshot, class: &ClassRow) -> Vec<String> {
    [
        pages(snapshot, class),
        searches(snapshot),
        filters(snapshot),
        sums(snapshot),
    ]
    .concat()
}

fn pages(snapshot: &Snapshot, class: &ClassRow) -> Vec<String> {
    let instances = |sort| {
        black_box(snapshot.instances(class.class, &Passing::ALL, sort, 0..100));
    };
    let id = snapshot.graph().id(objects(snapshot, class, 1)[0]);
    vec![
        asked("a page of objects, by retained size", || instances(LARGEST)),
        asked("a page of objects, by name", || instances(BY_NAME)),
        asked("a page of all objects, by name", || {
            black_box(snapshot.objects(&Passing::ALL, BY_NAME, 0..100));
        }),
        asked("an object by its number", || {
            black_box(snapshot.graph().find(id));
        }),
    ]
}

fn searches(snapshot: &Snapshot) -> Vec<String> {
    let search = |text: &str, sort| {
        let search = Search {
            text: text.as_bytes(),
            case_sensitive: false,
        };
        black_box(snapshot.search(search, &Passing::ALL, sort, 0..100));
    };
    vec![
        asked("search for a name", || search("customer 77", LARGEST)),
        asked("search for a letter", || search("e", LARGEST)),
        asked("search for a letter, by name", || search("e", BY_NAME)),
    ]
}

/// Equal strings are found at the first question about them.
fn filters(snapshot: &Snapshot) -> Vec<String> {
    let filtered = |(what, filter)| {
        asked(&format!("summary of {what}"), || {
            let passing = snapshot.filter(&filter);
            black_box(snapshot.rows_filtered(&passing).len());
        })
    };
    let filters = [
        ("detached nodes", Filter::DetachedDom),
        ("the console", Filter::Console),
        ("event handlers", Filter::EventHandlers),
        ("contexts", Filter::Contexts),
        ("what is unreached", Filter::Unreached),
    ];
    filters.into_iter().map(filtered).collect()
}

fn sums(snapshot: &Snapshot) -> Vec<String> {
    let options = Options {
        width: 1400.0,
        height: 900.0,
        depth: 8,
        least: 60.0,
        alone: 500.0,
        strip: 16.0,
        rim: 2.0,
        most: 1500,
    };
    vec![
        asked("statistics", || {
            black_box(snapshot.statistics());
        }),
        asked("equal strings", || {
            black_box(snapshot.duplicate_strings(StringColumn::Wasted, 0..100));
        }),
        asked("treemap", || {
            black_box(snapshot.treemap(snapshot.graph().root(), &options).len());
        }),
    ]
}
