//! A line of the answer in the making.

use super::steps::Steps;
use crate::{Certainty, EdgeIx, NodeIx, Pattern, Snapshot, figure::tree::DominatorTree};

/// Something that grew.
pub(super) struct Line {
    pub(super) pattern: Pattern,
    /// What it is, without how it grew.
    pub(super) label: String,
    /// What is said behind the steps.
    pub(super) note: String,
    pub(super) steps: Steps,
    pub(super) node: NodeIx,
    pub(super) edge: Option<EdgeIx>,
    pub(super) objects: Vec<NodeIx>,
    /// Bytes that go with all of it.
    pub(super) retained: u64,
    /// Bytes that came since the first snapshot and would go with what is new of it.
    pub(super) gained: u64,
    /// Entries of a collection that were not there at first.
    pub(super) entries: Vec<NodeIx>,
    /// What would go.
    pub(super) gone: Vec<NodeIx>,
    pub(super) certainty: Certainty,
    /// Whether what holds it was there in the first snapshot; else it is held by what leaks.
    pub(super) is_cause: bool,
}

/// Bytes of these objects themselves.
pub(super) fn bytes(snapshot: &Snapshot, nodes: &[NodeIx]) -> u64 {
    let each = nodes.iter().map(|&node| snapshot.shallow_size(node));
    each.fold(0, u64::saturating_add)
}

/// What the object dominates, itself first.
pub(super) fn dominated(snapshot: &Snapshot, node: NodeIx) -> &[u32] {
    let DominatorTree { order, span, .. } = &snapshot.tree;
    let place = snapshot.places()[node.0 as usize] as usize;
    &order[place..place + span[place] as usize]
}
