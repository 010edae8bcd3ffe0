//! Collections with more entries in every snapshot; those with string keys are caches.

use std::cmp::Reverse;

use super::{
    age::Age,
    line::Line,
    pattern::weigh,
    steps::{Steps, Unit},
};
use crate::{
    CollectionGrowth, Pattern, Snapshot,
    compare::{ById, growing_collections},
    finding::{Index, entries, held_by, members, shape},
};

/// Of so many the weight is looked at.
const MOST: usize = 100;

pub(super) fn lines(
    snapshots: &[&Snapshot],
    indexes: &[Index],
    earlier: &[ById],
    age: &Age,
    actions: Option<u64>,
) -> Vec<Line> {
    let Some(index) = indexes.last() else {
        return Vec::new();
    };
    let rows = growing_collections(snapshots, earlier);
    let mut grown: Vec<(CollectionGrowth, Steps)> = rows
        .into_iter()
        .filter(|row| !index.is_plumbing(row.node))
        .map(|row| {
            let steps = steps(&row, indexes, earlier);
            (row, steps)
        })
        .filter(|(_, steps)| steps.grows())
        .collect();
    // Stable: then the most bytes of its own first.
    grown.sort_by_key(|(_, steps)| {
        Reverse((
            steps.is_even(actions),
            steps.unit == Unit::Objects,
            steps.gained(),
        ))
    });
    grown.truncate(MOST);
    let line = |(row, steps): (CollectionGrowth, Steps)| {
        let node = row.node;
        let mut entries = members(index, node);
        entries.retain(|&entry| age.is_new(entry));
        let (gone, gained) = weigh(index, &entries);
        let table = Steps::bytes(row.sizes).gained();
        let (held, edge) = held_by(index, node);
        let shape = shape(index, node);
        let keys = shape
            .as_ref()
            .map_or(String::new(), |shape| format!(" with keys such as {shape}"));
        Line {
            pattern: match shape {
                Some(_) => Pattern::KeyedCache,
                None => Pattern::GrowingCollection,
            },
            label: format!("{}{keys}{held}", index.class_text(node)),
            note: String::new(),
            certainty: steps.certainty(actions),
            steps,
            node,
            edge,
            objects: vec![node],
            retained: index.snapshot.retained_size(node),
            gained: gained.saturating_add(table),
            entries,
            gone,
            is_cause: row.born == 0,
        }
    };
    grown.into_iter().map(line).collect()
}

/// Entries in each snapshot, or bytes where only these grow.
fn steps(row: &CollectionGrowth, indexes: &[Index], earlier: &[ById]) -> Steps {
    if !row.grows_in_references() {
        return Steps::bytes(row.sizes.clone());
    }
    let count = |(at, index): (usize, &Index)| {
        let node = match earlier.get(at) {
            Some(by_id) => by_id.find(row.id),
            None => Some(row.node),
        };
        node.map_or(0, |node| entries(index, node))
    };
    Steps::objects(indexes.iter().enumerate().map(count).collect())
}
