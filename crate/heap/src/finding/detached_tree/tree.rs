//! Which detached nodes are one tree: in Blink a node refers to its parent, its siblings and its first child.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{is_detached, is_dom_node};
use crate::{NodeIx, NodeKind, finding::index::Index};

/// Nodes of one tree, in the order of the file.
pub(super) struct Tree {
    pub(super) nodes: Vec<NodeIx>,
}

/// All of them, in the order of the file.
pub(super) fn trees(index: &Index) -> Vec<Tree> {
    let natives = index.of_kind(NodeKind::Native);
    let nodes: Vec<NodeIx> = natives
        .filter(|&node| is_detached(index, node) && is_dom_node(index.graph.raw_name(node)))
        .collect();
    let mut leader: Vec<usize> = (0..nodes.len()).collect();
    for (at, &node) in nodes.iter().enumerate() {
        for (_, target) in index.strong(node) {
            if let Ok(other) = nodes.binary_search(&target) {
                let (a, b) = (lead(&mut leader, at), lead(&mut leader, other));
                leader[a.max(b)] = a.min(b);
            }
        }
    }
    let mut trees: Vec<Tree> = Vec::new();
    let mut by_leader: FxHashMap<usize, usize> = FxHashMap::default();
    for (at, &node) in nodes.iter().enumerate() {
        let next = trees.len();
        let tree = *by_leader.entry(lead(&mut leader, at)).or_insert(next);
        if tree == next {
            trees.push(Tree { nodes: Vec::new() });
        }
        trees[tree].nodes.push(node);
    }
    trees
}

/// Who speaks for the tree; halves the way on each walk.
fn lead(leader: &mut [usize], mut at: usize) -> usize {
    while leader[at] != at {
        leader[at] = leader[leader[at]];
        at = leader[at];
    }
    at
}

impl Tree {
    pub(super) fn has(&self, node: NodeIx) -> bool {
        self.nodes.binary_search(&node).is_ok()
    }

    /// The file does not say which edge leads to the parent. But only the root has neither parent nor siblings, so it refers
    /// to the fewest others; among those its children refer to it.
    pub(super) fn root(&self, index: &Index) -> NodeIx {
        let mut referred = vec![0_u32; self.nodes.len()];
        let mut refers = vec![0_u32; self.nodes.len()];
        for (at, &node) in self.nodes.iter().enumerate() {
            for (_, target) in index.strong(node) {
                if let Ok(other) = self.nodes.binary_search(&target)
                    && other != at
                {
                    referred[other] += 1;
                    refers[at] += 1;
                }
            }
        }
        let best = (0..self.nodes.len()).min_by_key(|&at| {
            let name = index.graph.raw_name(self.nodes[at]);
            let is_text = name.ends_with(b"Text") || name.ends_with(b"Comment");
            (is_text, refers[at], Reverse(referred[at]))
        });
        self.nodes[best.unwrap_or(0)]
    }
}
