//! Promises that never settle.

use heap::{Pattern, Snapshot};

use super::{drawn, edges, labels, notable, times, usual};

/// Pending promises whose resolve functions are in a Map, and as many settled ones.
fn pending(count: u64) -> Snapshot {
    let fields = edges(count, 100, |at| format!("internal {}", 6 + 3 * at));
    let settled = edges(count, 6000, |at| at.to_string());
    let mut nodes = vec![
        "@7 object Map 16: internal table -> @8".into(),
        format!("@8 array \"\" 900: {fields}, {settled}").replace(", 0 ->", ", element 0 ->"),
        "@9 code onDone 48".into(),
    ];
    nodes.extend(times(count, 100, |id| {
        format!("@{id} closure \"\" 28: internal context -> @{}", id + 1000)
    }));
    nodes.extend(times(count, 1100, |id| {
        format!(
            "@{id} object \"system / Context / scope @1\" 20: hidden 1 -> @{}",
            id + 1000
        )
    }));
    nodes.extend(times(count, 2100, |id| {
        format!(
            "@{id} object Promise 20: internal reactions_or_result -> @{}",
            id + 1000
        )
    }));
    nodes.extend(times(count, 3100, |id| {
        format!(
            "@{id} native \"system / PromiseReaction\" 24: hidden 2 -> @{}",
            id + 1000
        )
    }));
    nodes.extend(times(count, 4100, |id| {
        format!("@{id} closure onDone 28: internal shared -> @9")
    }));
    nodes.extend(times(count, 6000, |id| {
        format!("@{id} object Promise 20: internal reactions_or_result -> @9")
    }));
    drawn("internal map -> @7", &nodes)
}

#[test]
fn promises_with_kept_resolve_functions_are_found() {
    let found = notable(&pending(50), Pattern::PendingPromises);
    assert_eq!((found.count, found.retained), (50, 50 * (20 + 24 + 28)));
    assert_eq!(
        labels(&found),
        ["50 promises with 50 reactions, of onDone() last; resolve is kept for 50: 3.6 kB"]
    );
    assert_eq!(
        usual(&pending(4), Pattern::PendingPromises).unwrap().count,
        4
    );
}

#[test]
fn one_promise_with_many_reactions_is_found() {
    let race = |count: u64| {
        let mut nodes = vec![
            "@7 object Promise 20: internal reactions_or_result -> @100".into(),
            "@8 closure then 28".into(),
        ];
        nodes.extend(times(count, 100, |id| {
            let next = if id + 1 < 100 + count {
                format!("hidden 1 -> @{}, ", id + 1)
            } else {
                String::new()
            };
            format!("@{id} native \"system / PromiseReaction\" 24: {next}hidden 2 -> @8")
        }));
        drawn("internal promise -> @7", &nodes)
    };
    let found = notable(&race(30), Pattern::PendingPromises);
    assert_eq!(
        labels(&found),
        ["1 promise with 30 reactions, of then() last: 768 B"]
    );
    assert_eq!(usual(&race(10), Pattern::PendingPromises).unwrap().count, 1);
}

/// Errors with their frames, as in Chromium or as in Node 20.
fn errors(count: u64, chromium: bool) -> Snapshot {
    let mut nodes = vec![format!(
        "@10 object Array 16: {}",
        edges(count, 100, |at| at.to_string())
    )];
    nodes.extend(times(count, 100, |id| {
        format!("@{id} object Error 24: \"<symbol>\" -> @{}", id + 1000)
    }));
    nodes.extend(times(count, 1100, |id| {
        let kind = if chromium {
            "native \"system / ErrorStackData\""
        } else {
            "array \"\""
        };
        format!("@{id} {kind} 12: internal 0 -> @{}", id + 1000)
    }));
    nodes.extend(times(count, 2100, |id| {
        let name = if chromium {
            "StackFrameInfo"
        } else {
            "CallSiteInfo"
        };
        format!("@{id} native \"system / {name}\" 20")
    }));
    drawn("internal errors -> @10", &nodes)
}

#[test]
fn errors_with_frames_are_found() {
    for chromium in [true, false] {
        let found = notable(&errors(40, chromium), Pattern::ErrorFrames);
        assert_eq!((found.count, found.retained), (40, 40 * (24 + 12 + 20)));
        assert_eq!(labels(&found), ["40 Error: 2.2 kB"]);
        assert_eq!(
            usual(&errors(6, chromium), Pattern::ErrorFrames)
                .unwrap()
                .count,
            6
        );
    }
    let text = drawn(
        "internal error -> @10",
        &[
            "@10 object Error 24: \"<symbol>\" -> @11".into(),
            "@11 string \"at f\" 20".into(),
        ],
    );
    assert_eq!(usual(&text, Pattern::ErrorFrames), None);
}
