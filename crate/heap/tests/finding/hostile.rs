//! Heaps that nobody has: long chains, hubs and cycles where patterns look. They have to end, and soon.

use heap::all_findings;

use super::open;
use crate::draw::{Drawing, EdgeKind, NodeKind, Style};

const MANY: u64 = 30_000;

/// What is chained by which edge, and the edge of each to the hub (none: an element).
const CHAINS: [(NodeKind, &str, EdgeKind, &str, &str); 15] = [
    (NodeKind::Native, "DOMTimer", EdgeKind::Element, "1", ""),
    (NodeKind::Native, "V8Function", EdgeKind::Element, "1", ""),
    (
        NodeKind::Native,
        "blink::RegisteredEventListener",
        EdgeKind::Element,
        "1",
        "",
    ),
    (
        NodeKind::Native,
        "MutationObserver",
        EdgeKind::Element,
        "1",
        "",
    ),
    (
        NodeKind::Native,
        "system / PromiseReaction",
        EdgeKind::Hidden,
        "1",
        "",
    ),
    (
        NodeKind::Native,
        "system / CallSiteInfo",
        EdgeKind::Hidden,
        "1",
        "",
    ),
    (NodeKind::Native, "<div>", EdgeKind::Element, "1", ""),
    (
        NodeKind::Object,
        "Listener",
        EdgeKind::Property,
        "previous",
        "callback",
    ),
    (
        NodeKind::Object,
        "Promise",
        EdgeKind::Internal,
        "reactions_or_result",
        "reactions_or_result",
    ),
    (
        NodeKind::Object,
        "EventEmitter",
        EdgeKind::Property,
        "_events",
        "_events",
    ),
    (
        NodeKind::Object,
        "Map",
        EdgeKind::Internal,
        "table",
        "table",
    ),
    (
        NodeKind::Object,
        "Object",
        EdgeKind::Property,
        "__wbg_ptr",
        "__wbg_ptr",
    ),
    (
        NodeKind::Object,
        "system / Context",
        EdgeKind::Context,
        "previous",
        "scope_info",
    ),
    (
        NodeKind::Closure,
        "f",
        EdgeKind::Internal,
        "context",
        "context",
    ),
    (
        NodeKind::SlicedString,
        "(sliced string)",
        EdgeKind::Internal,
        "parent",
        "parent",
    ),
];

/// A chain of nodes, the last of which leads back to the first.
fn chain(
    drawing: &mut Drawing,
    kind: NodeKind,
    name: &str,
    edge: EdgeKind,
    label: &str,
) -> Vec<usize> {
    let first = drawing.nodes.len() as u64;
    let nodes: Vec<usize> = (first..first + MANY)
        .map(|id| drawing.node(kind, name, 2 * id + 1, 16))
        .collect();
    for (at, &node) in nodes.iter().enumerate() {
        let next = nodes[(at + 1) % nodes.len()];
        match label.parse::<usize>() {
            Ok(index) => drawing.edge(node, edge, index, next),
            Err(_) => drawing.edge(node, edge, label, next),
        }
    }
    nodes
}

fn check(build: impl FnOnce(&mut Drawing)) {
    let mut drawing = Drawing::new();
    drawing.node(NodeKind::Synthetic, "", 1, 0);
    build(&mut drawing);
    drawing.edge(0, EdgeKind::Element, 1, 1);
    all_findings(&open(&drawing.to_json(&Style::V8)));
}

#[test]
fn chains_with_a_hub() {
    for (kind, name, edge, label, hub_edge) in CHAINS {
        check(|drawing| {
            let nodes = chain(drawing, kind, name, edge, label);
            for &node in &nodes {
                drawing.nodes[node].detachedness = 2;
            }
            // All refer to the hub, and the hub to all.
            let hub = drawing.node(kind, name, 7_000_001, 16);
            for (at, &node) in nodes.iter().enumerate() {
                drawing.edge(hub, EdgeKind::Element, at, node);
                match hub_edge {
                    "" => drawing.edge(node, EdgeKind::Element, 2, hub),
                    label => drawing.edge(node, EdgeKind::Internal, label, hub),
                }
            }
        });
    }
}
