//! The essential edges as dominators need them: seen from their targets, in preorder numbers.

use super::Preorder;
use crate::{Graph, ground::bits::Bits};

/// For each vertex its predecessors. Those with smaller numbers say what they have to say at once, as the vertex's first
/// guess; the others are listed.
#[derive(Debug)]
pub(crate) struct Predecessors {
    /// The least predecessor with a smaller number: a first bound of the semidominator.
    pub(crate) semi: Vec<u32>,
    /// Where the predecessors with larger numbers begin, and one more at the end.
    pub(crate) first: Vec<u32>,
    pub(crate) list: Vec<u32>,
}

impl Predecessors {
    pub(crate) fn new(graph: &Graph, essential: &Bits, order: &Preorder) -> Self {
        let count = order.vertex.len();
        // The parent is a predecessor, or stands for the root that keeps an orphan.
        let mut semi = order.parent.clone();
        let mut first = vec![0_u32; count + 1];
        each(graph, essential, order, |from, to| {
            if from < to {
                let semi = &mut semi[to as usize];
                *semi = from.min(*semi);
            } else {
                first[to as usize + 1] += 1;
            }
        });
        for vertex in 0..count {
            first[vertex + 1] += first[vertex];
        }
        let mut list = vec![0; first[count] as usize];
        each(graph, essential, order, |from, to| {
            if from > to {
                let place = &mut first[to as usize];
                list[*place as usize] = from;
                *place += 1;
            }
        });
        // Each place has moved to where the next vertex begins.
        first.rotate_right(1);
        first[0] = 0;
        Self { semi, first, list }
    }
}

fn each(graph: &Graph, essential: &Bits, order: &Preorder, mut visit: impl FnMut(u32, u32)) {
    for node in 0..graph.node_count() {
        let from = order.number[node as usize];
        if from >= order.closed {
            continue;
        }
        for edge in graph.nodes.edges(node) {
            if essential.get(edge as u32) {
                visit(from, order.number[graph.edges.to[edge] as usize]);
            }
        }
    }
}
