//! Patterns of leaks: a small heap with each, and one that looks much like it and is innocent.

mod async_store;
mod callback;
mod chained;
mod collection;
mod dom;
mod fixture;
mod growing;
mod hostile;
mod innocent;
mod kept;
mod made;
mod older;
mod promise;
mod random;
mod scope;
mod storage;
mod tree;
mod wasm;

use heap::{Analysis, Finding, Pattern, Reader, Snapshot, all_findings, findings};

use crate::draw::draw;

/// A heap of Chromium's: what is drawn hangs off the garbage collector's roots by these edges.
fn drawn(roots: &str, nodes: &[String]) -> Snapshot {
    let nodes = nodes.join("\n");
    open(&draw(&format!(
        "@1 synthetic \"\" 0: element 1 -> @2\n@2 synthetic \"(GC roots)\" 0: {roots}\n{nodes}"
    )))
}

fn open(bytes: &[u8]) -> Snapshot {
    let mut reader = Reader::new(None);
    reader.feed(bytes).unwrap();
    Analysis::new(reader.finish().unwrap()).finish()
}

/// The finding, which must be notable.
fn notable(snapshot: &Snapshot, pattern: Pattern) -> Finding {
    let mut found = findings(snapshot).into_iter();
    let found = found.find(|finding| finding.pattern == pattern);
    found.unwrap_or_else(|| panic!("{} is not found", pattern.id()))
}

/// What was looked at and is no more than usual; none if there was nothing.
fn usual(snapshot: &Snapshot, pattern: Pattern) -> Option<Finding> {
    let mut found = all_findings(snapshot).into_iter();
    let found = found.find(|finding| finding.pattern == pattern)?;
    assert!(!found.is_notable, "{found:?}");
    Some(found)
}

fn labels(finding: &Finding) -> Vec<&str> {
    let labels = finding.evidence.iter();
    labels.map(|evidence| evidence.label.as_str()).collect()
}

/// So many nodes with ids from `first` on, drawn by their ids.
fn times(count: u64, first: u64, node: impl Fn(u64) -> String) -> Vec<String> {
    (first..first + count).map(node).collect()
}

/// `<edge> -> @first, <edge> -> @first+1, ...`
fn edges(count: u64, first: u64, edge: impl Fn(u64) -> String) -> String {
    let all: Vec<String> = (0..count)
        .map(|at| format!("{} -> @{}", edge(at), first + at))
        .collect();
    all.join(", ")
}

#[test]
fn patterns_have_stable_names_titles_and_advice() {
    let mut ids: Vec<&str> = Pattern::ALL.iter().map(|pattern| pattern.id()).collect();
    assert!(ids.iter().all(|id| {
        id.bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_lowercase())
    }));
    assert!(
        Pattern::ALL
            .iter()
            .all(|pattern| !pattern.title().is_empty())
    );
    assert!(
        Pattern::ALL
            .iter()
            .all(|pattern| pattern.advice().ends_with('.'))
    );
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), Pattern::ALL.len());
}
