//! One object: its references, its retainers, its dominators.

use heap::{AnyReader, EdgeIx, NodeIx};
use serde_json::json;

use super::{ALL, MIXED, all, asked, code, session, snapshot};
use crate::{
    Session,
    file::File,
    question::references::{
        ReferencesRequest, dominated, dominators, fields, object_of, retainers,
    },
};

fn of(node: u32) -> ReferencesRequest {
    ReferencesRequest {
        node,
        ignored: Vec::new(),
        rows: ALL,
    }
}

#[test]
fn references_are_those_of_the_object_in_either_direction() {
    let session = session([MIXED]);
    let graph = snapshot(&session, 1).graph();
    let (mut out, mut back) = (0, 0);
    for node in graph.nodes().step_by(97) {
        let page = fields(&session, 1, of(node.0)).expect("fields");
        assert_eq!(page.objects.count as usize, page.edge.len());
        for (&edge, &target) in page.edge.iter().zip(page.objects.node.iter()) {
            let edge = EdgeIx(edge);
            assert_eq!((graph.source(edge), graph.target(edge).0), (node, target));
            out += 1;
        }
        let page = retainers(&session, 1, of(node.0)).expect("retainers");
        for (&edge, &source) in page.edge.iter().zip(page.objects.node.iter()) {
            let edge = EdgeIx(edge);
            assert_eq!((graph.source(edge).0, graph.target(edge)), (source, node));
            back += 1;
        }
    }
    assert!(out > 500 && back > 500, "{out} {back}");
}

#[test]
fn an_ignored_retainer_is_marked_and_counts_for_no_distance() {
    let session = session([MIXED]);
    let graph = snapshot(&session, 1).graph();
    let held = |node: &NodeIx| snapshot(&session, 1).edges_to(*node).len() > 2;
    let node = graph
        .nodes()
        .skip(1000)
        .find(held)
        .expect("an object with retainers");
    let before = retainers(&session, 1, of(node.0)).expect("retainers");
    assert!(before.ignored.iter().all(|ignored| *ignored == 0));
    let first = before.objects.node[0];
    let request = asked(all(json!({ "node": node.0, "ignored": [first] })));
    let after = retainers(&session, 1, request).expect("retainers");
    for at in 0..after.edge.len() {
        assert_eq!(after.ignored[at] == 1, after.objects.node[at] == first);
    }
    let wrong = asked(all(json!({ "node": node.0, "ignored": [u32::MAX] })));
    assert_eq!(code(retainers(&session, 1, wrong)), "ask.no-such-object");
}

#[test]
fn dominators_lead_to_the_root_and_each_has_the_one_before_it() {
    let session = session([MIXED]);
    let snapshot = snapshot(&session, 1);
    for node in snapshot
        .graph()
        .nodes()
        .filter(|node| snapshot.is_reached(*node))
        .step_by(1499)
    {
        let chain = dominators(&session, 1, node.0).expect("a chain");
        assert_eq!(
            (chain.node[0], chain.node.last()),
            (node.0, Some(&snapshot.graph().root().0))
        );
        for pair in chain.node.windows(2) {
            let below = dominated(&session, 1, of(pair[1])).expect("objects");
            assert!(below.node.contains(&pair[0]));
        }
    }
}

#[test]
fn addresses_are_numbers_of_objects() {
    let julia = include_str!("../../../../heap/tests/producer/julia.heapsnapshot");
    // The largest one JavaScript has no number for: it gets the nearest.
    let julia = julia.replace("4829153440", "18446744073709551614");
    let mut session = Session::new();
    let reading = File::Reading(Box::new(AnyReader::new("", None)));
    session.admit(reading, Some(1)).expect("a free number");
    let file = session.file_mut(1).expect("it is there");
    file.feed(julia.as_bytes()).expect("a heap file");
    file.end(false).expect("whole");
    while !file.step() {}
    for (node, id) in (1..).zip([140_266_963_149_888.0, 4_775_375_728.0, 2_f64.powi(64)]) {
        let page = object_of(&session, 1, id).expect("it");
        assert_eq!((&page.node[..], page.id[0]), (&[node][..], id));
    }
    assert_eq!(code(object_of(&session, 1, 3e15)), "ask.no-such-object");
}

#[test]
fn an_object_is_found_by_its_number_and_a_wrong_one_is_refused() {
    let session = session([MIXED]);
    let graph = snapshot(&session, 1).graph();
    let node = graph.nodes().nth(500).expect("an object");
    let id = graph.id(node).0 as f64;
    let page = object_of(&session, 1, id).expect("it");
    assert_eq!(
        (page.count, &page.node[..], page.id[0]),
        (1, &[node.0][..], id)
    );
    for wrong in [-1.0, f64::NAN, 1e300] {
        assert_eq!(code(object_of(&session, 1, wrong)), "ask.no-such-object");
    }
    let beyond = graph.node_count();
    assert_eq!(code(fields(&session, 1, of(beyond))), "ask.no-such-object");
    assert_eq!(
        code(retainers(&session, 1, of(beyond))),
        "ask.no-such-object"
    );
    assert_eq!(
        code(dominated(&session, 1, of(beyond))),
        "ask.no-such-object"
    );
    assert_eq!(code(dominators(&session, 1, beyond)), "ask.no-such-object");
}
