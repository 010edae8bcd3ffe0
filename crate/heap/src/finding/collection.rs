//! How many entries a collection has, as far as the file tells: entries that are plain numbers leave no trace in it.

use super::{
    format,
    index::{Collection, Index},
    known_name::KnownName,
};
use crate::{EdgeIx, EdgeKind, EdgeName, NodeIx, NodeKind};

/// Fewer entries are not looked at.
const SOME: u64 = 30;

/// Maps and sets (classes that extend them, too), arrays and plain objects, with 30 entries and more.
pub(crate) fn collections<'a>(index: &'a Index) -> &'a [Collection] {
    index.collections.get_or_init(|| found(index))
}

fn found(index: &Index) -> Vec<Collection> {
    let tables = index
        .called(KnownName::TableEdge)
        .filter_map(|(node, table)| {
            let is_table = index.graph.kind(node) == NodeKind::Object
                && index.graph.kind(table) == NodeKind::Array;
            let is_weak = matches!(index.known(node), KnownName::WeakMap | KnownName::WeakSet);
            (is_table && !is_weak).then(|| Collection {
                node,
                entries: of_table(index, table),
                is_room: false,
            })
        });
    let others = index.of_kind(NodeKind::Object).filter_map(|node| {
        let (entries, is_room) = match index.known(node) {
            KnownName::Array => match elements(index, node) {
                0 => (places(index, node), true),
                elements => (elements, false),
            },
            KnownName::Object => (of_object(index, node, SOME), false),
            _ => return None,
        };
        Some(Collection {
            node,
            entries,
            is_room,
        })
    });
    let all = tables.chain(others);
    all.filter(|found| found.entries >= SOME).collect()
}

/// How many entries this collection has.
pub(crate) fn entries(index: &Index, node: NodeIx) -> u64 {
    if let Some(table) = table_of(index, node) {
        return of_table(index, table);
    }
    match elements(index, node) {
        0 => of_object(index, node, 0),
        elements => elements,
    }
}

/// What its entries are: values, keys that are objects, elements, properties; not what every heap has.
pub(crate) fn members(index: &Index, node: NodeIx) -> Vec<NodeIx> {
    let held_by = table_of(index, node).unwrap_or(node);
    let is_entry = |edge: EdgeIx| match index.graph.edge_kind(edge) {
        EdgeKind::Element => true,
        EdgeKind::Property => index.known_edge(edge) != KnownName::Proto,
        EdgeKind::Internal => held_by != node && field(index, edge).is_some(),
        _ => false,
    };
    let edges = index.graph.edges(held_by).filter(|&edge| is_entry(edge));
    let mut members: Vec<NodeIx> = edges
        .map(|edge| index.graph.target(edge))
        .filter(|&target| {
            !matches!(
                index.graph.kind(target),
                NodeKind::Hidden | NodeKind::Number
            ) && !index.graph.raw_name(target).starts_with(b"system / ")
        })
        .collect();
    members.sort_unstable();
    members.dedup();
    members
}

/// Of a Map or a Set, a weak one not.
pub(crate) fn table_of(index: &Index, node: NodeIx) -> Option<NodeIx> {
    let table = index.follow(node, KnownName::TableEdge)?;
    (index.graph.kind(table) == NodeKind::Array).then_some(table)
}

/// Where V8 keeps the entries of a collection; each of these refers to them as well as the collection does.
pub(crate) fn stores(index: &Index, node: NodeIx) -> impl Iterator<Item = NodeIx> {
    let names = [
        KnownName::TableEdge,
        KnownName::Elements,
        KnownName::Properties,
    ];
    names
        .into_iter()
        .filter_map(move |name| index.follow(node, name))
}

/// A Map's table has key, value and a link for each entry; a Set's has key and link. Two fields that are neighbours are
/// therefore of one entry.
fn of_table(index: &Index, table: NodeIx) -> u64 {
    let (mut count, mut last) = (0, None);
    for edge in index.graph.edges(table) {
        let Some(field) = field(index, edge) else {
            continue;
        };
        if last.is_none_or(|last: u32| last.checked_add(1) != Some(field)) {
            count += 1;
        }
        last = Some(field);
    }
    count
}

/// The keys of a Map, each with its value; a plain number is in no file. Those of a Set are keys without a value.
pub(crate) fn pairs(index: &Index, map: NodeIx) -> Vec<(NodeIx, Option<NodeIx>)> {
    let table = table_of(index, map).into_iter();
    let edges = table.flat_map(|table| index.graph.edges(table));
    let mut pairs: Vec<(NodeIx, Option<NodeIx>)> = Vec::new();
    let mut key = None;
    for edge in edges {
        let Some(field) = field(index, edge) else {
            continue;
        };
        let target = index.graph.target(edge);
        // Neighbours are of one entry.
        let is_value = key.is_some_and(|key: u32| key.checked_add(1) == Some(field));
        match pairs.last_mut() {
            Some(last) if is_value => last.1 = Some(target),
            _ => pairs.push((target, None)),
        }
        key = (!is_value).then_some(field);
    }
    pairs
}

/// The number that an internal edge has for a name.
fn field(index: &Index, edge: EdgeIx) -> Option<u32> {
    let EdgeName::Text(name) = index.graph.edge_name(edge) else {
        return None;
    };
    std::str::from_utf8(name).ok()?.parse().ok()
}

/// Objects in an array.
pub(crate) fn elements(index: &Index, array: NodeIx) -> u64 {
    let edges = index.graph.edges(array);
    let elements = edges.filter(|&edge| index.graph.edge_kind(edge) == EdgeKind::Element);
    elements.count() as u64
}

/// How many elements the storage of an array has room for.
pub(crate) fn places(index: &Index, array: NodeIx) -> u64 {
    let Some(elements) = index.follow(array, KnownName::Elements) else {
        return 0;
    };
    let bytes = if elements_are_owned(index, array, elements) {
        // The array has its storage's bytes as its own.
        let object = 4 * index.pointer_size;
        index.snapshot.shallow_size(array).saturating_sub(object)
    } else {
        index.snapshot.shallow_size(elements)
    };
    bytes / index.pointer_size
}

fn elements_are_owned(index: &Index, array: NodeIx, elements: NodeIx) -> bool {
    index.snapshot.shallow_size(elements) == 0 && index.snapshot.shallow_size(array) > 0
}

/// Properties and elements; the shorter way for objects that cannot have so many.
fn of_object(index: &Index, object: NodeIx, at_least: u64) -> u64 {
    let edges = index.graph.edges(object);
    if (edges.len() as u64) < at_least {
        return 0;
    }
    let entries = edges.filter(|&edge| match index.graph.edge_kind(edge) {
        EdgeKind::Element => true,
        EdgeKind::Property => index.known_edge(edge) != KnownName::Proto,
        _ => false,
    });
    entries.count() as u64
}

/// `Map with 3,000 entries`.
pub(crate) fn text(index: &Index, found: &Collection) -> String {
    let name = index.name(found.node);
    if found.is_room {
        return format!(
            "{name} with room for {} numbers",
            format::number(found.entries)
        );
    }
    format!(
        "{name} with {}",
        format::many(found.entries, "entry", "entries")
    )
}
