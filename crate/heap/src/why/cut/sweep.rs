//! What a cut frees of a good part of a heap: all that is not reached any more.

use super::Cut;
use crate::{NodeIx, Snapshot, graph::reached, ground::bits::Bits};

/// Takes as long as to look at all edges twice, whatever is cut.
pub(super) fn freed(snapshot: &Snapshot, cut: &Cut) -> Vec<NodeIx> {
    let graph = snapshot.graph();
    let mut retained = Bits::new(graph.nodes.len());
    for (edge, &target) in (0..).zip(&graph.edges.to) {
        if snapshot.essential.get(edge) {
            retained.set(target);
        }
    }
    // What nothing retains is held by the root.
    let nodes = 0..graph.node_count();
    let starts = nodes.filter(|&node| node == graph.root || !retained.get(node));
    let starts = starts.filter(|&node| !cut.nodes.has(node));
    let alive = reached(graph, starts, |_, edge, target| {
        let edge = edge as u32;
        snapshot.essential.get(edge) && !cut.edges.has(edge) && !cut.nodes.has(target)
    });
    let gone = |node: &NodeIx| !alive.get(node.0) && !snapshot.is_closed(*node);
    graph.nodes().filter(gone).collect()
}
