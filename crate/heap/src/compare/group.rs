//! Constructors, to be paired with those of another snapshot.

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
