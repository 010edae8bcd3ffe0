//! Objects that may have come or gone: nearly all are in both snapshots, and those are left out before anything is sorted.

use super::{group::ClassGroup, label::Labels};
use crate::{ObjectId, Snapshot, ground::bits::Bits};

/// One of two snapshots.
pub(super) struct Side<'a> {
    snapshot: &'a Snapshot,
    labels: &'a Labels<'a>,
    /// By class: the place of its group, if it has one.
    places: Vec<Option<usize>>,
}

/// Objects by group.
pub(super) struct Members(Vec<Object>);

/// Ordered by the place of its group, then by id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Object {
    group: u32,
    pub(super) id: ObjectId,
    pub(super) node: u32,
}

impl<'a> Side<'a> {
    pub(super) fn new(
        snapshot: &'a Snapshot,
        labels: &'a Labels<'a>,
        groups: &[ClassGroup],
    ) -> Self {
        let mut places = vec![None; labels.len()];
        for (place, group) in groups.iter().enumerate() {
            places[group.class as usize] = Some(place);
        }
        Self {
            snapshot,
            labels,
            places,
        }
    }

    /// Calls with each object that is in a group, in the order of the file.
    fn for_each(&self, mut call: impl FnMut(Object)) {
        self.labels.for_each(|node, class| {
            if let Some(group) = self.places[class as usize] {
                call(Object {
                    group: group as u32,
                    id: ObjectId(self.snapshot.graph.nodes.id.get(node)),
                    node,
                });
            }
        });
    }
}

/// Of both snapshots all but pairs of one id in groups that are pairs. `pairs` has the place of the later group for each
/// earlier one.
///
/// An id that several objects have finds the first of them only; the others are left to those who go through what is sorted.
pub(super) fn changed(
    base: &Side<'_>,
    later: &Side<'_>,
    pairs: &[Option<usize>],
) -> (Members, Members) {
    const NONE: u32 = u32::MAX;
    let count = later.snapshot.graph.nodes.len();
    let mut groups = vec![NONE; count];
    later.for_each(|object| groups[object.node as usize] = object.group);
    let mut stayed = Bits::new(count);
    let by_id = later.snapshot.by_id();
    let mut gone = Vec::new();
    base.for_each(|object| {
        let pair = pairs[object.group as usize].map_or(NONE, |pair| pair as u32);
        let same = by_id
            .find(object.id)
            .filter(|same| pair != NONE && groups[same.0 as usize] == pair && !stayed.get(same.0));
        match same {
            Some(same) => stayed.set(same.0),
            None => gone.push(object),
        }
    });
    let mut came = Vec::new();
    later.for_each(|object| {
        if !stayed.get(object.node) {
            came.push(object);
        }
    });
    (Members::new(gone), Members::new(came))
}

impl Members {
    fn new(mut objects: Vec<Object>) -> Self {
        objects.sort_unstable();
        Self(objects)
    }

    /// Those of the group at this place in the list of groups, by id.
    pub(super) fn of(&self, group: usize) -> &[Object] {
        let start = self
            .0
            .partition_point(|object| (object.group as usize) < group);
        let rest = &self.0[start..];
        &rest[..rest.partition_point(|object| object.group as usize == group)]
    }
}
