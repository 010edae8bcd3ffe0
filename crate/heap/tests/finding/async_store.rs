//! Stores of async contexts, as Node 20 and Node 24 keep them, and chains of promises.

use heap::{GrowthOptions, Pattern, Snapshot, growth};

use super::{drawn, edges, labels, notable, times, usual};

/// How a resource has its store: itself, or by a frame.
#[derive(Clone, Copy, PartialEq)]
enum Node {
    V20,
    V24,
}

/// Armed timers of `late()`, each begun in the context of a request with 1.2 kB.
fn timers(node: Node, count: u64, also_in: &str) -> Snapshot {
    let mut nodes = vec![
        format!("@7 object TimersList 16: _idleNext -> @100{also_in}"),
        "@9 code late 48".into(),
        "@8 object AsyncLocalStorage 16".into(),
    ];
    let symbol = match node {
        Node::V20 => "<symbol kResourceStore>",
        Node::V24 => "<symbol kAsyncContextFrame>",
    };
    nodes.extend(times(count, 100, |id| {
        let next = if id + 1 < 100 + count { id + 1 } else { 7 };
        let store = if node == Node::V20 { id + 2000 } else { id + 3000 };
        format!(
            "@{id} object Timeout 100: _idleNext -> @{next}, _onTimeout -> @{}, \"{symbol}\" -> @{store}",
            id + 1000
        )
    }));
    nodes.extend(times(count, 1100, |id| {
        format!("@{id} closure late 28: internal shared -> @9")
    }));
    nodes.extend(times(count, 2100, |id| {
        format!("@{id} object Request 1200")
    }));
    if node == Node::V24 {
        nodes.extend(times(count, 3100, |id| {
            format!(
                "@{id} object AsyncContextFrame 32: internal table -> @{}",
                id + 1000
            )
        }));
        nodes.extend(times(count, 4100, |id| {
            format!(
                "@{id} array \"\" 80: internal 5 -> @8, internal 6 -> @{}",
                id - 2000
            )
        }));
    }
    drawn("internal timers -> @7", &nodes)
}

#[test]
fn stores_that_timers_keep_are_found_in_both_ages_of_node() {
    for node in [Node::V20, Node::V24] {
        let found = notable(&timers(node, 30, ""), Pattern::AsyncStores);
        assert_eq!((found.count, found.retained), (30, 30 * 1200));
        let [label] = labels(&found)[..] else {
            panic!("{found:?}")
        };
        let text = "30 stores (Request) of AsyncLocalStorage kept by timers of late(): ";
        assert!(label.starts_with(text), "{label}");
        let few = usual(&timers(node, 19, ""), Pattern::AsyncStores);
        assert_eq!(few.unwrap().count, 19);
    }
}

#[test]
fn stores_that_something_else_holds_are_not_kept_by_a_context() {
    let direct = format!(", {}", edges(30, 2100, |at| format!("s{at}")));
    for node in [Node::V20, Node::V24] {
        let found = usual(&timers(node, 30, &direct), Pattern::AsyncStores);
        assert_eq!(found, None);
    }
}

#[test]
fn a_store_of_many_resources_is_one() {
    let mut nodes = vec![format!(
        "@7 object Array 16: {}",
        edges(40, 100, |at| at.to_string())
    )];
    nodes.extend(times(40, 100, |id| {
        format!("@{id} object AsyncResource 48: \"<symbol kResourceStore>\" -> @8")
    }));
    nodes.push("@8 object Settings 90000".into());
    let found = usual(&drawn("internal all -> @7", &nodes), Pattern::AsyncStores);
    assert_eq!(found.unwrap().count, 1);
}

#[test]
fn timers_that_grow_are_said_by_the_stores_they_keep() {
    for node in [Node::V20, Node::V24] {
        let heaps = [2, 19, 36].map(|count| timers(node, count, ""));
        let growth = growth(&heaps.each_ref(), &GrowthOptions::default());
        let first = &growth.findings[0];
        assert_eq!(first.pattern, Pattern::AsyncStores);
        assert_eq!(
            labels(first),
            [
                "36 stores (Request) of AsyncLocalStorage kept by timers of late(): 2, 19, 36, 100 % of the growth"
            ]
        );
        assert!(
            growth
                .findings
                .iter()
                .all(|finding| finding.pattern != Pattern::Timers)
        );
    }
}

