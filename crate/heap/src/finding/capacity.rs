//! Storage that emptied collections keep.
//!
//! V8 shrinks the tables of `Map` and `Set` when entries are deleted, and the properties of objects: these do not leak. Arrays
//! keep their storage after `pop` and `splice`, and the tables of `WeakMap` and `WeakSet` never shrink.

use super::{
    Found, Pattern, collection, format, group::FindingGroups, index::Index, known_name::KnownName,
};
use crate::{
    EdgeIx, EdgeName, NodeIx, NodeKind,
    figure::analysis::{is_empty_key, weak_key},
};

/// Bytes of storage without entries that are worth a word.
const HEAVY: u64 = 50_000;
/// An object that uses a place of so many is not empty.
const SPARSE: u64 = 8;
/// Pointers that the table of a WeakMap has for each entry that it has room for.
const FIELDS_OF_PAIR: u64 = 2;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    let arrays = index.named(NodeKind::Object, KnownName::Array);
    let arrays = arrays.filter_map(|array| Some((array, unused_by_array(index, array)?)));
    let weak = index
        .called(KnownName::TableEdge)
        .filter(|(node, _)| matches!(index.known(*node), KnownName::WeakMap | KnownName::WeakSet));
    let weak = weak.filter_map(|(node, table)| Some((node, unused_by_weak(index, node, table)?)));
    for (node, bytes) in arrays.chain(weak).filter(|(_, bytes)| *bytes >= HEAVY) {
        let key = index.id_key(node);
        groups.add(key, node);
        groups.weigh(key, bytes);
    }
    groups.found(
        Pattern::Capacity,
        move |_| true,
        move |sum| {
            let collections = format::many(sum.count, "collection keeps", "collections keep");
            format!(
                "{collections} {} for entries that are gone",
                format::size(sum.retained)
            )
        },
        move |group| {
            let name = index.name(group.first());
            format!("{name} with room for entries that are gone")
        },
    )
}

/// An array of numbers looks as if it were empty; only one with some objects in it tells.
fn unused_by_array(index: &Index, array: NodeIx) -> Option<u64> {
    let used = collection::elements(index, array);
    if used == 0 {
        return None;
    }
    let places = collection::places(index, array);
    let unused = places.checked_sub(used)?;
    (used < places / SPARSE).then(|| unused * index.pointer_size)
}

/// V8 writes a pair for each place of the table, of holes where there is none.
fn unused_by_weak(index: &Index, node: NodeIx, table: NodeIx) -> Option<u64> {
    let edges = index.graph.edges(table);
    let used = edges.filter(|&edge| is_pair(index, edge)).count() as u64;
    let sizes = [node, table].map(|node| index.snapshot.shallow_size(node));
    let bytes = sizes[0].saturating_add(sizes[1]);
    let needed = used * FIELDS_OF_PAIR * index.pointer_size;
    (needed < bytes / SPARSE).then(|| bytes - needed)
}

fn is_pair(index: &Index, edge: EdgeIx) -> bool {
    let EdgeName::Text(name) = index.graph.edge_name(edge) else {
        return false;
    };
    weak_key(name).is_some_and(|key| !is_empty_key(key))
}
