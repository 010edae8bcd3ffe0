//! The rows of a comparison: objects of both sides walked by id.

use super::{changed::Object, group::ClassGroup, row::ComparisonRow};
use crate::{NodeIx, Snapshot};

/// Rows under way.
pub(super) struct Merge<'a> {
    base: &'a Snapshot,
    later: &'a Snapshot,
    list: Vec<ComparisonRow>,
    added: Vec<NodeIx>,
    removed: Vec<NodeIx>,
}

impl<'a> Merge<'a> {
    pub(super) fn new(base: &'a Snapshot, later: &'a Snapshot) -> Self {
        Self {
            base,
            later,
            list: Vec::new(),
            added: Vec::new(),
            removed: Vec::new(),
        }
    }

    /// Rows, and the objects that their ranges are of.
    pub(super) fn finish(self) -> (Vec<ComparisonRow>, Vec<NodeIx>, Vec<NodeIx>) {
        (self.list, self.added, self.removed)
    }

    /// The row of a constructor, if anything changed; `went_all` if the later snapshot has none of it.
    pub(super) fn add(
        &mut self,
        group: &ClassGroup,
        before: &[Object],
        after: &[Object],
        went_all: bool,
    ) {
        let starts = (self.added.len(), self.removed.len());
        let (mut old, mut new) = (before.iter().peekable(), after.iter().peekable());
        loop {
            let (went, came) = match (old.peek(), new.peek()) {
                (None, None) => break,
                (Some(a), Some(b)) => (a.id <= b.id, b.id <= a.id),
                (a, b) => (a.is_some(), b.is_some()),
            };
            match (old.next_if(|_| went), new.next_if(|_| came)) {
                (Some(gone), None) => self.removed.push(NodeIx(gone.node)),
                (None, Some(fresh)) => self.added.push(NodeIx(fresh.node)),
                _ => {}
            }
        }
        let (added, removed) = (starts.0..self.added.len(), starts.1..self.removed.len());
        if added.is_empty() && removed.is_empty() {
            return;
        }
        let newest = before.last().filter(|_| went_all);
        let name = newest.map(|newest| self.base.class_name(NodeIx(newest.node)));
        let name = name.unwrap_or(&group.name);
        self.list.push(ComparisonRow {
            key: group.key.clone(),
            name: name.to_vec(),
            added_count: added.len() as u32,
            removed_count: removed.len() as u32,
            added_size: size(self.later, &self.added[added.clone()]),
            removed_size: size(self.base, &self.removed[removed.clone()]),
            added,
            removed,
        });
    }
}

fn size(snapshot: &Snapshot, nodes: &[NodeIx]) -> u64 {
    let sizes = nodes.iter().map(|node| snapshot.shallow_size(*node));
    sizes.fold(0, u64::saturating_add)
}
