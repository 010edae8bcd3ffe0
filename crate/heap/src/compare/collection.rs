//! Single collections that grow in every step.

use std::cmp::Reverse;

use super::growth::{gained, grows};
use crate::{
    EdgeKind, EdgeName, NodeIx, NodeKind, ObjectId, Snapshot,
    figure::analysis::{is_empty_key, weak_key},
    graph::ById,
    ground::together::{Hands, each, pieces},
};

/// A Map, Set, Array, `ArrayBuffer` or any other object that, since it is there, held more in each snapshot than in the one
/// before.
///
/// Of a typed array the `ArrayBuffer` is listed: it is what can grow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollectionGrowth {
    /// The same in all snapshots.
    pub id: ObjectId,
    /// The object in the last snapshot.
    pub node: NodeIx,
    /// The constructor in the last snapshot, WTF-8.
    pub name: Vec<u8>,
    /// The first snapshot that has it: later than the first, but before the last.
    pub born: usize,
    /// References it holds in each snapshot, 0 where it is not there yet: elements and properties, keys and values of a Map, members of a Set, pairs of
    /// a `WeakMap`. Small numbers are no references: an array of nothing else grows in bytes only.
    pub references: Vec<u32>,
    /// Bytes of the object and its own store in each snapshot, without what it refers to.
    pub sizes: Vec<u64>,
}

impl CollectionGrowth {
    /// Whether it held more references in each snapshot than in the one before; if not, its bytes grew.
    pub fn grows_in_references(&self) -> bool {
        grows(&self.references[self.born..])
    }

    /// Whether it took more bytes in each snapshot than in the one before.
    pub fn grows_in_size(&self) -> bool {
        grows(&self.sizes[self.born..])
    }
}

/// Those that have grown in every step since they are there, the most bytes gained first. `earlier` has the ids of all
/// snapshots but the last.
pub(crate) fn growing(
    hands: &dyn Hands,
    snapshots: &[&Snapshot],
    earlier: &[&ById],
) -> Vec<CollectionGrowth> {
    let Some((last, before)) = snapshots.split_last() else {
        return Vec::new();
    };
    let graph = &last.graph;
    let files = || before.iter().copied().zip(earlier.iter().copied()).rev();
    let rows = each(hands, &pieces(graph.node_count()), |piece| {
        let nodes = piece.clone().map(NodeIx);
        let objects = nodes.filter(|node| graph.kind(*node) == NodeKind::Object);
        let rows = objects.filter_map(|node| grown(last, node, files()));
        rows.collect::<Vec<CollectionGrowth>>()
    });
    let mut rows: Vec<CollectionGrowth> = rows.into_iter().flatten().collect();
    let gained = |row: &CollectionGrowth| (gained(&row.sizes), gained(&row.references));
    // Then the oldest first.
    rows.sort_unstable_by_key(|row| (Reverse(gained(row)), row.id, row.node));
    rows
}

/// The object, if it grew in every step: followed from the last snapshot back to where it is not there yet. Few grow, and
/// the others are done with the first look.
fn grown<'a>(
    last: &Snapshot,
    node: NodeIx,
    earlier: impl ExactSizeIterator<Item = (&'a Snapshot, &'a ById)>,
) -> Option<CollectionGrowth> {
    let id = last.graph.id(node);
    let mut born = earlier.len();
    let mut steps: Vec<Holding> = Vec::new();
    let mut next = None;
    let (mut in_references, mut in_size) = (true, true);
    for (snapshot, by_id) in earlier {
        let there = by_id.find(id);
        let Some(there) = there.filter(|&node| snapshot.graph.kind(node) == NodeKind::Object)
        else {
            break;
        };
        let after = *next.get_or_insert_with(|| holding(last, node));
        let now = holding(snapshot, there);
        in_references &= now.references < after.references;
        in_size &= now.size < after.size;
        if !in_references && !in_size {
            return None;
        }
        steps.push(now);
        next = Some(now);
        born -= 1;
    }
    if steps.is_empty() {
        return None;
    }
    steps.reverse();
    steps.push(holding(last, node));
    Some(CollectionGrowth {
        id,
        node,
        name: last.class_name(node).to_vec(),
        born,
        references: std::iter::repeat_n(0, born)
            .chain(steps.iter().map(|step| step.references))
            .collect(),
        sizes: std::iter::repeat_n(0, born)
            .chain(steps.iter().map(|step| step.size))
            .collect(),
    })
}

/// What an object holds in one snapshot.
#[derive(Clone, Copy)]
struct Holding {
    references: u32,
    size: u64,
}

/// Where owners were given the sizes of their stores, a store's own is 0.
fn holding(snapshot: &Snapshot, node: NodeIx) -> Holding {
    let (graph, texts) = (&snapshot.graph, &snapshot.texts);
    let mut holding = Holding {
        references: 0,
        size: snapshot.shallow_size(node),
    };
    for edge in graph.edges(node) {
        let name = graph.edges.name[edge.0 as usize];
        match graph.edge_kind(edge) {
            EdgeKind::Property if texts.proto.has(name) => {}
            EdgeKind::Element | EdgeKind::Property => holding.references += 1,
            EdgeKind::Internal => {
                let store = graph.target(edge);
                let is_table = texts.table.has(name);
                if is_table {
                    holding.references += table_entries(snapshot, store);
                }
                if is_table || texts.stores.has(name) {
                    let size = snapshot.shallow_size(store);
                    holding.size = holding.size.saturating_add(size);
                }
            }
            _ => {}
        }
    }
    holding
}

/// Keys, values and members in the table of a Map or Set; a `WeakMap`'s has an internal edge for each pair.
fn table_entries(snapshot: &Snapshot, table: NodeIx) -> u32 {
    let graph = &snapshot.graph;
    let entries = graph.edges(table).filter(|&edge| {
        let EdgeName::Text(name) = graph.edge_name(edge) else {
            return false;
        };
        let is_empty = || weak_key(name).is_some_and(is_empty_key);
        graph.edge_kind(edge) == EdgeKind::Internal && name != b"map" && !is_empty()
    });
    entries.count() as u32
}
