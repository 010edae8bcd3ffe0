//! What a registry, Node or several collections keep.

use heap::{Pattern, Snapshot};

use super::{drawn, edges, labels, notable, times, usual};

/// A Map and an array with the same records, 1.5 kB each; the array has others if they are not `shared`.
fn indexes(shared: bool) -> Snapshot {
    let of_array = if shared { 1000 } else { 3000 };
    let mut nodes = vec![
        "@7 object Store 16: byId -> @8, byAge -> @9".to_owned(),
        "@8 object Map 16: internal table -> @10".into(),
        format!(
            "@9 object Array 16: {}",
            edges(100, of_array, |at| at.to_string())
        ),
        format!(
            "@10 array \"\" 80: {}",
            edges(100, 1000, |at| format!("internal {}", 10 + 3 * at))
        ),
    ];
    nodes.extend(times(100, 1000, |id| format!("@{id} object Record 1500")));
    nodes.extend(times(100, 3000, |id| format!("@{id} object Other 500")));
    let others = if shared {
        edges(100, 3000, |at| format!(", internal o{at}"))
    } else {
        String::new()
    };
    let others = others.replace(", , ", ", ");
    drawn(&format!("internal store -> @7{others}"), &nodes)
}

#[test]
fn collections_that_share_their_entries_are_weighed_together() {
    let found = notable(&indexes(true), Pattern::SharedEntries);
    assert_eq!(
        (found.count, found.retained),
        (2, 100 * 1500 + 16 + 16 + 80)
    );
    assert_eq!(
        labels(&found),
        ["100 entries shared by Map (byId of Store) and Array (byAge of Store): 150 kB"]
    );
    assert_eq!(usual(&indexes(false), Pattern::SharedEntries), None);
}

/// Requests that a registry waits for, with what it will hand over.
fn registry(held: bool) -> Snapshot {
    let mut nodes = vec![format!(
        "@7 object FinalizationRegistry 16: {}",
        edges(30, 100, |at| format!("hidden {at}"))
    )];
    nodes.extend(times(30, 100, |id| {
        format!("@{id} hidden \"system / WeakCell\" 30: weak target -> @{}, hidden 0 -> @7, hidden 2 -> @{}", id + 100, id + 200)
    }));
    nodes.extend(times(30, 200, |id| format!("@{id} object Request 500")));
    nodes.extend(times(30, 300, |id| {
        if held {
            format!("@{id} object Held 20: signal -> @{}", id - 100)
        } else {
            format!("@{id} object Held 20")
        }
    }));
    let others = if held {
        String::new()
    } else {
        edges(30, 200, |at| format!(", internal r{at}")).replace(", , ", ", ")
    };
    drawn(&format!("internal registry -> @7{others}"), &nodes)
}

#[test]
fn a_registry_that_keeps_its_own_targets_is_found() {
    let found = notable(&registry(true), Pattern::FinalizationHeld);
    assert_eq!((found.count, found.retained), (30, 15_000));
    assert!(found.pattern.is_leak_alone());
    assert_eq!(
        labels(&found),
        ["30 Request reached from the held values of a FinalizationRegistry: 15 kB"]
    );
    assert_eq!(usual(&registry(false), Pattern::FinalizationHeld), None);
}

/// Ports of Node's; open ones are roots.
fn ports(kind: &str, count: u64) -> Snapshot {
    let mut nodes: Vec<String> = times(count, 100, |id| {
        format!(
            "@{id} {kind} \"Node / MessagePort\" 100: internal native_to_javascript -> @{}",
            id + 200
        )
    });
    nodes.extend(times(count, 300, |id| {
        format!("@{id} object MessagePort 50")
    }));
    drawn(&edges(count, 100, |at| format!("internal p{at}")), &nodes)
}

#[test]
fn handles_that_node_keeps_open_are_found() {
    let found = notable(&ports("synthetic", 24), Pattern::OpenHandles);
    assert_eq!(found.count, 24);
    assert_eq!(
        labels(&found),
        ["24 MessagePort kept open by Node (never closed): 3.6 kB"]
    );
    assert_eq!(
        usual(&ports("synthetic", 4), Pattern::OpenHandles)
            .unwrap()
            .count,
        4
    );
    assert_eq!(usual(&ports("native", 24), Pattern::OpenHandles), None);
}

#[test]
fn many_realms_are_found() {
    let realms = |count: u64| {
        let nodes = times(count, 100, |id| {
            format!("@{id} hidden \"system / NativeContext\" 1000")
        });
        drawn(&edges(count, 100, |at| format!("internal n{at}")), &nodes)
    };
    assert_eq!(
        labels(&notable(&realms(30), Pattern::Realms)),
        ["30 realms: 30 kB"]
    );
    assert_eq!(usual(&realms(3), Pattern::Realms).unwrap().count, 3);
}
