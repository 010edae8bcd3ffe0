//! Where ways lead.

use super::Graph;
use crate::ground::bits::Bits;

/// The nodes to which a way leads from some of them, over edges that may be gone: asked by source, number and target.
///
/// Nodes are looked at in the order of the file, so that memory is read from one end to the other; only what is met behind the
/// place where that is has to be gone back for.
pub(crate) fn reached(
    graph: &Graph,
    starts: impl IntoIterator<Item = u32>,
    may: impl Fn(u32, usize, u32) -> bool,
) -> Bits {
    let mut reach = Reach {
        graph,
        may,
        reached: Bits::new(graph.nodes.len()),
        behind: Vec::new(),
    };
    for node in starts {
        reach.reached.set(node);
    }
    for node in 0..graph.node_count() {
        if reach.reached.get(node) {
            reach.visit(node, node);
            while let Some(behind) = reach.behind.pop() {
                reach.visit(behind, node);
            }
        }
    }
    reach.reached
}

struct Reach<'a, F> {
    graph: &'a Graph,
    may: F,
    reached: Bits,
    /// Nodes whose turn is over.
    behind: Vec<u32>,
}

impl<F: Fn(u32, usize, u32) -> bool> Reach<'_, F> {
    /// A function of its own, which a wasm engine makes quick while it is still at it.
    #[inline(never)]
    fn visit(&mut self, node: u32, turn: u32) {
        let edges = self.graph.nodes.edges(node);
        for (edge, &target) in edges.clone().zip(&self.graph.edges.to[edges]) {
            if !self.reached.get(target) && (self.may)(node, edge, target) {
                self.reached.set(target);
                if target < turn {
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
