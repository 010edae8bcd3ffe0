//! Whatever the heap, what a finding says is true.

use std::collections::HashSet;

use heap::{Finding, NodeIx, Pattern, Snapshot, all_findings, growing};
use proptest::prelude::*;

use super::open;
use crate::{
    draw::{Drawing, Style},
    random::{self, Limits},
};

/// Names that patterns look for, for nodes and edges alike.
const NAMES: [&str; 40] = [
    "Array",
    "Map",
    "Set",
    "Memory",
    "Object",
    "Promise",
    "Table",
    "Timeout",
    "Listener",
    "WeakMap",
    "WeakRef",
    "WebAssembly.Memory",
    "WebAssembly.Table",
    "system / JSArrayBufferData",
    "system / CallSiteInfo",
    "system / Context",
    "system / ErrorStackData",
    "system / PromiseReaction",
    "(Global handles)",
    "DOMTimer",
    "blink::EventTargetData",
    "HTMLDocument",
    "MutationObserver",
    "blink::RegisteredEventListener",
    "Window",
    "<div>",
    "Text",
    "V8Function",
    "backing_store",
    "callback",
    "context",
    "elements",
    "_events",
    "_onTimeout",
    "previous",
    "parent",
    "reactions_or_result",
    "<symbol>",
    "table",
    "1 / DevTools console",
];

fn renamed(mut drawing: Drawing, picks: &[usize]) -> Drawing {
    let names = NAMES.map(|name| drawing.text(name));
    let mut picks = picks.iter().cycle();
    let mut pick = |name: usize| match picks.next() {
        Some(pick) if pick % 4 > 0 => names[pick / 4 % NAMES.len()],
        _ => name,
    };
    for node in &mut drawing.nodes {
        node.name = pick(node.name);
        for edge in &mut node.edges {
            if !edge.kind.is_numbered() {
                edge.name_or_index = pick(edge.name_or_index);
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
        Pattern::WasmMemory,
    ];
    if !weighed.contains(&found.pattern) {
        prop_assert_eq!(found.retained, retained(snapshot, objects), "{:?}", found);
    }
    for evidence in &found.evidence {
        prop_assert!(distinct.contains(&evidence.node));
        prop_assert!(evidence.retained <= found.retained);
        prop_assert!(evidence.count <= found.count);
    }
    let evidence = found.evidence.windows(2);
    prop_assert!(
        evidence
            .clone()
            .all(|pair| pair[0].retained >= pair[1].retained)
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_are_true(
        (before, after) in random::pair(Limits { lone_surrogates: true, root_anywhere: true, huge: false }),
        picks in prop::collection::vec(any::<usize>(), 1..80),
    ) {
        let before = open(&renamed(before, &picks).to_json(&Style::V8));
        let after = open(&renamed(after, &picks).to_json(&Style::V8));
        let found = all_findings(&after);
        prop_assert!(found.windows(2).all(|pair| pair[0].pattern != pair[1].pattern));
        for found in found.iter().chain(&growing(&[&before, &after])) {
            check(&after, found)?;
        }
    }
}
