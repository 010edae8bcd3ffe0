//! Comparisons beside DevTools' Comparison view.

use heap::{
    Column, Comparison, ComparisonRow, NodeIx, Series, Snapshot, Sort, made_between_and_still_there,
};
use serde_json::{Value, json};

use super::{
    figures::{differs, text},
    fixture,
};

const PAIRS: [&str; 5] = [
    "node-pair",
    "node-pair-last",
    "node-pair-whole",
    "node-pair-back",
    "chromium-pair",
];

#[test]
fn comparisons_of_real_files_are_devtools() {
    for name in PAIRS {
        let oracle = fixture::json(&format!("{name}.diff.json"));
        let [before, after] =
            ["before", "after"].map(|side| snapshot(oracle[side].as_str().unwrap()));
        check(&before, &after, &oracle, name);
    }
}

#[test]
fn comparisons_of_random_graphs_are_devtools() {
    let mut compared = 0;
    for graph in fixture::json("random.json")["graphs"].as_array().unwrap() {
        if graph["later"].is_null() || !graph["diff"]["rows"].is_array() {
            continue;
        }
        let [before, after] = ["snapshot", "later"]
            .map(|side| fixture::open(graph[side].as_str().unwrap().as_bytes()));
        check(
            &before,
            &after,
            &graph["diff"],
            &format!("graph {}", graph["seed"]),
        );
        compared += 1;
    }
    assert!(compared > 200, "{compared}");
}

#[test]
fn what_was_made_between_and_is_still_there_is_known_by_name() {
    let [before, after, last] =
        ["before", "after", "last"].map(|name| snapshot(&format!("node-pair-{name}")));
    let made = made_between_and_still_there(&before, &after, &last);
    let count = |name: &str| {
        let row = made.rows().iter().find(|row| row.name == name.as_bytes());
        row.map_or(0, |row| row.count)
    };
    // Of 60 new sessions none was taken off the list; those of the map went with it.
    assert_eq!((count("Session"), count("Draft")), (60, 0));
    let error = made
        .objects(b",Draft", Sort::ascending(Column::Id), 0..1)
        .unwrap_err();
    assert_eq!(error.code, heap::Code::NoSuchClass);
    for row in made.rows() {
        let all = made
            .objects(&row.key, Sort::ascending(Column::Id), 0..usize::MAX)
            .unwrap()
            .rows;
        assert_eq!(all.len(), row.count as usize);
        let sizes: u64 = all.iter().map(|node| last.shallow_size(*node)).sum();
        assert_eq!(sizes, row.shallow);
        for node in all {
            let id = last.graph().id(node);
            assert!(before.graph().find(id).is_none() && after.graph().find(id).is_some());
        }
    }
}

#[test]
fn what_grew_in_every_step_is_found() {
    let files = ["before", "after", "last"].map(|name| snapshot(&format!("node-pair-{name}")));
    let series = Series::new(&files.each_ref());
    let class = |name: &[u8]| {
        let row = series.classes().iter().find(|row| row.name == name);
        row.map(|row| row.counts.as_slice())
    };
    // Both classes of that name stand at one place.
    assert_eq!(class(b"Local"), Some(&[100, 160, 170][..]));
    assert_eq!(
        class(b"Session"),
        None,
        "80 and more were let go in the last step"
    );
    // `list`, `locals` and `record`; the `Map`, the `Set` and the `WeakMap` shrank, `shapes` stayed.
    let names: Vec<&[u8]> = series
        .collections()
        .iter()
        .map(|row| row.name.as_slice())
        .collect();
    assert_eq!(names, [&b"Array"[..], b"Array", b"Object"]);
    for row in series.collections() {
        assert_eq!(row.references, [100, 160, 170]);
        assert!(row.grows_in_references() && !row.grows_in_size());
        assert_eq!(files[2].graph().id(row.node), row.id);
    }
    assert!(Series::new(&files.each_ref()[..1]).classes().is_empty());
}

fn snapshot(name: &str) -> Snapshot {
    fixture::open(&fixture::bytes(&format!("{name}.heapsnapshot")))
}

fn check(before: &Snapshot, after: &Snapshot, oracle: &Value, name: &str) {
    let comparison = Comparison::new(before, after);
    let ours: Vec<Value> = comparison.rows().iter().map(row).collect();
    let theirs = oracle["rows"].as_array().unwrap();
    assert_eq!(ours.len(), theirs.len(), "{name}");
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert_eq!(differs(name, ours, theirs), None);
    }
    for class in oracle["ids"].as_array().unwrap() {
        let same = |row: &&ComparisonRow| text(&row.key) == class["key"];
        let key = &comparison.rows().iter().find(same).unwrap().key;
        let all = 0..usize::MAX;
        let added = comparison
            .added(key, Sort::ascending(Column::Id), all.clone())
            .unwrap()
            .rows;
        let removed = comparison
            .removed(key, Sort::ascending(Column::Id), all)
            .unwrap()
            .rows;
        assert_eq!(
            ids(after, &added),
            class["added"],
            "{name} {}",
            class["key"]
        );
        assert_eq!(
            ids(before, &removed),
            class["deleted"],
            "{name} {}",
            class["key"]
        );
        let part = comparison
            .added(key, Sort::ascending(Column::Id), 1..4)
            .unwrap()
            .rows;
        assert_eq!(part, added[1.min(added.len())..4.min(added.len())]);
    }
}

fn ids(snapshot: &Snapshot, nodes: &[NodeIx]) -> Value {
    nodes
        .iter()
        .map(|node| snapshot.graph().id(*node).0)
        .collect()
}

fn row(row: &ComparisonRow) -> Value {
    json!([
        text(&row.key),
        text(&row.name),
        row.added_count,
        row.removed_count,
        row.count_delta(),
        row.added_size,
        row.removed_size,
        row.size_delta()
    ])
}
