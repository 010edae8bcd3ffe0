//! The tree of dominators.

use std::ops::Range;

use super::{Page, Sort};
use crate::{NodeIx, Snapshot};

impl Snapshot {
    /// The object, what dominates it, and so on to the root (DevTools: `getDominatorsOf`).
    pub fn dominators(&self, node: NodeIx) -> Vec<NodeIx> {
        let root = self.graph.root();
        let mut chain = vec![node];
        let mut node = node;
        while node != root {
            node = self.dominator(node);
            chain.push(node);
        }
        chain
    }

    /// Objects that have this one as their immediate dominator.
    pub fn dominated(&self, node: NodeIx, sort: Sort, range: Range<usize>) -> Page<NodeIx> {
        let tree = &self.tree;
        let place = self.places()[node.0 as usize] as usize;
        let end = place + tree.span[place] as usize;
        let mut nodes = Vec::new();
        let mut next = place + 1;
        while next < end {
            nodes.push(NodeIx(tree.order[next]));
            next += tree.span[next] as usize;
        }
        // The tree's order is not the file's.
        nodes.sort_unstable();
        self.sorted(nodes, sort, range)
    }
}
