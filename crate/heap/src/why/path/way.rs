//! Which edges a search follows, where it ends, and what it knows about the rest of the way.

use crate::{EdgeIx, EdgeKind, NodeIx, Snapshot, figure::analysis::SYSTEM};

/// Rules of a search from an object to the roots.
pub(super) trait Way {
    /// Whether it may go from the edge's target `to` to its source `from`.
    fn goes(&self, edge: EdgeIx, from: NodeIx, to: NodeIx) -> bool;

    /// Steps that are still to go, at least; no edge that may be followed takes off more than one.
    fn rest(&self, node: NodeIx) -> u64;

    /// Whether it has arrived.
    fn ends(&self, node: NodeIx) -> bool;
}

/// As distances go.
pub(super) struct Followed<'a>(pub(super) &'a Snapshot);

impl Way for Followed<'_> {
    fn goes(&self, edge: EdgeIx, from: NodeIx, to: NodeIx) -> bool {
        let (near, far) = (self.0.distance(from), self.0.distance(to));
        // A shorter cut than the distance knows of is an edge that distances pass over.
        near >= 0 && far >= 0 && far <= near.saturating_add(1) && retains(self.0, edge)
    }

    /// The distance: user roots are at 1, and what only the root reaches is so far away that it comes last.
    fn rest(&self, node: NodeIx) -> u64 {
        u64::try_from(self.0.distance(node)).unwrap_or(0)
    }

    fn ends(&self, node: NodeIx) -> bool {
        is_end(self.0, node)
    }
}

/// Any edge, without guidance.
pub(super) struct Unguided<'a> {
    snapshot: &'a Snapshot,
    weak: bool,
}

impl<'a> Unguided<'a> {
    /// Every edge but weak ones.
    pub(super) fn strong(snapshot: &'a Snapshot) -> Self {
        Self {
            snapshot,
            weak: false,
        }
    }

    /// Weak ones, too.
    pub(super) fn any(snapshot: &'a Snapshot) -> Self {
        Self {
            snapshot,
            weak: true,
        }
    }
}

impl Way for Unguided<'_> {
    fn goes(&self, edge: EdgeIx, _from: NodeIx, _to: NodeIx) -> bool {
        self.weak || retains(self.snapshot, edge)
    }

    fn rest(&self, _node: NodeIx) -> u64 {
        0
    }

    fn ends(&self, node: NodeIx) -> bool {
        is_end(self.snapshot, node)
    }
}

/// Another way, over edges that retain only and around some objects.
pub(super) struct Around<'a> {
    pub(super) way: &'a dyn Way,
    pub(super) snapshot: &'a Snapshot,
    pub(super) without: &'a dyn Fn(NodeIx) -> bool,
}

impl Way for Around<'_> {
    fn goes(&self, edge: EdgeIx, from: NodeIx, to: NodeIx) -> bool {
        self.snapshot.essential.get(edge.0)
            && !(self.without)(from)
            && self.way.goes(edge, from, to)
    }

    fn rest(&self, node: NodeIx) -> u64 {
        self.way.rest(node)
    }

    fn ends(&self, node: NodeIx) -> bool {
        self.way.ends(node)
    }
}

fn retains(snapshot: &Snapshot, edge: EdgeIx) -> bool {
    let kind = snapshot.graph().edge_kind(edge);
    !matches!(kind, EdgeKind::Weak | EdgeKind::Invisible)
}

/// User roots are at distance 1, where there are any: then the root itself is at [`SYSTEM`].
fn is_end(snapshot: &Snapshot, node: NodeIx) -> bool {
    let root = snapshot.graph().root();
    node == root || snapshot.distance(root) == SYSTEM && snapshot.distance(node) == 1
}
