//! Whatever the heap, what a finding says is true.

use std::collections::HashSet;

use heap::{Finding, GrowthOptions, NodeIx, Pattern, Snapshot, all_findings, growth};
use proptest::prelude::*;

use super::open;
use crate::{
    draw::{Drawing, EdgeKind, NodeKind, Style},
    random::{self, Limits},
};

/// What patterns look for, each in its type.
const NODES: [(NodeKind, &[&str]); 8] = [
    (
        NodeKind::Object,
        &["Array", "Map", "WeakMap", "Object", "WeakRef", "Error"],
    ),
    (
        NodeKind::Object,
        &["Table", "WebAssembly.Table", "Memory", "WebAssembly.Memory"],
    ),
    (
        NodeKind::Object,
        &["Promise", "Timeout", "Listener", "system / Context"],
    ),
    (
        NodeKind::Native,
        &["DOMTimer", "V8Function", "MutationObserver", "Window"],
    ),
    (NodeKind::Native, &["<div>", "Text", "HTMLDocument"]),
    (
        NodeKind::Native,
        &[
            "system / JSArrayBufferData",
            "system / ErrorStackData",
            "system / PromiseReaction",
            "blink::EventTargetData",
            "blink::RegisteredEventListener",
        ],
    ),
    (NodeKind::Closure, &["f", "", "g"]),
    (NodeKind::Array, &["", "(object elements)"]),
];

const EDGES: [(EdgeKind, &[&str]); 5] = [
    (
        EdgeKind::Property,
        &["_events", "_onTimeout", "callback", "__proto__", "<symbol>"],
    ),
    (
        EdgeKind::Property,
        &["__wbg_ptr", "previous", "constructor"],
    ),
    (
        EdgeKind::Internal,
        &["backing_store", "context", "reactions_or_result", "table"],
    ),
    (
        EdgeKind::Internal,
        &["shared", "elements", "parent", "1 / DevTools console", "7"],
    ),
    (EdgeKind::Context, &["big", "small"]),
];

/// The same heap with most of its nodes and named edges made into what patterns look for.
fn dressed(mut drawing: Drawing, picks: &[usize]) -> Drawing {
    let mut picks = picks.iter().cycle().enumerate();
    let mut pick = move || {
        picks
            .next()
            .map_or(0, |(at, pick)| pick.wrapping_mul(at + 1) >> 8)
    };
    for node in 0..drawing.nodes.len() {
        let (kind, names) = NODES[pick() % NODES.len()];
        if node != drawing.root && pick() % 5 > 0 {
            drawing.nodes[node].kind = kind;
            drawing.nodes[node].name = drawing.text(names[pick() % names.len()]);
        }
        for edge in 0..drawing.nodes[node].edges.len() {
            let (kind, names) = EDGES[pick() % EDGES.len()];
            let name = drawing.text(names[pick() % names.len()]);
            let edge = &mut drawing.nodes[node].edges[edge];
            if !edge.kind.is_numbered() && edge.kind != EdgeKind::Weak {
                (edge.kind, edge.name_or_index) = (kind, name);
            }
        }
    }
    drawing
}

/// Bytes of everything that one of these dominates, node by node.
fn retained(snapshot: &Snapshot, objects: &[NodeIx]) -> u64 {
    let objects: HashSet<NodeIx> = objects.iter().copied().collect();
    let goes = |node: NodeIx| {
        let mut above = std::iter::successors(Some(node), |&node| {
            Some(snapshot.dominator(node)).filter(|&above| above != node)
        });
        above.any(|above| objects.contains(&above))
    };
    let gone = snapshot.graph().nodes().filter(|&node| goes(node));
    gone.map(|node| snapshot.shallow_size(node)).sum()
}

fn check(snapshot: &Snapshot, found: &Finding) -> Result<(), TestCaseError> {
    let objects = found.objects(0..usize::MAX);
    prop_assert_eq!(objects.len() as u64, found.count);
    let distinct: HashSet<_> = objects.iter().collect();
    prop_assert!(
        objects
            .windows(2)
            .all(|pair| snapshot.retained_size(pair[0]) >= snapshot.retained_size(pair[1]))
    );
    prop_assert!((1..=Finding::MOST_EVIDENCE).contains(&found.evidence.len()));
    let weighed = [
        Pattern::ArrayBuffers,
        Pattern::Capacity,
        Pattern::SharedEntries,
        Pattern::WasmMemory,
    ];
    if !weighed.contains(&found.pattern) {
        prop_assert_eq!(found.retained, retained(snapshot, objects), "{:?}", found);
    }
    for evidence in &found.evidence {
        prop_assert!(distinct.contains(&evidence.node));
        prop_assert!(evidence.retained <= found.retained && evidence.retained <= evidence.freed);
        prop_assert!(evidence.freed <= snapshot.total_size());
        prop_assert!(evidence.count <= found.count);
    }
    let evidence = found.evidence.windows(2);
    prop_assert!(evidence.clone().all(|pair| pair[0].freed >= pair[1].freed));
    Ok(())
}

fn check_growth(snapshot: &Snapshot, found: &Finding) -> Result<(), TestCaseError> {
    let objects = found.objects(0..usize::MAX);
    prop_assert!(found.is_notable && objects.len() as u64 == found.count);
    prop_assert!((1..=Finding::MOST_EVIDENCE).contains(&found.evidence.len()));
    for evidence in &found.evidence {
        prop_assert!(objects.contains(&evidence.node));
        prop_assert!(evidence.steps.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(evidence.gained <= snapshot.total_size());
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::random::cases(400))]

    #[test]
    fn findings_are_true(
        (before, after) in random::pair(Limits { lone_surrogates: true, root_anywhere: true, huge: false }),
        picks in prop::collection::vec(any::<usize>(), 1..80),
    ) {
        let before = open(&dressed(before, &picks).to_json(&Style::V8));
        let after = open(&dressed(after, &picks).to_json(&Style::V8));
        let found = all_findings(&after);
        prop_assert!(found.windows(2).all(|pair| pair[0].pattern != pair[1].pattern));
        for found in &found {
            check(&after, found)?;
        }
        for actions in [None, Some(1)] {
            let growth = growth(&[&before, &after], &GrowthOptions { actions, patterns: Vec::new() });
            for found in &growth.findings {
                check_growth(&after, found)?;
            }
        }
    }
}
