//! Where ways lead.

use super::Graph;
use crate::ground::{bits::Bits, piece::to_end};

/// The nodes to which a way leads from some of them, over edges that may be gone: asked by source, number and target.
///
/// Nodes are looked at in the order of the file, so that memory is read from one end to the other; only what is met behind the
/// place where that is has to be gone back for.
pub(crate) fn reached(
    graph: &Graph,
    starts: impl IntoIterator<Item = u32>,
    may: impl Fn(u32, usize, u32) -> bool,
) -> Bits {
    let mut reach = Reach::new(graph, starts);
    to_end(|| reach.step(graph, u32::MAX, &may))
}

/// The same a piece at a time.
#[derive(Debug)]
pub(crate) struct Reach {
    reached: Bits,
    /// Nodes whose turn is over.
    behind: Vec<u32>,
    /// Whose turn it is.
    turn: u32,
}

impl Reach {
    pub(crate) fn new(graph: &Graph, starts: impl IntoIterator<Item = u32>) -> Self {
        let mut reached = Bits::new(graph.nodes.len());
        for node in starts {
            reached.set(node);
        }
        Self {
            reached,
            behind: Vec::new(),
            turn: 0,
        }
    }

    /// Does the next piece, of so many nodes; the last one gives the result.
    pub(crate) fn step(
        &mut self,
        graph: &Graph,
        most: u32,
        may: &impl Fn(u32, usize, u32) -> bool,
    ) -> Option<Bits> {
        for _ in 0..most {
            if let Some(behind) = self.behind.pop() {
                self.visit(graph, behind, may);
            } else if self.turn == graph.node_count() {
                return Some(std::mem::take(&mut self.reached));
            } else {
                if self.reached.get(self.turn) {
                    self.visit(graph, self.turn, may);
                }
                self.turn += 1;
            }
        }
        None
    }

    /// A function of its own, which a wasm engine makes quick while it is still at it.
    #[inline(never)]
    fn visit(&mut self, graph: &Graph, node: u32, may: &impl Fn(u32, usize, u32) -> bool) {
        let edges = graph.nodes.edges(node);
        for (edge, &target) in edges.clone().zip(&graph.edges.to[edges]) {
            if !self.reached.get(target) && may(node, edge, target) {
                self.reached.set(target);
                if target < self.turn {
                    self.behind.push(target);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::{Edges, Nodes};

    proptest! {
        /// The twin adds what is one edge away until nothing is added.
        #[test]
        fn what_is_reached_is_what_edges_lead_to(
            leaving in prop::collection::vec(prop::collection::vec(0_u32..12, 0..4), 12),
            gone in prop::collection::vec(0_usize..48, 0..6),
            starts in prop::collection::vec(0_u32..12, 1..3),
        ) {
            let mut nodes = Nodes { kind: vec![0; 12], first_edge: vec![0], ..Nodes::default() };
            let to = leaving.concat();
            for edges in &leaving {
                nodes.first_edge.push(nodes.first_edge[nodes.first_edge.len() - 1] + edges.len() as u32);
            }
            let graph = Graph { nodes, edges: Edges { to: to.clone(), ..Edges::default() }, ..Graph::default() };
            let ours = reached(&graph, starts.iter().copied(), |source, edge, target| {
                assert!(graph.nodes.edges(source).contains(&edge) && to[edge] == target);
                !gone.contains(&edge)
            });
            let mut theirs: Vec<bool> = (0..12).map(|node| starts.contains(&node)).collect();
            for _ in 0..12 {
                for source in (0..12_u32).filter(|node| theirs[*node as usize]).collect::<Vec<_>>() {
                    let edges = graph.nodes.edges(source).filter(|edge| !gone.contains(edge));
                    edges.for_each(|edge| theirs[to[edge] as usize] = true);
                }
            }
            prop_assert_eq!((0..12).map(|node| ours.get(node)).collect::<Vec<_>>(), theirs);
        }
    }
}
