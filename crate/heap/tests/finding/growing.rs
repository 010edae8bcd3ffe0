//! Collections that grow from snapshot to snapshot.

use heap::{Pattern, Series, Snapshot, growing};

use super::{drawn, edges, labels, times};

/// An array and a Set with so many entries.
fn heap(array: u64, set: u64) -> Snapshot {
    let mut nodes = vec![
        "@7 object Object 16: list -> @8, members -> @9".into(),
        format!(
            "@8 object Array 16: {}",
            edges(array, 100, |at| at.to_string())
        ),
        "@9 object Set 16: internal table -> @10".into(),
        format!(
            "@10 array \"\" 80: {}",
            edges(set, 5000, |at| format!("internal {}", 10 + 2 * at))
        ),
    ];
    nodes.extend(times(array, 100, |id| format!("@{id} object Item 20")));
    nodes.extend(times(set, 5000, |id| format!("@{id} string member 10")));
    drawn("internal global -> @7", &nodes)
}

#[test]
fn what_has_more_entries_in_each_snapshot_is_found() {
    let heaps = [heap(100, 50), heap(160, 50), heap(170, 60)];
    let found = growing(&heaps.each_ref());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].pattern, Pattern::GrowingCollection);
    assert!(found[0].is_notable);
    assert_eq!(found[0].retained, 16 + 170 * 20);
    assert_eq!(
        labels(&found[0]),
        ["Array (list of Object): 100, 160, 170 references"]
    );
}

#[test]
fn a_collection_may_be_born_later() {
    let heaps = [heap(0, 0), heap(100, 100), heap(120, 150)];
    let without = drawn("internal other -> @5", &["@5 object Other 16".into()]);
    let found = growing(&[&without, &heaps[1], &heaps[2]]);
    assert_eq!(
        labels(&found[0]),
        [
            "Array (list of Object): 100, 120 references",
            "Set (members of Object): 100, 150 references"
        ]
    );
}

#[test]
fn a_comparison_of_the_same_files_lists_the_same_collections() {
    let without = drawn("internal other -> @5", &["@5 object Other 16".into()]);
    let heaps = [without, heap(100, 30), heap(160, 60), heap(170, 90)];
    let heaps = heaps.each_ref();
    let mut compared: Vec<_> = Series::new(&heaps)
        .collections()
        .iter()
        .map(|row| (row.node, row.born))
        .collect();
    compared.sort();
    assert_eq!(compared.iter().map(|row| row.1).collect::<Vec<_>>(), [1, 1]);
    let mut found = growing(&heaps)[0].objects(0..9).to_vec();
    found.sort();
    assert_eq!(found, compared.iter().map(|row| row.0).collect::<Vec<_>>());
}

#[test]
fn what_stopped_growing_is_not_taken_for_new() {
    let heaps = [heap(100, 30), heap(50, 30), heap(90, 30), heap(140, 30)];
    assert_eq!(growing(&heaps.each_ref()), []);
    assert!(Series::new(&heaps.each_ref()).collections().is_empty());
    // From its smallest on it grows.
    assert_eq!(labels(&growing(&heaps.each_ref()[1..])[0]).len(), 1);
}

#[test]
fn an_array_of_numbers_grows_by_its_bytes() {
    let heap = |bytes: u64| {
        let nodes = [
            "@7 object Object 16: numbers -> @9".into(),
            "@9 object Array 16: internal elements -> @11".into(),
            format!("@11 array \"\" {bytes}"),
        ];
        drawn("internal global -> @7", &nodes)
    };
    let heaps = [heap(800), heap(1600), heap(8000)];
    let found = growing(&heaps.each_ref());
    assert_eq!(
        labels(&found[0]),
        ["Array (numbers of Object): 816 B, 1.6 kB, 8 kB"]
    );
    assert_eq!(growing(&[&heap(800), &heap(900)]), []);
}

#[test]
fn what_stays_or_shrinks_or_hardly_grows_is_not() {
    let heaps = [heap(100, 100), heap(100, 90), heap(119, 200)];
    assert_eq!(growing(&heaps.each_ref()), []);
    assert_eq!(growing(&[&heaps[0], &heaps[0]]), []);
    assert_eq!(growing(&[&heaps[0]]), []);
    assert_eq!(growing(&[]), []);
}
