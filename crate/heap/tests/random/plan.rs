//! What a random heap is made from: kept apart from the heap so that it shrinks well.

use proptest::sample::Index;

use crate::draw::{EdgeKind, NodeKind};

#[derive(Clone, Debug)]
pub(super) struct Recipe {
    pub(super) nodes: Vec<NodePlan>,
    pub(super) edges: Vec<EdgePlan>,
    /// The root's own edges come before those others.
    pub(super) root_edges: Vec<(EdgeKind, usize, Index)>,
    /// Chromium 156's root: all hangs off a single `(GC roots)`.
    pub(super) only_gc_roots: bool,
    /// 0: first; 1: last; 2: wherever the index says, if the limits allow.
    pub(super) root_at: (u8, Index),
    pub(super) pairs: Vec<PairPlan>,
    pub(super) shapes: Vec<(Vec<usize>, Vec<Index>)>,
    pub(super) first_id: u64,
    /// For ids that do not grow along the file.
    pub(super) id_order: u64,
    pub(super) with_detachedness: bool,
    pub(super) with_trace_ids: bool,
    pub(super) extra_native_bytes: Option<u64>,
    pub(super) samples: Vec<u8>,
}

#[derive(Clone, Debug)]
pub(super) struct NodePlan {
    pub(super) kind: NodeKind,
    pub(super) name: usize,
    /// Whether the name has a place of its own in the strings.
    pub(super) name_again: bool,
    pub(super) size: u64,
    pub(super) detachedness: u8,
    pub(super) trace: u64,
    pub(super) location: Option<(u64, u64)>,
}

#[derive(Clone, Debug)]
pub(super) struct EdgePlan {
    pub(super) from: Index,
    pub(super) kind: EdgeKind,
    pub(super) name: usize,
    pub(super) to: Index,
    pub(super) twice: bool,
}

/// A value in a `WeakMap`.
#[derive(Clone, Debug)]
pub(super) struct PairPlan {
    pub(super) key: Index,
    pub(super) value: Index,
    pub(super) table: Index,
    /// Bit 0: the key's side is there; bit 1: the table's.
    pub(super) sides: u8,
}

impl Recipe {
    /// The same heap some time later: some nodes and edges are gone, some have come.
    pub(super) fn changed_by(self, change: &Self) -> Self {
        let kept = self.nodes.len().min(change.nodes.len() * 2 / 3 + 1);
        let nodes = self.nodes[..kept]
            .iter()
            .chain(&change.nodes[kept.min(change.nodes.len())..]);
        let edges = self
            .edges
            .iter()
            .take(change.edges.len())
            .chain(change.edges.iter().take(20));
        Self {
            nodes: nodes.cloned().collect(),
            edges: edges.cloned().collect(),
            ..self
        }
    }
}
