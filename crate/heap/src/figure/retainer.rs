//! Edges seen from their targets.

use crate::{EdgeIx, Graph, NodeIx, ground::piece::to_end};

/// All edges by target.
#[derive(Debug)]
pub(crate) struct Retainers {
    first: Vec<u32>,
    edges: Vec<u32>,
}

impl Retainers {
    pub(crate) fn new(graph: &Graph) -> Self {
        let mut sorting = Sorting::default();
        to_end(|| sorting.step(graph, usize::MAX))
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

/// Edges on their way to their targets.
#[derive(Debug, Default)]
pub(crate) struct Sorting {
    /// How many edges end at each node, then where the last of them stands.
    first: Vec<u32>,
    edges: Vec<u32>,
    counted: usize,
    placed: usize,
}

impl Sorting {
    /// Does the next piece, of so many edges; the last one gives the result.
    pub(crate) fn step(&mut self, graph: &Graph, most: usize) -> Option<Retainers> {
        let to = &graph.edges.to;
        self.first.resize(graph.nodes.len() + 1, 0);
        if self.counted < to.len() {
            let end = to.len().min(self.counted.saturating_add(most));
            for &target in &to[self.counted..end] {
                self.first[target as usize] += 1;
            }
            self.counted = end;
            return None;
        }
        if self.edges.len() < to.len() {
            let mut end = 0;
            for first in &mut self.first {
                end += *first;
                *first = end;
            }
            self.edges = vec![0; to.len()];
            return None;
        }
        // Filled from behind, so that each list begins with the last edge of the file, as DevTools has it.
        let end = to.len().min(self.placed.saturating_add(most));
        for (edge, &target) in (self.placed as u32..).zip(&to[self.placed..end]) {
            let place = &mut self.first[target as usize];
            *place -= 1;
            self.edges[*place as usize] = edge;
        }
        self.placed = end;
        (end == to.len()).then(|| Retainers {
            first: std::mem::take(&mut self.first),
            edges: std::mem::take(&mut self.edges),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Edges, Nodes};

    #[test]
    fn each_node_has_its_edges_however_many_steps_that_takes() {
        let to: Vec<u32> = (0..100).map(|edge| edge * edge % 7).collect();
        let graph = Graph {
            nodes: Nodes {
                kind: vec![0; 8],
                ..Nodes::default()
            },
            edges: Edges {
                to: to.clone(),
                ..Edges::default()
            },
            ..Graph::default()
        };
        for most in [1, 9, 100, usize::MAX] {
            let mut sorting = Sorting::default();
            let retainers = std::iter::repeat_with(|| sorting.step(&graph, most));
            let retainers = retainers.flatten().next().unwrap();
            for node in 0..8 {
                let edges = (0..100).rev().filter(|&edge| to[edge as usize] == node);
                assert!(retainers.of(NodeIx(node)).eq(edges.map(EdgeIx)));
            }
        }
    }
}
