//! Bytes kept by little things: slices, emptied collections, empty `WeakRef`s, buffers.

use heap::{Pattern, Snapshot};

use super::{drawn, edges, labels, notable, times, usual};

/// Slices of large strings, which something else may hold, too; `length` is what the slices need.
fn slices(count: u64, elsewhere: bool, length: &str) -> Snapshot {
    let others = if elsewhere {
        edges(count, 200, |at| format!(", internal o{at}"))
    } else {
        String::new()
    };
    let mut nodes = vec![
        format!(
            "@10 object Array 16: {}",
            edges(count, 100, |at| at.to_string())
        ),
        "@11 number int 0: internal value -> @12".into(),
        format!("@12 string \"{length}\" 0"),
    ];
    nodes.extend(times(count, 100, |id| {
        format!("@{id} sliced-string \"(sliced string)\" 20: internal length -> @11, internal parent -> @{}", id + 100)
    }));
    nodes.extend(times(count, 200, |id| format!("@{id} string long 20000")));
    let others = others.replace(", ,", ",");
    drawn(&format!("internal slices -> @10{others}"), &nodes)
}

#[test]
fn large_strings_kept_by_slices_are_found() {
    let found = notable(&slices(20, false, "40"), Pattern::SlicedStrings);
    assert_eq!((found.count, found.retained), (20, 400_000));
    assert_eq!(
        found.title,
        "20 strings of 400 kB together, kept by slices only"
    );
}

#[test]
fn slices_of_strings_in_use_are_usual() {
    assert_eq!(usual(&slices(20, true, "40"), Pattern::SlicedStrings), None);
    assert_eq!(
        usual(&slices(20, false, "19000"), Pattern::SlicedStrings),
        None
    );
    assert_eq!(
        usual(&slices(1, false, "40"), Pattern::SlicedStrings)
            .unwrap()
            .count,
        1
    );
}

/// An array of so many objects and a WeakMap of so many pairs, with room for much more.
fn emptied(used: u64, bytes: u64) -> Snapshot {
    let name = |kind: &str, at: u64| {
        format!("{at} / part of key ({kind} @5) -> value ({kind} @5) pair in WeakMap (table @22)")
    };
    let holes = edges(1, 5, |at| {
        format!("internal \"{}\"", name("system / Hole", at))
    });
    let pairs = edges(used, 100, |at| format!("internal \"{}\"", name("Key", at)));
    let mut nodes = vec![
        "@3 \"object-shape\" \"system / Map\" 40".replace('"', ""),
        "@5 native \"system / Hole\" 0".into(),
        format!(
            "@10 object Array 16: {}, internal elements -> @11",
            edges(used, 100, |at| at.to_string())
        ),
        format!("@11 array \"(object elements)\" {bytes}"),
        "@21 object WeakMap 16: internal table -> @22".into(),
        format!("@22 array \"\" {bytes}: {pairs}, {holes}"),
    ];
    nodes[0] = "@3 object-shape \"system / Map\" 40".into();
    nodes.extend(times(used, 100, |id| format!("@{id} object Item 16")));
    drawn(
        "internal a -> @10, internal w -> @21, internal m -> @3",
        &nodes,
    )
}

#[test]
fn room_of_entries_that_are_gone_is_found() {
    let found = notable(&emptied(10, 400_000), Pattern::Capacity);
    assert_eq!(found.count, 2);
    assert_eq!(found.retained, (400_000 - 40) + (400_016 - 80));
    assert_eq!(
        labels(&found),
        [
            "Array with room for entries that are gone: 399 kB",
            "WeakMap with room for entries that are gone: 399 kB"
        ]
    );
}

#[test]
fn room_in_use_and_small_rooms_are_usual() {
    assert_eq!(usual(&emptied(2000, 16_000), Pattern::Capacity), None);
    assert_eq!(usual(&emptied(1, 40_000), Pattern::Capacity), None);
}

#[test]
fn arrays_of_numbers_are_not_empty() {
    let nodes = [
        "@10 object Array 16: internal elements -> @11".into(),
        "@11 array \"(object elements)\" 400000".to_string(),
    ];
    assert_eq!(
        usual(&drawn("internal a -> @10", &nodes), Pattern::Capacity),
        None
    );
}

/// `WeakRef`s, some of them empty, and their prototype.
fn weak_refs(empty: u64, full: u64) -> Snapshot {
    let mut nodes = vec![
        format!(
            "@10 object Array 16: {}",
            edges(empty + full, 100, |at| at.to_string())
        ),
        "@11 object WeakRef 28: constructor -> @12".into(),
        "@12 closure WeakRef 32: prototype -> @11".into(),
    ];
    nodes.extend(times(empty, 100, |id| {
        format!("@{id} object WeakRef 16: __proto__ -> @11")
    }));
    nodes.extend(times(full, 100 + empty, |id| {
        format!("@{id} object WeakRef 16: weak target -> @10, __proto__ -> @11")
    }));
    drawn("internal refs -> @10, internal c -> @12", &nodes)
}

#[test]
fn empty_weak_refs_are_found() {
    let found = notable(&weak_refs(20, 20), Pattern::EmptyWeakRefs);
    assert_eq!((found.count, found.retained), (20, 320));
    assert_eq!(
        usual(&weak_refs(3, 20), Pattern::EmptyWeakRefs)
            .unwrap()
            .count,
        3
    );
    assert_eq!(usual(&weak_refs(0, 20), Pattern::EmptyWeakRefs), None);
}

/// Buffers of one size, each with a view of it.
fn buffers(count: u64, bytes: u64) -> Snapshot {
    let mut nodes = vec![format!(
        "@10 object Array 16: {}",
        edges(count, 100, |at| at.to_string())
    )];
    nodes.extend(times(count, 100, |id| {
        format!(
            "@{id} object Uint8Array 60: internal buffer -> @{}",
            id + 1000
        )
    }));
    nodes.extend(times(count, 1100, |id| {
        format!(
            "@{id} object ArrayBuffer 52: internal backing_store -> @{}",
            id + 1000
        )
    }));
    nodes.extend(times(count, 2100, |id| {
        format!("@{id} native \"system / JSArrayBufferData\" {bytes}")
    }));
    drawn("internal uploads -> @10", &nodes)
}

#[test]
fn buffers_of_one_size_are_found() {
    let found = notable(&buffers(100, 100_000), Pattern::ArrayBuffers);
    assert_eq!((found.count, found.retained), (100, 10_000_000));
    assert_eq!(labels(&found), ["100 buffers of 100 kB: 10 MB"]);
    assert_eq!(
        usual(&buffers(10, 100_000), Pattern::ArrayBuffers)
            .unwrap()
            .count,
        10
    );
    assert_eq!(
        usual(&buffers(100, 1_000), Pattern::ArrayBuffers)
            .unwrap()
            .count,
        100
    );
}
