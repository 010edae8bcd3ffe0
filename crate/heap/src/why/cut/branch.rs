//! Where the ways up the dominator tree from several objects come together.

use rustc_hash::FxHashSet;

use crate::{NodeIx, Snapshot, ground::bits::Bits};

/// Among others, the closest common dominator of any two of the objects.
pub(super) fn branches(snapshot: &Snapshot, nodes: &[NodeIx]) -> FxHashSet<NodeIx> {
    let mut branches = FxHashSet::default();
    if nodes.len() < 2 {
        return branches;
    }
    let mut passed = Bits::new(snapshot.graph().node_count() as usize);
    let root = snapshot.graph().root();
    passed.set(root.0);
    let mut first = true;
    for &node in nodes {
        let mut at = node;
        while passed.insert(at.0) {
            at = snapshot.dominator(at);
        }
        // The first way goes up to the root and meets no other.
        if !std::mem::take(&mut first) {
            branches.insert(at);
        }
    }
    branches
}
