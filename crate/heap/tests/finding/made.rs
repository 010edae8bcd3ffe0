//! What V8 and the browser make of their own accord is no growth; the same number of a script's objects is.

use heap::{GrowthOptions, Pattern, Snapshot, growth};

use super::{drawn, edges, times};

fn lines(heaps: &[Snapshot; 3]) -> Vec<String> {
    let growth = growth(&heaps.each_ref(), &GrowthOptions::default());
    let evidence = growth.findings.iter().flat_map(|finding| &finding.evidence);
    evidence.map(|evidence| evidence.label.clone()).collect()
}

/// One object with so many others below it.
fn below(holder: &str, count: u64, node: &str) -> Snapshot {
    let mut nodes = vec![
        "@7 object Owner 16: it -> @8".into(),
        format!(
            "@8 {holder} 16: {}",
            edges(count, 100, |at| format!("internal p{at}"))
        ),
    ];
    nodes.extend(times(count, 100, |id| format!("@{id} {node} 1000")));
    drawn("internal global -> @7", &nodes)
}

fn growing(holder: &str, node: &str) -> Vec<String> {
    lines(&[20, 60, 100].map(|count| below(holder, count, node)))
}

#[test]
fn records_of_the_timeline_are_no_growth_but_marks_are() {
    for record in [
        "PerformanceResourceTiming",
        "blink::LayoutShift",
        "Detached VisibilityStateEntry",
    ] {
        let node = format!("native \"{record}\"");
        assert_eq!(growing("native Performance", &node), [""; 0], "{record}");
        assert_ne!(growing("native Registry", &node), [""; 0], "{record}");
    }
    assert_ne!(
        growing("native Performance", "native PerformanceMark"),
        [""; 0]
    );
}

#[test]
fn code_and_shapes_are_no_growth_but_objects_are() {
    for kind in ["code", "hidden", "\"object shape\""] {
        let node = format!("{kind} made");
        assert_eq!(growing("closure render", &node), [""; 0], "{kind}");
    }
    assert_ne!(growing("closure render", "object made"), [""; 0]);
}

#[test]
fn boilerplates_are_no_growth() {
    assert_eq!(
        growing("hidden \"system / AllocationSite\"", "object Copied"),
        [""; 0]
    );
    assert_ne!(
        growing("hidden \"system / Other\"", "object Copied"),
        [""; 0]
    );
}

/// A cache with so many pieces beside a constant table, and a log of so many bytes.
fn cache(pieces: u64, table: u64, log: u64) -> Snapshot {
    let data = edges(pieces, 100, |at| format!("piece{at}"));
    let mut nodes = vec![
        "@7 object Owner 16: cache -> @8, log -> @10".into(),
        format!("@8 object Cache 16: table -> @9, {data}"),
        format!("@9 string table {table}"),
        format!("@10 string log {log}"),
    ];
    nodes.extend(times(pieces, 100, |id| format!("@{id} string piece 1000")));
    drawn("internal global -> @7", &nodes)
}

/// Whether the cache is said to retain more.
fn is_said(heaps: &[Snapshot; 3]) -> bool {
    let options = GrowthOptions {
        patterns: vec![Pattern::GrowingObject],
        ..GrowthOptions::default()
    };
    let growth = growth(&heaps.each_ref(), &options);
    let mut evidence = growth.findings.iter().flat_map(|finding| &finding.evidence);
    evidence.any(|evidence| evidence.label.starts_with("Cache "))
}

#[test]
fn an_object_that_grows_all_at_once_is_not_said() {
    let with = |pieces: [u64; 3]| is_said(&pieces.map(|pieces| cache(pieces, 0, 0)));
    assert!(with([100, 140, 520]));
    // The second step is more than ten times the first.
    assert!(!with([100, 135, 520]));
}

#[test]
fn an_object_that_grows_by_little_of_what_it_retains_and_of_all_that_came_is_not_said() {
    let with = |table, log: [u64; 3]| {
        let heap = |at: usize| cache(100 + 100 * at as u64, table, log[at]);
        is_said(&[0, 1, 2].map(heap))
    };
    let (table, log) = (5_000_000, [0, 10_000_000, 20_000_000]);
    assert!(with(0, log) && with(table, [0; 3]));
    assert!(!with(table, log));
}

/// So many timers of one function; all but the first came later, and all of them use what has come.
fn timers(count: u64, shared: u64) -> Snapshot {
    let mut nodes = vec![
        format!(
            "@10 object Array 16: {}",
            edges(count, 100, |at| at.to_string())
        ),
        "@11 code poll 48".into(),
        format!(
            "@12 object State 16: {}",
            edges(shared, 5000, |at| format!("s{at}"))
        ),
    ];
    nodes.extend(times(count, 100, |id| {
        format!("@{id} object Timeout 176: _onTimeout -> @{}", id + 1000)
    }));
    nodes.extend(times(count, 1100, |id| {
        format!("@{id} closure poll 56: internal shared -> @11, internal state -> @12")
    }));
    nodes.extend(times(shared, 5000, |id| {
        format!("@{id} object Reading 10_000").replace('_', "")
    }));
    drawn("internal lists -> @10", &nodes)
}

#[test]
fn a_group_weighs_what_goes_with_all_of_it() {
    let heaps = [timers(1, 0), timers(12, 20), timers(23, 40)];
    let growth = growth(&heaps.each_ref(), &GrowthOptions::default());
    let first = &growth.findings[0].evidence[0];
    assert!(
        first.label.starts_with("23 timers of poll(): 1, 12, 23"),
        "{}",
        first.label
    );
    assert!(first.gained >= 40 * 10_000, "{}", first.gained);
}