/// Sockets as Node 24 has them: their handles are no roots, what stands for them in a script is one.
fn sockets(count: u64, roots: &str) -> Snapshot {
    let mut nodes = vec![
        format!(
            "@7 synthetic \"{roots}\" 0: {}",
            edges(count, 100, |at| at.to_string())
        ),
        "@8 object AsyncLocalStorage 16".into(),
    ];
    nodes.extend(times(count, 100, |id| {
        format!(
            "@{id} object TCP 48: internal 2 -> @{}, internal javascript_to_native -> @{}",
            id + 1000,
            id + 4000
        )
    }));
    nodes.extend(times(count, 1100, |id| {
        format!(
            "@{id} object AsyncContextFrame 32: internal table -> @{}",
            id + 1000
        )
    }));
    nodes.extend(times(count, 2100, |id| {
        format!(
            "@{id} array \"\" 80: internal 5 -> @8, internal 6 -> @{}",
            id + 1000
        )
    }));
    nodes.extend(times(count, 3100, |id| {
        format!("@{id} object Request 1200")
    }));
    nodes.extend(times(count, 4100, |id| {
        format!(
            "@{id} native \"Node / TCPSocketWrap\" 424: internal native_to_javascript -> @{}",
            id - 4000
        )
    }));
    drawn("1 -> @7", &nodes)
}

#[test]
fn sockets_of_node_24_are_open_and_keep_their_stores() {
    let snapshot = sockets(30, "(Global handles)");
    let handles = notable(&snapshot, Pattern::OpenHandles);
    assert!(labels(&handles)[0].starts_with("30 TCPSocketWrap kept open by Node (never closed): "));
    let stores = notable(&snapshot, Pattern::AsyncStores);
    let text = "30 stores (Request) of AsyncLocalStorage kept by TCPSocketWrap kept open by Node: ";
    assert!(labels(&stores)[0].starts_with(text), "{stores:?}");
    assert_eq!(
        usual(&sockets(30, "(Strong roots)"), Pattern::OpenHandles),
        None
    );
}

/// Calls of `poll()` of which each awaits the next, as V8 has them: promise, reaction, closure, context, generator, promise.
fn awaiting(count: u64, ends_at: u64) -> Snapshot {
    let mut nodes = vec![
        format!(
            "@7 object Array 16: {}",
            edges(count, 100, |at| at.to_string())
        ),
        "@9 code poll 48".into(),
        "@10 closure poll 28: internal shared -> @9".into(),
        "@11 object Promise 20".into(),
    ];
    let steps = [
        "object Promise 20: internal reactions_or_result",
        "native \"system / PromiseReaction\" 24: hidden 2",
        "closure \"\" 28: internal context",
        "object \"system / Context\" 28: internal extension",
    ];
    for (at, step) in (0..).zip(steps) {
        nodes.extend(times(count, 100 + 1000 * at, |id| {
            format!("@{id} {step} -> @{}", id + 1000)
        }));
    }
    nodes.extend(times(count, 4100, |id| {
        let next = if (id - 4099) % ends_at == 0 {
            11
        } else {
            id - 3999
        };
        let next = if next == 100 + count { 11 } else { next };
        format!("@{id} object Generator 168: internal function -> @10, hidden 3 -> @{next}")
    }));
    drawn("internal all -> @7", &nodes)
}

#[test]
fn promises_of_which_each_awaits_the_next_are_a_chain() {
    let label = |snapshot: &Snapshot| {
        let found = notable(snapshot, Pattern::PendingPromises);
        labels(&found)[0].split(':').next().unwrap().to_owned()
    };
    assert_eq!(
        label(&awaiting(36, 1000)),
        "promise chain of 36 with 36 reactions, of poll() last"
    );
    assert_eq!(
        label(&awaiting(36, 9)),
        "36 promises with 36 reactions, of poll() last"
    );
    assert_eq!(
        label(&awaiting(36, 20)),
        "36 promises, a chain of 20 among them, with 36 reactions, of poll() last"
    );
}
