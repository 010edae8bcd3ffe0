//! Objects that lead to each other: linked lists, and scopes that keep the one before.

use heap::{Pattern, Snapshot};

use super::{drawn, labels, notable, times, usual};

/// A list of so many tasks, 1 kB each, below the head of a scheduler; of lone tasks with `lone`.
fn list(count: u64, ways: &str) -> Snapshot {
    let mut nodes = vec!["@7 object Scheduler 16: head -> @100".to_owned()];
    nodes.extend(times(count, 100, |id| {
        let next = if id + 1 < 100 + count { id + 1 } else { 7 };
        let edges: Vec<String> = ways
            .split(' ')
            .map(|way| format!("{way} -> @{next}"))
            .collect();
        format!("@{id} object Task 1000: {}", edges.join(", "))
    }));
    drawn("internal scheduler -> @7", &nodes)
}

#[test]
fn a_linked_list_is_found_by_its_property() {
    let found = notable(&list(36, "next"), Pattern::LinkedList);
    assert_eq!((found.count, found.retained), (36, 36_000));
    assert_eq!(
        labels(&found),
        ["linked list of 36 Task (next), head of Scheduler: 36 kB"]
    );
}

/// Each task is also in the scope that made it, and one of these scopes is near the root.
#[test]
fn a_list_is_held_by_what_holds_its_head() {
    let mut nodes = vec![
        "@7 object App 16: scheduler -> @8".to_owned(),
        "@8 object Scheduler 16: head -> @100".into(),
    ];
    nodes.extend(times(36, 100, |id| {
        let next = if id < 135 { id + 1 } else { 7 };
        format!(
            "@{id} object Task 1000: next -> @{next}, call -> @{}",
            id + 100
        )
    }));
    nodes.extend(times(36, 200, |id| {
        format!("@{id} closure call 32: internal context -> @{}", id + 100)
    }));
    nodes.extend(times(36, 300, |id| {
        let task = id - 200;
        format!("@{id} object \"system / Context\" 32: context made -> @{task}")
    }));
    let found = notable(
        &drawn("internal app -> @7, internal near -> @305", &nodes),
        Pattern::LinkedList,
    );
    let label = labels(&found).remove(0);
    assert!(
        label.starts_with("linked list of 36 Task (next), head of Scheduler"),
        "{label}"
    );
}

#[test]
fn a_short_list_is_usual_and_a_tree_is_none() {
    assert_eq!(
        usual(&list(29, "next"), Pattern::LinkedList).unwrap().count,
        29
    );
    assert_eq!(
        usual(&list(36, "left right parent"), Pattern::LinkedList),
        None
    );
}

/// So many scopes of one function, each with one closure; each keeps the one before, or all keep the first.
fn scopes(count: u64, first: bool) -> Snapshot {
    let mut nodes = vec!["@11 code \"system / ScopeInfo\" 52".to_owned()];
    let last = 100 + count - 1;
    let held = if first {
        let all: Vec<String> = (0..count)
            .map(|at| format!("{at} -> @{}", 100 + at))
            .collect();
        format!("@7 object Array 16: {}", all.join(", "))
    } else {
        format!("@7 object Array 16: 0 -> @{last}")
    };
    nodes.push(held);
    nodes.extend(times(count, 100, |id| {
        let before = if first { 1000 } else { id + 899 };
        let variable = if id == 100 {
            String::new()
        } else {
            format!("context before -> @{before}, ")
        };
        format!("@{id} object \"system / Context\" 3000: {variable}internal scope_info -> @11")
    }));
    nodes.extend(times(count, 1000, |id| {
        format!("@{id} closure turn 28: internal context -> @{}", id - 900)
    }));
    drawn("internal all -> @7", &nodes)
}

#[test]
fn scopes_of_which_each_keeps_the_one_before_are_found() {
    let snapshot = scopes(60, false);
    let found = notable(&snapshot, Pattern::ScopeChain);
    assert_eq!(found.count, 59);
    assert!(found.pattern.is_leak_alone());
    let [label] = labels(&found)[..] else {
        panic!("{found:?}")
    };
    assert!(
        label.starts_with("59 scopes of one function, each keeps the one before by `before`: ")
    );
}

#[test]
fn scopes_that_keep_the_same_one_are_no_chain() {
    assert_eq!(usual(&scopes(60, true), Pattern::ScopeChain), None);
    assert_eq!(
        usual(&scopes(15, false), Pattern::ScopeChain)
            .unwrap()
            .count,
        14
    );
}
