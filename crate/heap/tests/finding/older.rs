//! Small files of real shape: a page of a browser that does not name its own objects, and the best-known closure leak.

use heap::Pattern;

use super::{labels, notable, open};

#[test]
fn listeners_are_found_by_structure_where_names_are_missing() {
    let named = open(include_bytes!("named.heapsnapshot"));
    let unnamed = open(include_bytes!("unnamed.heapsnapshot"));
    for snapshot in [named, unnamed] {
        let found = notable(&snapshot, Pattern::Listeners);
        assert_eq!(
            labels(&found),
            ["50 listeners of onResize() on Window: 87.6 kB"]
        );
    }
}

#[test]
fn scopes_with_one_closure_that_keep_each_other_are_found() {
    let snapshot = open(include_bytes!("chain.heapsnapshot"));
    let found = notable(&snapshot, Pattern::ScopeChain);
    assert_eq!(found.count, 299);
    assert!(labels(&found)[0].contains("`before`"));
}
