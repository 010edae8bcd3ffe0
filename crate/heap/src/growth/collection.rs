//! Collections with more entries in every snapshot.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{age::Age, line::Line, pattern::weigh, steps::Steps};
use crate::{
    CollectionGrowth, NodeIx, Pattern, Snapshot,
    compare::growing_collections,
    finding::{Index, entries, held_by, members},
    wtf8,
};

pub(super) fn lines(
    snapshots: &[&Snapshot],
    indexes: &[Index],
    age: &Age,
    actions: Option<u64>,
) -> Vec<Line> {
    let Some(index) = indexes.last() else {
        return Vec::new();
    };
    let rows = growing_collections(snapshots);
    let places = places(snapshots, &rows);
    let line = |row: CollectionGrowth| {
        let node = row.node;
        if index.is_plumbing(node) {
            return None;
        }
        let steps = if row.grows_in_references() {
            let count = |(index, places): (&Index, &FxHashMap<u64, NodeIx>)| {
                places
                    .get(&row.id.0)
                    .map_or(0, |&node| entries(index, node))
            };
            Steps::objects(indexes.iter().zip(&places).map(count).collect())
        } else {
            Steps::bytes(row.sizes.clone())
        };
        if !steps.grows() {
            return None;
        }
        let members = members(index, node);
        let new: Vec<NodeIx> = members
            .iter()
            .copied()
            .filter(|&node| age.is_new(node))
            .collect();
        let (gone, gained) = weigh(index, &new);
        let table = Steps::bytes(row.sizes).gained();
        let (held, edge) = held_by(index, node);
        let name = wtf8::lossy(index.snapshot.class_name(node)).into_owned();
        let text = format!("{name}{held}");
        Some(Line {
            pattern: Pattern::GrowingCollection,
            label: text,
            note: String::new(),
            certainty: steps.certainty(actions),
            steps,
            node,
            edge,
            objects: vec![node],
            retained: index.snapshot.retained_size(node),
            gained: gained.saturating_add(table),
            entries: new,
            gone,
            is_cause: row.born == 0,
        })
    };
    rows.into_iter().filter_map(line).collect()
}

/// Where each of the collections is in each snapshot.
fn places(snapshots: &[&Snapshot], rows: &[CollectionGrowth]) -> Vec<FxHashMap<u64, NodeIx>> {
    let wanted: FxHashSet<u64> = rows.iter().map(|row| row.id.0).collect();
    let places = |snapshot: &&Snapshot| {
        let graph = &snapshot.graph;
        let ids = graph.nodes().map(|node| (graph.id(node).0, node));
        ids.filter(|(id, _)| wanted.contains(id)).collect()
    };
    snapshots.iter().map(places).collect()
}
