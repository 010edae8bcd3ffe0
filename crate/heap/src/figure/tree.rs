//! Retained sizes, and the dominator tree laid out so that whatever an object dominates stands behind it in one piece.

use crate::Graph;

/// The dominator tree by node.
#[derive(Clone, Debug, Default)]
pub(crate) struct DominatorTree {
    /// The immediate dominator; the root's is itself.
    pub(crate) dominator: Vec<u32>,
    /// Bytes: own and of all that is dominated.
    pub(crate) retained: Vec<u64>,
    /// All nodes in preorder of the dominator tree.
    pub(crate) order: Vec<u32>,
    /// How many nodes stand in one piece from each place of `order` on: it and all that it dominates.
    pub(crate) span: Vec<u32>,
    /// From this place of `order` on nodes are reached by nothing but closed cycles, and their edges do not count.
    pub(crate) closed: u32,
}

impl DominatorTree {
    /// Whether there are such nodes.
    pub(crate) fn has_closed(&self) -> bool {
        (self.closed as usize) < self.order.len()
    }

    /// From dominators by number in the order of the search, which a dominator always precedes; `vertex` has the node of
    /// each number.
    pub(crate) fn new(graph: &Graph, vertex: &[u32], closed: u32, dominators: &[u32]) -> Self {
        let count = dominators.len();
        let mut size: Vec<u64> = vertex
            .iter()
            .map(|&node| graph.nodes.size.get(node))
            .collect();
        let mut span = vec![1_u32; count];
        for at in (1..count).rev() {
            let above = dominators[at] as usize;
            size[above] = size[above].saturating_add(size[at]);
            span[above] += span[at];
        }
        let mut tree = Self {
            dominator: vec![0; count],
            retained: vec![0; count],
            order: vec![0; count],
            span: vec![0; count],
            closed,
        };
        // `place` of a number, then where its next child goes.
        let mut place = vec![0_u32; count];
        for at in 0..count {
            let node = vertex[at];
            let own = if at == 0 {
                0
            } else {
                place[dominators[at] as usize]
            };
            if at > 0 {
                place[dominators[at] as usize] += span[at];
            }
            place[at] = own + 1;
            tree.order[own as usize] = node;
            tree.span[own as usize] = span[at];
            tree.retained[node as usize] = size[at];
            tree.dominator[node as usize] = vertex[dominators[at] as usize];
        }
        tree
    }
}
