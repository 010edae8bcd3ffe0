//! A part of a sorted list of objects.

use std::{cmp::Ordering, ops::Range};

use crate::{NodeIx, Snapshot};

/// What a list of objects is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum SortKey {
    Id,
    Distance,
    ShallowSize,
    RetainedSize,
}

/// How a list of objects is sorted; equals stand by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Order {
    /// What decides.
    pub by: SortKey,
    /// The largest first.
    pub descending: bool,
}

impl Order {
    /// The largest retained size first: as DevTools lists objects.
    pub const LARGEST: Order = Order {
        by: SortKey::RetainedSize,
        descending: true,
    };
    /// The oldest first.
    pub const BY_ID: Order = Order {
        by: SortKey::Id,
        descending: false,
    };

    fn compare(self, snapshot: &Snapshot, a: NodeIx, b: NodeIx) -> Ordering {
        let id = |node| (snapshot.graph.id(node), node);
        let decided = match self.by {
            SortKey::Id => id(a).cmp(&id(b)),
            SortKey::Distance => snapshot.distance(a).cmp(&snapshot.distance(b)),
            SortKey::ShallowSize => snapshot.shallow_size(a).cmp(&snapshot.shallow_size(b)),
            SortKey::RetainedSize => snapshot.retained_size(a).cmp(&snapshot.retained_size(b)),
        };
        let decided = if self.descending {
            decided.reverse()
        } else {
            decided
        };
        decided.then_with(|| id(a).cmp(&id(b)))
    }
}

/// The places `range` of the sorted list; only they are sorted. What lies beyond the end is left out.
pub(crate) fn part(
    snapshot: &Snapshot,
    mut nodes: Vec<NodeIx>,
    order: Order,
    range: Range<usize>,
) -> Vec<NodeIx> {
    let compare = |a: &NodeIx, b: &NodeIx| order.compare(snapshot, *a, *b);
    if range.end < nodes.len() {
        nodes.select_nth_unstable_by(range.end, compare);
        nodes.truncate(range.end);
    }
    let start = range.start.min(nodes.len());
    if start > 0 && start < nodes.len() {
        nodes.select_nth_unstable_by(start, compare);
    }
    nodes.drain(..start);
    nodes.sort_unstable_by(compare);
    nodes
}
