//! Closures that share a scope.

use heap::{Pattern, Snapshot};

use super::{drawn, edges, labels, notable, times, usual};

/// Calls of one function, with so many closures kept of each, and a variable that is held by the scope alone or not.
fn calls(count: u64, closures: u64, elsewhere: bool) -> Snapshot {
    let functions = edges(count * closures, 10_000, |at| at.to_string());
    let others = if elsewhere {
        edges(count, 200, |at| format!("internal o{at}"))
    } else {
        String::new()
    };
    let comma = if elsewhere { ", " } else { "" };
    let mut nodes = vec![
        format!("@10 object Array 16: {functions}"),
        "@11 code \"system / ScopeInfo\" 52".into(),
        "@12 object \"system / Context / scope @3\" 24: internal previous -> @13".into(),
        "@13 native \"system / NativeContext\" 1244".into(),
    ];
    nodes.extend(times(count, 100, |id| {
        format!("@{id} object \"system / Context / scope @4\" 20: context big -> @{}, internal scope_info -> @11, internal previous -> @12", id + 100)
    }));
    nodes.extend(times(count, 200, |id| format!("@{id} object Big 4000")));
    nodes.extend(times(count * closures, 10_000, |id| {
        format!(
            "@{id} closure f 28: internal context -> @{}",
            100 + (id - 10_000) / closures
        )
    }));
    drawn(&format!("internal all -> @10{comma}{others}"), &nodes)
}

#[test]
fn a_heavy_variable_of_a_shared_scope_is_found() {
    let snapshot = calls(5, 2, false);
    let found = notable(&snapshot, Pattern::SharedScope);
    assert_eq!((found.count, found.retained), (5, 5 * 4020));
    assert_eq!(
        labels(&found),
        ["5 scopes with `big` of up to 4 kB, shared by two closures or more: 20.1 kB"]
    );
    let edge = found.evidence[0].edge.unwrap();
    assert_eq!(
        snapshot.graph().raw_name(snapshot.graph().target(edge)),
        b"Big"
    );
}

#[test]
fn a_scope_of_one_closure_a_light_one_and_a_modules_are_usual() {
    assert_eq!(
        usual(&calls(5, 1, false), Pattern::SharedScope)
            .unwrap()
            .count,
        5
    );
    assert_eq!(usual(&calls(5, 2, true), Pattern::SharedScope), None);
    assert_eq!(
        usual(&calls(1, 9, false), Pattern::SharedScope)
            .unwrap()
            .count,
        1
    );
}
