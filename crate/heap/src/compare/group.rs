//! The objects of each constructor, to be paired with those of another snapshot.

use rustc_hash::FxHashMap;

use super::label::Labels;
use crate::{ClassRow, Snapshot};

/// One constructor.
pub(crate) struct ClassGroup {
    pub(crate) key: Vec<u8>,
    /// The constructor's name, WTF-8.
    pub(crate) name: Vec<u8>,
    pub(crate) class: u32,
    pub(crate) count: u32,
    /// Bytes of the objects themselves.
    pub(crate) size: u64,
}

impl ClassGroup {
    /// A row of the Summary.
    fn of(row: &ClassRow) -> Self {
        Self {
            key: row.key.clone(),
            name: row.name.clone(),
            class: row.class,
            count: row.count,
            size: row.shallow,
        }
    }
}

/// All constructors, in the order in which the file first has one of each.
pub(crate) fn groups(snapshot: &Snapshot, labels: &Labels<'_>) -> Vec<ClassGroup> {
    if labels.are_own() {
        return snapshot.rows().iter().map(ClassGroup::of).collect();
    }
    let mut sums = vec![(0_u32, 0_u64); labels.len()];
    let mut order = Vec::new();
    labels.for_each(|node, class| {
        let (count, size) = &mut sums[class as usize];
        if *count == 0 {
            order.push(class);
        }
        *count += 1;
        *size = size.saturating_add(snapshot.graph.nodes.size.get(node));
    });
    let mut groups: Vec<ClassGroup> = Vec::with_capacity(order.len());
    let mut by_key: FxHashMap<Vec<u8>, usize> = FxHashMap::default();
    for class in order {
        let (count, size) = sums[class as usize];
        let group = ClassGroup {
            key: labels.key(class),
            name: labels.name(class).to_vec(),
            class,
            count,
            size,
        };
        // As in the Summary: of two classes with one key the later takes the row.
        let place = *by_key.entry(group.key.clone()).or_insert(groups.len());
        if place == groups.len() {
            groups.push(group);
        } else {
            groups[place] = group;
        }
    }
    groups
}

/// The objects of each group, by id.
pub(crate) struct Members {
    objects: Vec<Object>,
    /// Where each group's end; they begin where those of the one before end.
    ends: Vec<usize>,
}

/// Ordered by id.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Object {
    pub(crate) id: [u32; 2],
    pub(crate) node: u32,
}

impl Members {
    pub(crate) fn new(snapshot: &Snapshot, labels: &Labels<'_>, groups: &[ClassGroup]) -> Self {
        const NONE: usize = usize::MAX;
        let mut places = vec![NONE; labels.len()];
        let mut ends = Vec::with_capacity(groups.len());
        let mut end = 0;
        for (place, group) in groups.iter().enumerate() {
            places[group.class as usize] = place;
            ends.push(end);
            end += group.count as usize;
        }
        let mut objects = vec![Object::default(); end];
        labels.for_each(|node, class| {
            let place = places[class as usize];
            if place != NONE {
                let id = snapshot.graph.nodes.id.halves(node);
                objects[ends[place]] = Object { id, node };
                ends[place] += 1;
            }
        });
        let mut start = 0;
        for &end in &ends {
            objects[start..end].sort_unstable();
            start = end;
        }
        Self { objects, ends }
    }

    /// Those of the group at this place in the list of groups.
    pub(crate) fn of(&self, group: usize) -> &[Object] {
        let start = group.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.objects[start..self.ends[group]]
    }
}
