//! Rule 10: what refers to a node.

use crate::draw::{Drawing, EdgeKind};

/// Retainers as (node, place among its edges), in the order of DevTools: the last of the file first.
pub(crate) fn retainers(drawing: &Drawing, node: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (from, retainer) in drawing.nodes.iter().enumerate() {
        for (place, edge) in retainer.edges.iter().enumerate() {
            if edge.to == node && edge.kind != EdgeKind::Weak && from != drawing.root {
                found.push((from, place));
            }
        }
    }
    found.reverse();
    found
}
