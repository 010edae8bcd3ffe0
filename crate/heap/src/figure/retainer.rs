//! Edges seen from their targets.

use crate::{EdgeIx, Graph, NodeIx};

/// All edges by target.
#[derive(Debug)]
pub(crate) struct Retainers {
    first: Vec<u32>,
    edges: Vec<u32>,
}

impl Retainers {
    pub(crate) fn new(graph: &Graph) -> Self {
        let mut first = vec![0_u32; graph.nodes.len() + 1];
        for &target in &graph.edges.to {
            first[target as usize] += 1;
        }
        let mut end = 0;
        for first in &mut first {
            end += *first;
            *first = end;
        }
        // Filled from behind, so that each list begins with the last edge of the file, as DevTools has it.
        let mut edges = vec![0; graph.edges.to.len()];
        for (edge, &target) in (0_u32..).zip(&graph.edges.to) {
            let place = &mut first[target as usize];
            *place -= 1;
            edges[*place as usize] = edge;
        }
        Self { first, edges }
    }

    /// Edges that end at a node, of every kind, the last of the file first.
    pub(crate) fn of(
        &self,
        node: NodeIx,
    ) -> impl DoubleEndedIterator<Item = EdgeIx> + ExactSizeIterator + '_ {
        let node = node.0 as usize;
        let range = self.first[node] as usize..self.first[node + 1] as usize;
        self.edges[range].iter().copied().map(EdgeIx)
    }
}
