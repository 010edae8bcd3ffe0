//! The snapshots that are compared, with what every question about growth asks of them.

use super::made::Made;
use crate::{
    Graph, NodeIx, Pattern, Snapshot,
    finding::Index,
    graph::ById,
    ground::{
        bits::Bits,
        together::{Hands, both, each},
    },
};

/// Which patterns are wanted.
pub(super) type Wanted<'a> = dyn Fn(Pattern) -> bool + Sync + 'a;

/// Snapshots of one process in the order they were taken, two at least.
pub(super) struct Files<'a> {
    pub(super) snapshots: &'a [&'a Snapshot],
    pub(super) indexes: Vec<Index<'a>>,
    /// Who does what can be done apart.
    pub(super) hands: &'a dyn Hands,
    /// Objects of all but the last.
    pub(super) earlier: Vec<&'a ById>,
    pub(super) made: Vec<Made<'a>>,
    /// How often something was done between two of them, if that is known.
    pub(super) actions: Option<u64>,
    /// Objects of the last that the first had not.
    new: Bits,
}

impl<'a> Files<'a> {
    /// Nothing grows over fewer than two.
    pub(super) fn new(
        snapshots: &'a [&'a Snapshot],
        actions: Option<u64>,
        hands: &'a dyn Hands,
    ) -> Option<Self> {
        let [first, before_last @ .., last] = snapshots else {
            return None;
        };
        let ((earlier, new), (indexes, made)) = both(
            hands,
            || {
                let first = first.by_id();
                let new = new(first, &last.graph);
                let others = each(hands, before_last, |file| file.by_id());
                let earlier: Vec<&ById> = std::iter::once(first).chain(others).collect();
                (earlier, new)
            },
            || {
                let each_of = |file: &&'a Snapshot| (Index::new(file), Made::new(file));
                each(hands, snapshots, each_of).into_iter().unzip()
            },
        );
        Some(Self {
            snapshots,
            indexes,
            hands,
            earlier,
            made,
            actions,
            new,
        })
    }

    /// Of the last snapshot.
    pub(super) fn last(&self) -> &Index<'a> {
        &self.indexes[self.indexes.len() - 1]
    }

    /// Objects of the one before the last snapshot.
    pub(super) fn before(&self) -> &ById {
        self.earlier[self.earlier.len() - 1]
    }

    /// What a script made of the last snapshot.
    pub(super) fn made_last(&self) -> &Made<'a> {
        &self.made[self.made.len() - 1]
    }

    /// Whether an object of the last snapshot was not there in the first.
    pub(super) fn is_new(&self, node: NodeIx) -> bool {
        self.new.get(node.0)
    }
}

fn new(first: &ById, last: &Graph) -> Bits {
    let mut new = Bits::new(last.node_count() as usize);
    let came = |node: &NodeIx| !first.has(last.id(*node));
    last.nodes().filter(came).for_each(|node| new.set(node.0));
    new
}
