//! Several files of one process, and timelines.

use serde_json::{Value, json};

use super::{all, asked, code, session, snapshot};
use crate::question::{
    comparison::{compared, comparison},
    findings::findings,
    growth::{growth, still_there, still_there_objects},
    overview::overview,
    report::report,
    timeline::{allocated, allocated_objects, allocation_stack, allocations, intervals},
};

const PAIR: [&str; 3] = [
    "node-pair-before.heapsnapshot",
    "node-pair-after.heapsnapshot",
    "node-pair-last.heapsnapshot",
];

#[test]
fn a_comparison_is_sorted_by_any_column_and_its_rows_have_their_objects() {
    let session = session(PAIR);
    let ask = |by: &str, descending: bool| {
        let part =
            json!({ "before": 1, "by": by, "descending": descending, "from": 0, "to": u32::MAX });
        comparison(&session, 2, asked(part)).expect("rows")
    };
    let sizes = ask("sizeDelta", true).size_delta;
    assert!(sizes.is_sorted_by(|a, b| a >= b) && sizes.len() > 3);
    assert!(ask("sizeDelta", false).size_delta.is_sorted());
    assert!(ask("countDelta", false).count_delta.is_sorted());
    assert!(ask("addedCount", false).added_count.is_sorted());
    assert!(ask("removedCount", false).removed_count.is_sorted());
    assert!(ask("addedSize", false).added_size.is_sorted());
    assert!(ask("removedSize", false).removed_size.is_sorted());
    assert!(ask("name", false).name.is_sorted());
    let page = ask("name", false);
    for at in 0..page.key.len() {
        let objects = |removed: bool| {
            let part = json!({ "before": 1, "key": page.key[at], "removed": removed });
            compared(&session, 2, asked(all(part)))
                .expect("objects")
                .count
        };
        assert_eq!(
            (objects(false), objects(true)),
            (page.added_count[at], page.removed_count[at])
        );
        let delta = page.added_size[at] - page.removed_size[at];
        assert_eq!(page.size_delta[at], delta);
    }
    let nobody = all(json!({ "before": 1, "key": ",Nobody" }));
    assert_eq!(
        code(compared(&session, 2, asked(nobody))),
        "ask.no-such-class"
    );
}

#[test]
fn what_stayed_was_made_between_the_first_two_files() {
    let session = session(PAIR);
    let files = json!({ "first": 1, "second": 2 });
    let with = |extra: Value| {
        let mut request = all(files.clone());
        request["by"] = json!("retained");
        for (name, value) in extra.as_object().expect("members") {
            request[name] = value.clone();
        }
        request
    };
    let page = still_there(&session, 3, asked(with(json!({ "descending": true })))).expect("rows");
    let at = page
        .name
        .iter()
        .position(|name| name == "Session")
        .expect("a row");
    let request = with(json!({ "key": page.key[at], "by": "id" }));
    let objects = still_there_objects(&session, 3, asked(request)).expect("objects");
    assert_eq!(objects.count, page.objects[at]);
    let (first, second) = (snapshot(&session, 1).graph(), snapshot(&session, 2).graph());
    for &id in objects.id.iter() {
        let id = heap::ObjectId(id as u64);
        assert!(first.find(id).is_none() && second.find(id).is_some());
    }
}

