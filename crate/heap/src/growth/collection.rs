//! Collections with more entries in every snapshot; those with string keys are caches.

use std::cmp::Reverse;

use super::{
    files::Files,
    line::Line,
    pattern::weigh,
    steps::{Steps, Unit},
};
use crate::{
    CollectionGrowth, Pattern,
    compare::growing_collections,
    finding::{Index, entries, held_by, members, shape},
};

/// Of so many the weight is looked at.
const MOST: usize = 100;

pub(super) fn lines(files: &Files) -> Vec<Line> {
    let index = files.last();
    let rows = growing_collections(files.hands, files.snapshots, &files.earlier);
    let mut grown: Vec<(CollectionGrowth, Steps)> = rows
        .into_iter()
        .filter(|row| !index.is_plumbing(row.node))
        .map(|row| {
            let steps = steps(&row, files);
            (row, steps)
        })
        .filter(|(_, steps)| steps.grows())
        .collect();
    // Stable: then the most bytes of its own first.
    grown.sort_by_key(|(_, steps)| {
        Reverse((
            steps.is_even(files.actions),
            steps.unit == Unit::Objects,
            steps.gained(),
        ))
    });
    grown.truncate(MOST);
    let line = |(row, steps): (CollectionGrowth, Steps)| {
        let node = row.node;
        let mut entries = members(index, node);
        entries.retain(|&entry| files.is_new(entry));
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
            certainty: steps.certainty(files.actions),
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
fn steps(row: &CollectionGrowth, files: &Files) -> Steps {
    if !row.grows_in_references() {
        return Steps::bytes(row.sizes.clone());
    }
    let count = |(at, index): (usize, &Index)| {
        let node = match files.earlier.get(at) {
            Some(by_id) => by_id.find(row.id),
            None => Some(row.node),
        };
        node.map_or(0, |node| entries(index, node))
    };
    Steps::objects(files.indexes.iter().enumerate().map(count).collect())
}
