//! What the browser keeps: timers, listeners, observers, DOM nodes, windows, logged objects.

use heap::{Pattern, Snapshot};

use super::{drawn, edges, labels, notable, times, usual};

/// Timers of one function, each with its own closure.
fn timers(count: u64) -> Snapshot {
    let list = edges(count, 100, |at| format!("{}", at + 1));
    let mut nodes = vec![
        format!("@10 native \"blink::(anonymous namespace)::DOMTimerCoordinator\" 56: {list}"),
        "@11 code tick 48".into(),
    ];
    nodes.extend(times(count, 100, |id| {
        format!("@{id} native DOMTimer 168: 1 -> @{}", id + 1000)
    }));
    nodes.extend(times(count, 1100, |id| {
        format!("@{id} native ScheduledAction 56: 2 -> @{}", id + 1000)
    }));
    nodes.extend(times(count, 2100, |id| {
        format!("@{id} native V8Function 32: 1 -> @{}", id + 1000)
    }));
    nodes.extend(times(count, 3100, |id| {
        format!("@{id} closure tick 28: internal shared -> @11")
    }));
    drawn("internal timers -> @10", &nodes)
}

#[test]
fn many_timers_of_one_function_are_found() {
    let found = notable(&timers(12), Pattern::Timers);
    assert_eq!(
        (found.count, found.retained),
        (12, 12 * (168 + 56 + 32 + 28))
    );
    assert_eq!(found.title, "12 timers, 3.4 kB retained");
    assert_eq!(labels(&found), ["12 timers of tick(): 3.4 kB"]);
}

#[test]
fn a_few_timers_are_usual() {
    assert_eq!(usual(&timers(5), Pattern::Timers).unwrap().count, 5);
    assert_eq!(usual(&timers(0), Pattern::Timers), None);
}

/// Timers as Node links them.
fn timeouts(count: u64) -> Snapshot {
    let mut nodes = vec![
        "@10 object TimersList 136: _idleNext -> @100".into(),
        "@11 code poll 48".into(),
        "@12 object Timeout 24: constructor -> @11".into(),
    ];
    nodes.extend(times(count, 100, |id| {
        let next = if id + 1 < 100 + count { id + 1 } else { 10 };
        format!(
            "@{id} object Timeout 176: _idleNext -> @{next}, _onTimeout -> @{}, __proto__ -> @12",
            id + 1000
        )
    }));
    nodes.extend(times(count, 1100, |id| {
        format!("@{id} closure poll 56: internal shared -> @11")
    }));
    drawn("internal lists -> @10", &nodes)
}

#[test]
fn timers_of_node_are_found() {
    let found = notable(&timeouts(10), Pattern::Timers);
    assert_eq!(
        (found.count, found.retained),
        (10, 10 * (176 + 56) + 48 + 24)
    );
    assert_eq!(usual(&timeouts(9), Pattern::Timers).unwrap().count, 9);
}

/// Listeners of one function, on one target or on one each.
fn listeners(count: u64, targets: u64) -> Snapshot {
    let mut nodes = vec!["@11 code onResize 48".into()];
    nodes.extend(times(targets, 100, |id| {
        format!("@{id} native Window 912: 1 -> @{}", id + 100)
    }));
    nodes.extend(times(targets, 200, |id| {
        let own = count / targets;
        let list = edges(own, 1000 + (id - 200) * own, |at| format!("{}", at + 1));
        format!("@{id} native \"blink::EventTargetData\" 56: 1 -> @{}\n@{} native \"blink::HeapVectorBacking<blink::RegisteredEventListener>\" 8: {list}", id + 100, id + 100)
    }));
    nodes.extend(times(count, 1000, |id| {
        format!(
            "@{id} native \"blink::RegisteredEventListener\" 16: 1 -> @{}",
            id + 1000
        )
    }));
    nodes.extend(times(count, 2000, |id| {
        format!("@{id} native EventListener 24: 1 -> @{}", id + 1000)
    }));
    nodes.extend(times(count, 3000, |id| {
        format!("@{id} native V8EventListener 40: 1 -> @{}", id + 1000)
    }));
    nodes.extend(times(count, 4000, |id| {
        format!("@{id} closure onResize 28: internal shared -> @11")
    }));
    drawn(&edges(targets, 100, |at| format!("internal w{at}")), &nodes)
}

#[test]
fn many_listeners_of_one_function_on_one_target_are_found() {
    let found = notable(&listeners(30, 1), Pattern::Listeners);
    assert_eq!(
        (found.count, found.retained),
        (30, 30 * (16 + 24 + 40 + 28))
    );
    assert_eq!(
        labels(&found),
        ["30 listeners of onResize() on Window: 3.2 kB"]
    );
}

#[test]
fn a_listener_on_each_of_many_targets_is_usual() {
    assert_eq!(
        usual(&listeners(30, 30), Pattern::Listeners).unwrap().count,
        30
    );
}

/// Listeners of an `EventEmitter`'s event.
fn emitter(count: u64) -> Snapshot {
    let mut nodes = vec![
        "@10 object Bus 120: _events -> @11".into(),
        "@11 object Object 24: tick -> @12".into(),
        format!(
            "@12 object Array 32: {}",
            edges(count, 100, |at| at.to_string())
        ),
        "@13 code on 56".into(),
    ];
    nodes.extend(times(count, 100, |id| {
        format!("@{id} closure on 64: internal shared -> @13")
    }));
    drawn("internal bus -> @10", &nodes)
}

#[test]
fn more_listeners_than_node_allows_are_found() {
    let found = notable(&emitter(11), Pattern::Listeners);
    assert_eq!(labels(&found), ["11 listeners of on() on Bus: 704 B"]);
    assert_eq!(usual(&emitter(10), Pattern::Listeners).unwrap().count, 10);
}

/// Observers with a function of the page, and as many of the browser's own.
fn observers(count: u64) -> Snapshot {
    let mut nodes = vec![
        format!(
            "@10 native IntersectionObserverController 112: {}",
            edges(2 * count, 100, |at| at.to_string())
        ),
        "@11 code seen 48".into(),
    ];
    nodes.extend(times(count, 100, |id| {
        format!("@{id} native IntersectionObserver 216: 1 -> @{}", id + 1000)
    }));
    nodes.extend(times(count, 100 + count, |id| {
        format!("@{id} native IntersectionObserver 216")
    }));
    nodes.extend(times(count, 1100, |id| {
        format!(
            "@{id} native IntersectionObserverDelegate 32: 1 -> @{}",
            id + 1000
        )
    }));
    nodes.extend(times(count, 2100, |id| {
        format!(
            "@{id} native V8IntersectionObserverCallback 32: 1 -> @{}",
            id + 1000
        )
    }));
    nodes.extend(times(count, 3100, |id| {
        format!("@{id} closure seen 28: internal shared -> @11")
    }));
    drawn("internal document -> @10", &nodes)
}

#[test]
fn observers_of_the_page_are_found() {
    let found = notable(&observers(15), Pattern::Observers);
    assert_eq!(
        (found.count, found.retained),
        (15, 15 * (216 + 32 + 32 + 28))
    );
    assert_eq!(usual(&observers(3), Pattern::Observers).unwrap().count, 3);
}

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
        ["3 trees like <ul class=big>, 15 nodes, 423 B, held by removed of Widget"]
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
    assert_eq!(labels(&found), ["20 Logged logged, 320 B"]);
    assert_eq!(usual(&logged(4), Pattern::Console).unwrap().count, 4);
}
