//! Large collections.

use heap::{Pattern, Snapshot};

use super::{drawn, edges, labels, notable, times, usual};

/// A Map of strings by number in which keys are numbers, or strings themselves.
fn map(count: u64, keys: bool) -> Snapshot {
    let fields = (0..count).flat_map(|at| {
        let key = keys.then(|| format!("internal {} -> @9", 35 + 3 * at));
        key.into_iter()
            .chain([format!("internal {} -> @{}", 36 + 3 * at, 100 + at)])
    });
    let fields: Vec<String> = fields.collect();
    let mut nodes = vec![
        "@7 object Object 16: cache -> @8".into(),
        "@8 object Map 16: internal table -> @10".into(),
        "@9 string key 12".into(),
        format!(
            "@10 array \"\" 8000: internal map -> @11, {}",
            fields.join(", ")
        ),
        "@11 native \"system / Map\" 0".into(),
    ];
    nodes.extend(times(count, 100, |id| format!("@{id} string text 200")));
    drawn("internal global -> @7", &nodes)
}

#[test]
fn a_large_map_is_found_and_its_entries_are_counted() {
    for keys in [false, true] {
        let (pattern, entries) = if keys {
            (Pattern::KeyedCache, "keys such as \"k…\"")
        } else {
            (Pattern::LargeCollection, "entries")
        };
        let found = notable(&map(1000, keys), pattern);
        assert_eq!(found.retained, 16 + 8000 + 200_000 + 12 * u64::from(keys));
        assert_eq!(
            labels(&found),
            [format!(
                "Map with 1,000 {entries} (cache of {{cache}} ← (GC roots)): 208 kB"
            )]
        );
        // Fewer entries have to weigh more.
        assert_eq!(notable(&map(730, keys), pattern).count, 1);
        assert_eq!(usual(&map(700, keys), pattern), None);
    }
}

#[test]
fn large_arrays_and_dictionaries_are_found() {
    for (object, edge, pattern) in [
        ("Array", "element", Pattern::LargeCollection),
        ("Object", "property", Pattern::KeyedCache),
    ] {
        let label = |at| {
            if edge == "element" {
                format!("{at}")
            } else {
                format!("key{at}")
            }
        };
        let mut nodes = vec![format!(
            "@10 object {object} 16: {}",
            edges(2000, 100, label)
        )];
        nodes.extend(times(2000, 100, |id| format!("@{id} object Item 50")));
        let found = notable(&drawn("internal x -> @10", &nodes), pattern);
        assert!(
            found.evidence[0]
                .label
                .starts_with(&format!("{object} with 2,000 "))
        );
    }
}

#[test]
fn many_light_entries_are_usual() {
    let mut nodes = vec![format!(
        "@10 object Array 16: {}",
        edges(2000, 100, |at| at.to_string())
    )];
    nodes.extend(times(2000, 100, |id| format!("@{id} object Item 12")));
    assert_eq!(
        usual(
            &drawn("internal x -> @10", &nodes),
            Pattern::LargeCollection
        )
        .unwrap()
        .count,
        1
    );
}

#[test]
fn fewer_entries_are_found_if_they_are_heavy() {
    let heap = |count: u64, bytes: u64| {
        let mut nodes = vec![
            "@9 object \"system / Context\" 24: context uploads -> @10".into(),
            format!(
                "@10 object Array 16: {}",
                edges(count, 100, |at| at.to_string())
            ),
        ];
        nodes.extend(times(count, 100, |id| format!("@{id} object Item {bytes}")));
        drawn("internal x -> @9", &nodes)
    };
    let found = notable(&heap(60, 20_000), Pattern::LargeCollection);
    assert_eq!(
        labels(&found),
        ["Array with 60 entries (variable uploads in a module scope): 1.2 MB"]
    );
    assert_eq!(notable(&heap(30, 1_000), Pattern::LargeCollection).count, 1);
    assert_eq!(usual(&heap(60, 900), Pattern::LargeCollection), None);
    assert_eq!(usual(&heap(29, 2_000), Pattern::LargeCollection), None);
    assert_eq!(usual(&heap(10, 200_000), Pattern::LargeCollection), None);
}
