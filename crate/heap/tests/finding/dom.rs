//! DOM nodes, windows and logged objects.

use heap::{Pattern, Snapshot};

use super::{drawn, edges, labels, notable, times, usual};

/// Trees of a list and its items, held by an array.
fn trees(count: u64, items: u64) -> Snapshot {
    let mut nodes = vec![
        "@9 object Widget 16: removed -> @10".into(),
        format!(
            "@10 object Array 16: {}",
            edges(count, 100, |at| at.to_string())
        ),
    ];
    nodes.extend(times(count, 100, |id| {
        let first = 1000 * id;
        format!("@{id} native \"<ul class=big>\" 100 detached: 3 -> @{first}, 4 -> @{id}")
    }));
    for root in 100..100 + count {
        let first = 1000 * root;
        nodes.extend(times(items, first, |id| {
            let next = if id + 1 < first + items {
                format!(", 3 -> @{}", id + 1)
            } else {
                String::new()
            };
            format!(
                "@{id} native \"<li>\" 10 detached: 1 -> @{root}, 5 -> @{}{next}",
                root + 500
            )
        }));
        nodes.push(format!(
            "@{} native \"blink::NodeRareData\" 1 detached",
            root + 500
        ));
    }
    drawn("internal widget -> @9", &nodes)
}

#[test]
fn detached_trees_are_grouped_by_what_holds_them() {
    let snapshot = trees(3, 4);
    let found = notable(&snapshot, Pattern::DetachedTree);
    assert_eq!(
        (found.count, found.retained),
        (3 * 5, 3 * (100 + 4 * 10 + 1))
    );
    assert_eq!(
        found.title,
        "15 detached DOM nodes held from 1 place retain 423 B"
    );
    assert_eq!(
        labels(&found),
        ["3 trees like <ul>, 15 nodes, held by [0] of removed of Widget: 423 B"]
    );
    let graph = snapshot.graph();
    let edge = found.evidence[0].edge.unwrap();
    assert_eq!(graph.raw_name(graph.source(edge)), b"Array");
    assert_eq!(
        found.objects(0..3),
        [100, 101, 102].map(|id| graph.find(heap::ObjectId(id)).unwrap())
    );
    assert_eq!(found.objects(14..99).len(), 1);
    assert!(found.objects(99..100).is_empty());
}

#[test]
fn a_few_detached_nodes_are_usual() {
    assert_eq!(usual(&trees(1, 4), Pattern::DetachedTree).unwrap().count, 5);
}

#[test]
fn nodes_in_a_document_are_not_detached() {
    let nodes = times(50, 100, |id| format!("@{id} native \"<li>\" 10 attached"));
    let snapshot = drawn(&edges(50, 100, |at| format!("internal n{at}")), &nodes);
    assert_eq!(usual(&snapshot, Pattern::DetachedTree), None);
}

#[test]
fn the_window_of_a_removed_frame_is_found() {
    let nodes = |state: &str| {
        vec![
            "@10 native Window 912: shortcut native_context -> @12, 5 -> @11".into(),
            format!("@11 native HTMLDocument 3456 {state}"),
            "@12 native \"system / NativeContext\" 1244".to_string(),
        ]
    };
    let found = notable(
        &drawn("internal frame -> @10", &nodes("detached")),
        Pattern::DetachedWindow,
    );
    assert_eq!(found.count, 1);
    assert_eq!(found.retained, 912 + 3456);
    assert_eq!(
        usual(
            &drawn("internal frame -> @10", &nodes("attached")),
            Pattern::DetachedWindow
        ),
        None
    );
}

/// Objects that were logged, each twice.
fn logged(count: u64) -> Snapshot {
    let handle = |at| format!("internal \"{at} / DevTools console\"");
    let twice = format!(
        "{}, {}",
        edges(count, 100, handle),
        edges(count, 100, |at| handle(at + 500))
    );
    let mut nodes = vec![format!(
        "@10 synthetic \"(Global handles)\" 0: {twice}, internal 1 -> @11"
    )];
    nodes.push("@11 object Kept 16".into());
    nodes.extend(times(count, 100, |id| format!("@{id} object Logged 16")));
    drawn("element 1 -> @10", &nodes)
}

#[test]
fn objects_held_by_the_console_are_found() {
    let found = notable(&logged(20), Pattern::Console);
    assert_eq!((found.count, found.retained), (20, 320));
    assert_eq!(labels(&found), ["20 Logged logged: 320 B"]);
    assert_eq!(usual(&logged(4), Pattern::Console).unwrap().count, 4);
}
