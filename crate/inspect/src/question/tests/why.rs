//! Why objects are alive, what would free them, and what looks like a leak.

use heap::NodeIx;
use serde_json::json;

use super::{MIXED, asked, code, session, snapshot};
use crate::{
    Session,
    question::{
        common_paths::{CommonPathsRequest, common_paths},
        findings::{findings, found_objects},
        paths::{PathsRequest, holders, paths, what_if},
    },
};

/// The object that retains most among those of one constructor.
fn heaviest(session: &Session, class: &str) -> NodeIx {
    let snapshot = snapshot(session, 1);
    let of_class = |node: &NodeIx| snapshot.class_name(*node) == class.as_bytes();
    let all = snapshot.graph().nodes().filter(of_class);
    all.max_by_key(|node| snapshot.retained_size(*node))
        .expect("an object")
}

#[test]
fn a_path_leads_from_the_object_to_a_root_reference_by_reference() {
    let session = session([MIXED]);
    let graph = snapshot(&session, 1).graph();
    let node = heaviest(&session, "Map");
    let ask = |ignored: Vec<u32>| {
        let request = PathsRequest {
            node: node.0,
            most: 3,
            ignored,
        };
        paths(&session, 1, request).expect("paths")
    };
    let answer = ask(Vec::new());
    assert_eq!(answer.held, "strongly");
    let path = &answer.list[0];
    let mut object = node;
    for (at, &edge) in path.edge.iter().enumerate() {
        let edge = heap::EdgeIx(edge);
        assert_eq!(
            (graph.target(edge), graph.source(edge).0),
            (object, path.node[at])
        );
        assert!(!path.label[at].is_empty());
        object = graph.source(edge);
    }
    assert!(path.sentence.ends_with(path.told.last().expect("a piece")));
    assert!(
        path.told_to.is_sorted()
            && path
                .told_to
                .iter()
                .all(|&to| to as usize <= path.edge.len())
    );
    let around = ask(vec![path.node[0]]);
    assert!(
        around
            .list
            .iter()
            .all(|other| !other.node.contains(&path.node[0]))
    );
}

#[test]
fn the_objects_of_a_constructor_are_on_few_ways_and_all_are_counted() {
    let session = session([MIXED]);
    let snapshot = snapshot(&session, 1);
    for row in snapshot.rows().iter().filter(|row| row.count > 0) {
        let key = String::from_utf8_lossy(&row.key).into_owned();
        let request = CommonPathsRequest { key, most: 3 };
        let answer = common_paths(&session, 1, request).expect("ways");
        let listed: u32 = answer.list.iter().map(|one| one.sum.objects).sum();
        let all = listed + answer.on_others.objects + answer.astray.objects;
        assert_eq!(all, row.count, "{}", String::from_utf8_lossy(&row.name));
        for one in &answer.list {
            // It is what the object itself is told to be held by.
            let request = PathsRequest {
                node: one.node,
                most: 1,
                ignored: Vec::new(),
            };
            let own = paths(&session, 1, request).expect("paths");
            assert_eq!(own.list[0].sentence, one.path.sentence);
        }
    }
    let missing = CommonPathsRequest {
        key: "Nowhere".into(),
        most: 3,
    };
    assert_eq!(
        code(common_paths(&session, 1, missing)),
        "ask.no-such-class"
    );
}

#[test]
fn letting_one_object_go_frees_what_it_retains_whoever_is_asked() {
    let session = session([MIXED]);
    let node = heaviest(&session, "Map");
    let retained = snapshot(&session, 1).retained_size(node) as f64;
    let released = what_if(&session, 1, asked(json!({ "nodes": [node.0] }))).expect("it");
    assert_eq!(released.bytes, retained);
    assert_eq!(released.size.iter().sum::<f64>(), retained);
    assert!(released.count.iter().sum::<u32>() <= released.objects);
    let edges: Vec<u32> = snapshot(&session, 1)
        .edges_to(node)
        .map(|edge| edge.0)
        .collect();
    let cut = what_if(&session, 1, asked(json!({ "edges": edges }))).expect("it");
    assert_eq!(cut.bytes, retained);
    let one = &edges[..1];
    let both = what_if(
        &session,
        1,
        asked(json!({ "edges": one, "nodes": [node.0] })),
    );
    assert_eq!(both.expect("it").bytes, retained);
    let held = holders(&session, 1, asked(json!({ "nodes": [node.0] }))).expect("holders");
    assert_eq!(held.all.bytes, retained);
    assert_eq!(held.smallest_edges.len(), held.smallest_sentences.len());
}

#[test]
fn references_and_constructors_that_are_not_there_are_refused() {
    let session = session([MIXED]);
    let edge = asked(json!({ "edges": [u32::MAX] }));
    assert_eq!(code(what_if(&session, 1, edge)), "ask.no-such-edge");
    let key = asked(json!({ "key": ",Nobody" }));
    assert_eq!(code(holders(&session, 1, key)), "ask.no-such-class");
    let near = holders(&session, 1, asked(json!({ "key": ",Sape" }))).expect_err("no such class");
    assert!(
        near.message.ends_with("; there is `Shape`"),
        "{}",
        near.message
    );
    let pattern = asked(json!({ "finding": 99, "from": 0, "to": 1 }));
    assert_eq!(
        code(found_objects(&session, 1, pattern)),
        "ask.no-such-finding"
    );
}

#[test]
fn findings_are_in_order_and_have_their_objects() {
    let session = session(["chromium-dom.heapsnapshot"]);
    let notable = findings(&session, 1, asked(json!({}))).expect("it").list;
    let all = findings(&session, 1, asked(json!({ "usual": true })))
        .expect("it")
        .list;
    assert!(notable.iter().all(|finding| finding.notable) && notable.len() < all.len());
    assert!(all.is_sorted_by_key(|finding| !finding.notable));
    for (at, finding) in all.iter().enumerate() {
        let request = json!({ "finding": at, "from": 0, "to": 3 });
        let page = found_objects(&session, 1, asked(request)).expect("objects");
        assert!(
            page.count > 0 && page.node.len() <= 3,
            "{}",
            finding.pattern
        );
        assert!(!finding.evidence.is_empty() && finding.advice.ends_with('.'));
    }
}
