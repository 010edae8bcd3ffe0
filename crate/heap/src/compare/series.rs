//! Any number of snapshots: what grows in every step.

use rustc_hash::FxHashMap;

use super::{
    collection::{self, CollectionGrowth},
    group::groups,
    growth::{gained, grows},
    label::Labels,
};
use crate::{
    Snapshot,
    graph::ById,
    ground::together::{Alone, Hands, each},
};

/// What grew from each snapshot to the next: a leak does, a cache that has filled does not.
#[derive(Clone, Debug)]
pub struct Series {
    classes: Vec<ClassGrowth>,
    collections: Vec<CollectionGrowth>,
}

/// A constructor that grew in every step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassGrowth {
    /// See [`crate::ClassRow::key`].
    pub key: Vec<u8>,
    /// The constructor, WTF-8.
    pub name: Vec<u8>,
    /// Objects in each snapshot.
    pub counts: Vec<u32>,
    /// Bytes of the objects themselves in each snapshot.
    pub sizes: Vec<u64>,
}

impl ClassGrowth {
    /// Whether there were more objects in each snapshot than in the one before; if not, their bytes grew.
    pub fn grows_in_count(&self) -> bool {
        grows(&self.counts)
    }

    /// Whether they took more bytes in each snapshot than in the one before.
    pub fn grows_in_size(&self) -> bool {
        grows(&self.sizes)
    }

    fn gained(&self) -> (u64, u64) {
        (gained(&self.sizes), gained(&self.counts))
    }
}

impl Series {
    /// Compares snapshots in the order in which they were taken. Of less than two nothing grows.
    pub fn new(snapshots: &[&Snapshot]) -> Self {
        let earlier = &snapshots[..snapshots.len().saturating_sub(1)];
        let by_id: Vec<&ById> = earlier.iter().map(|file| file.by_id()).collect();
        Self {
            classes: growing_classes(&Alone, snapshots),
            collections: collection::growing(&Alone, snapshots, &by_id),
        }
    }

    /// Constructors of which there were more objects, or more bytes of them, in each snapshot than in the one before; the
    /// most bytes gained first. Plain objects of all snapshots are told apart by the interfaces of the last.
    pub fn classes(&self) -> &[ClassGrowth] {
        &self.classes
    }

    /// Single objects that, since they are there, held more in each snapshot than in the one before; the most bytes gained first.
    pub fn collections(&self) -> &[CollectionGrowth] {
        &self.collections
    }
}

/// See [`Series::classes`].
pub(crate) fn growing_classes(hands: &dyn Hands, snapshots: &[&Snapshot]) -> Vec<ClassGrowth> {
    let [earlier @ .., last] = snapshots else {
        return Vec::new();
    };
    if earlier.is_empty() {
        return Vec::new();
    }
    let groups_of_last = groups(last, &Labels::own(last));
    let groups_before = each(hands, earlier, |snapshot| {
        groups(snapshot, &Labels::under(snapshot, &last.interfaces))
    });
    let places: FxHashMap<&[u8], usize> = groups_of_last
        .iter()
        .enumerate()
        .map(|(place, group)| (group.key.as_slice(), place))
        .collect();
    // Where a snapshot has none of a class, there are 0 of it.
    let mut rows: Vec<ClassGrowth> = groups_of_last
        .iter()
        .map(|group| ClassGrowth {
            key: group.key.clone(),
            name: group.name.clone(),
            counts: vec![0; snapshots.len()],
            sizes: vec![0; snapshots.len()],
        })
        .collect();
    for (step, groups) in groups_before.iter().enumerate() {
        for group in groups {
            if let Some(&place) = places.get(group.key.as_slice()) {
                rows[place].counts[step] = group.count;
                rows[place].sizes[step] = group.size;
            }
        }
    }
    for (row, group) in rows.iter_mut().zip(&groups_of_last) {
        row.counts[earlier.len()] = group.count;
        row.sizes[earlier.len()] = group.size;
    }
    rows.retain(|row| row.grows_in_count() || row.grows_in_size());
    rows.sort_by_key(|row| std::cmp::Reverse(row.gained()));
    rows
}
