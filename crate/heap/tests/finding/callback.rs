//! What keeps functions to call them: timers, listeners, observers.

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
    assert_eq!(labels(&found), ["11 listeners of on() on Bus: 760 B"]);
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

#[test]
fn a_function_is_named_with_its_place() {
    for (edge, script) in [
        ("script", "system / Script / https://app.example/app.js"),
        ("script_or_debug_info", "file:///srv/app/app.js"),
    ] {
        let mut nodes = vec![
            format!(
                "@10 object Array 16: {}",
                edges(10, 100, |at| at.to_string())
            ),
            format!("@11 code poll 48: internal {edge} -> @12"),
            format!("@12 code \"{script}\" 144"),
        ];
        nodes.extend(times(10, 100, |id| {
            format!("@{id} object Timeout 176: _onTimeout -> @{}", id + 1000)
        }));
        nodes.extend(times(10, 1100, |id| {
            format!("@{id} closure \"\" 56 at 7:11:4: internal shared -> @11")
        }));
        let found = notable(&drawn("internal lists -> @10", &nodes), Pattern::Timers);
        assert_eq!(
            labels(&found),
            ["10 timers of (anonymous)() (app.js:12:5): 2.5 kB"]
        );
    }
}

#[test]
fn bound_functions_are_those_they_were_made_from() {
    let timers = |functions: u64| {
        let mut nodes = vec![format!(
            "@10 object Array 16: {}",
            edges(12, 100, |at| at.to_string())
        )];
        nodes.extend(times(12, 100, |id| {
            format!("@{id} object Timeout 176: _onTimeout -> @{}", id + 1000)
        }));
        nodes.extend(times(12, 1100, |id| {
            let function = 2000 + (id - 1100) % functions;
            format!("@{id} closure native_bind 48: internal bound_function -> @{function}")
        }));
        nodes.extend(times(functions, 2000, |id| {
            format!("@{id} closure tick 56: internal shared -> @{}", id + 1000)
        }));
        nodes.extend(times(functions, 3000, |id| format!("@{id} code tick 48")));
        drawn("internal lists -> @10", &nodes)
    };
    let found = notable(&timers(1), Pattern::Timers);
    assert_eq!(labels(&found), ["12 timers of tick(): 2.7 kB"]);
    assert_eq!(
        usual(&timers(3), Pattern::Timers).unwrap().evidence.len(),
        3
    );
}

/// Listeners of one function, a list for each event, or all of one event.
fn of_events(lists: u64, of_each: u64, target: &str) -> Snapshot {
    let mut nodes = vec![
        "@2000 code onEvent 48".into(),
        format!("@2001 {target}: 1 -> @2002"),
        format!(
            "@2002 native \"blink::EventTargetData\" 8: {}",
            edges(lists, 100, |at| at.to_string())
        ),
    ];
    nodes.extend(times(lists, 100, |id| {
        let first = 300 + (id - 100) * of_each;
        let all = edges(of_each, first, |at| at.to_string());
        format!(
            "@{id} native \"blink::HeapVectorBacking<blink::RegisteredEventListener>\" 8: {all}"
        )
    }));
    nodes.extend(times(lists * of_each, 300, |id| {
        format!(
            "@{id} native \"blink::RegisteredEventListener\" 8: 1 -> @{}",
            id + 200
        )
    }));
    nodes.extend(times(lists * of_each, 500, |id| {
        format!("@{id} native V8EventListener 8: 1 -> @3000")
    }));
    nodes.push("@3000 closure onEvent 28: internal shared -> @2000".into());
    drawn("internal target -> @2001", &nodes)
}

#[test]
fn one_function_for_many_events_is_no_pile() {
    let found = usual(&of_events(71, 1, "native \"<div>\" 8"), Pattern::Listeners);
    assert_eq!(
        found.unwrap().evidence[0].label,
        "1 listener of onEvent() on <div>: 1.1 kB"
    );
    let found = notable(&of_events(1, 71, "native \"<div>\" 8"), Pattern::Listeners);
    assert_eq!(
        labels(&found),
        ["71 listeners of onEvent() on <div>: 1.2 kB"]
    );
}

#[test]
fn listeners_on_a_detached_node_go_with_it() {
    let detached = "native \"<div class=big>\" 8 detached";
    let found = usual(&of_events(1, 71, detached), Pattern::Listeners).unwrap();
    assert!(
        found.evidence[0]
            .label
            .starts_with("71 listeners of onEvent() on each detached <div>: ")
    );
}