#[test]
fn what_grows_has_a_value_for_each_file() {
    let session = session(PAIR);
    let answer = growth(&session, 3, asked(json!({ "before": [1, 2], "most": 2 }))).expect("it");
    assert!(answer.classes.len() == 2 && !answer.collections.is_empty());
    assert!(
        answer
            .classes
            .iter()
            .all(|row| row.counts.len() == 3 && row.sizes.len() == 3)
    );
    assert!(
        answer
            .collections
            .iter()
            .all(|row| row.references.is_sorted())
    );
    let found = findings(
        &session,
        3,
        asked(json!({ "before": [1, 2], "actions": 10 })),
    )
    .expect("it")
    .list;
    assert!(
        found
            .iter()
            .any(|finding| finding.pattern == "growing-collection")
    );
    let lines = || found.iter().flat_map(|finding| &finding.evidence);
    assert!(
        lines().all(|line| line.steps.len() == 3 && line.steps.is_sorted() && line.gained > 0.0)
    );
    let of = |patterns: &[&str], before: &[u32]| {
        let asked = asked(json!({ "before": before, "actions": 10, "patterns": patterns }));
        findings(&session, 3, asked)
    };
    let only = of(&["growing-collection"], &[1, 2]).expect("it");
    assert!(only.gained > 0.0 && !only.list.is_empty());
    assert!(
        only.list
            .iter()
            .all(|finding| finding.pattern == "growing-collection")
    );
    let stock = of(&["large-collection"], &[]).expect("it");
    assert!(
        stock
            .list
            .iter()
            .all(|finding| finding.pattern == "large-collection")
    );
    let usual = |patterns: &[&str]| {
        let asked = asked(json!({ "usual": true, "patterns": patterns }));
        let list = findings(&session, 3, asked).expect("it").list;
        let patterns = list.iter().map(|finding| finding.pattern);
        patterns.collect::<Vec<_>>()
    };
    let all = usual(&[]);
    assert!(all.len() > 1, "{all:?}");
    assert_eq!(usual(&all[..1]), &all[..1]);
    assert_eq!((stock.gained, stock.unchanged), (0.0, 0.0));
    assert_eq!(code(of(&["leaks"], &[])), "session.bad-request");
    let gone = asked(json!({ "before": [9], "most": 2 }));
    assert_eq!(code(growth(&session, 3, gone)), "session.no-such-file");
}

#[test]
fn a_timeline_tells_when_by_whom_and_what_is_left() {
    let session = session(["node-timeline.heaptimeline", "node-mixed.heapsnapshot"]);
    let whole = overview(&session, 1).expect("it");
    assert!(whole.kind == "timeline" && whole.stacks);
    let moments = intervals(&session, 1).expect("moments");
    assert!(moments.time.is_sorted() && moments.last_id.is_sorted() && moments.alive.len() > 1);
    let tops = |path: &[u32]| {
        let part = json!({ "path": path, "from": 0, "to": u32::MAX });
        allocations(&session, 1, asked(part)).expect("functions")
    };
    let top = tops(&[]);
    assert!(top.size.is_sorted_by(|a, b| a >= b) && top.frames.name.len() == top.count as usize);
    let at = top
        .live_objects
        .iter()
        .position(|live| *live > 0)
        .expect("one of which is left");
    let path = [top.function[at]];
    let left = asked(json!({ "path": path, "by": "name", "from": 0, "to": u32::MAX }));
    let left = allocated(&session, 1, left).expect("rows");
    assert_eq!(left.objects.iter().sum::<u32>(), top.live_objects[at]);
    let of_class = asked(all(json!({ "path": path, "key": left.key[0] })));
    let objects = allocated_objects(&session, 1, of_class).expect("objects");
    assert_eq!(objects.count, left.objects[0]);
    let stack = asked(json!({ "node": objects.node[0], "from": 0, "to": 100 }));
    let stack = allocation_stack(&session, 1, stack).expect("frames");
    assert_eq!(stack.name[0], top.frames.name[at]);
    assert_eq!(code(intervals(&session, 2)), "ask.not-recorded");
    let none = asked(json!({ "from": 0, "to": 1 }));
    assert_eq!(code(allocations(&session, 2, none)), "ask.not-recorded");
}

#[test]
fn a_report_names_its_files_and_says_what_grew() {
    let session = session(PAIR);
    let ask = |request: Value| report(&session, 3, asked(request)).expect("it").markdown;
    let of_three = ask(json!({ "before": [1, 2], "names": ["a_1", "b"] }));
    assert!(of_three.contains("## What grew") && of_three.contains("| a\\_1 | "));
    assert!(of_three.contains("| file 3 | "));
    assert!(ask(json!({})).contains("## What is large"));
    let gone = report(&session, 3, asked(json!({ "before": [9] })));
    assert_eq!(code(gone), "session.no-such-file");
}
