//! Depth first from the root over essential edges; each node is numbered when it is first met.

use super::NONE;
use crate::{Graph, ground::bits::Bits};

/// The order, and the tree of the search.
#[derive(Debug)]
pub(crate) struct Preorder {
    /// The node with each number.
    pub(crate) vertex: Vec<u32>,
    /// The number of each node.
    pub(crate) number: Vec<u32>,
    /// The number from which each number was met.
    pub(crate) parent: Vec<u32>,
    /// From this number on nodes are reached by nothing but closed cycles: they hang off the root, and their edges do not count.
    pub(crate) closed: u32,
}

impl Preorder {
    pub(crate) fn new(graph: &Graph, essential: &Bits) -> Self {
        let count = graph.nodes.len();
        let mut search = Search {
            graph,
            essential,
            order: Self {
                vertex: Vec::with_capacity(count),
                number: vec![NONE; count],
                parent: Vec::with_capacity(count),
                closed: 0,
            },
            next_edge: vec![0; count],
        };
        search.run(graph.root);
        if search.order.vertex.len() < count {
            search.orphans();
        }
        let mut order = search.order;
        order.closed = order.vertex.len() as u32;
        for node in 0..count as u32 {
            if order.number[node as usize] == NONE {
                order.meet(node, 0);
            }
        }
        order
    }

    fn meet(&mut self, node: u32, parent: u32) -> u32 {
        let number = self.vertex.len() as u32;
        self.number[node as usize] = number;
        self.vertex.push(node);
        self.parent.push(parent);
        number
    }
}

struct Search<'a> {
    graph: &'a Graph,
    essential: &'a Bits,
    order: Preorder,
    /// By number: the edge to follow next.
    next_edge: Vec<u32>,
}

/// Steps of a search that are taken at a time: a wasm engine makes a function quick between its calls, not while it runs.
const STEPS: usize = 1 << 16;

impl Search<'_> {
    fn run(&mut self, start: u32) {
        let begun = self.order.meet(start, 0);
        self.next_edge[begun as usize] = self.graph.nodes.first_edge[start as usize];
        let mut at = Some(begun);
        while let Some(from) = at {
            at = self.walk(begun, from);
        }
    }

    /// Goes on from the number `at`, some steps; says where it is then, or nothing once all that was met since `begun` is done.
    #[inline(never)]
    fn walk(&mut self, begun: u32, mut at: u32) -> Option<u32> {
        let (nodes, edges) = (&self.graph.nodes, &self.graph.edges);
        let order = &mut self.order;
        let mut end = nodes.first_edge[order.vertex[at as usize] as usize + 1];
        for _ in 0..STEPS {
            let mut edge = self.next_edge[at as usize];
            let mut met = None;
            while edge < end {
                let target = edges.to[edge as usize];
                if self.essential.get(edge) && order.number[target as usize] == NONE {
                    met = Some(target);
                    break;
                }
                edge += 1;
            }
            if let Some(target) = met {
                self.next_edge[at as usize] = edge + 1;
                at = order.meet(target, at);
                self.next_edge[at as usize] = nodes.first_edge[target as usize];
                end = nodes.first_edge[target as usize + 1];
            } else {
                if at == begun {
                    return None;
                }
                at = order.parent[at as usize];
                end = nodes.first_edge[order.vertex[at as usize] as usize + 1];
            }
        }
        Some(at)
    }

    /// Nodes that nothing keeps alive hang off the root, with what they keep alive.
    fn orphans(&mut self) {
        let graph = self.graph;
        let mut kept = Bits::new(graph.nodes.len());
        for (edge, &target) in (0..).zip(&graph.edges.to) {
            if self.essential.get(edge) {
                kept.set(target);
            }
        }
        for node in 0..graph.node_count() {
            if self.order.number[node as usize] == NONE && !kept.get(node) {
                self.run(node);
            }
        }
    }
}
