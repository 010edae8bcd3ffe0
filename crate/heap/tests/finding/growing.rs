//! Collections that grow from snapshot to snapshot.

use heap::{Pattern, Snapshot, growing};

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
        ["Array with 170 entries (list of Object): 100, 160, 170"]
    );
}

#[test]
fn a_collection_may_be_born_later() {
    let heaps = [heap(0, 0), heap(100, 100), heap(120, 150)];
    let without = drawn("internal other -> @5", &["@5 object Other 16".into()]);
    let found = growing(&[&without, &heaps[1], &heaps[2]]);
    assert_eq!(labels(&found[0]).len(), 2);
}

#[test]
fn what_stays_or_shrinks_or_hardly_grows_is_not() {
    let heaps = [heap(100, 100), heap(100, 90), heap(119, 200)];
    assert_eq!(growing(&heaps.each_ref()), []);
    assert_eq!(growing(&[&heaps[0], &heaps[0]]), []);
    assert_eq!(growing(&[&heaps[0]]), []);
    assert_eq!(growing(&[]), []);
}
