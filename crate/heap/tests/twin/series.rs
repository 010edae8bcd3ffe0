//! What grows from heap to heap.

use super::comparison::base_sides;
use super::heap::Heap;
use crate::draw::{Drawing, EdgeKind, NodeKind, Text};

/// A class, with counts and sizes in each heap.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Growth {
    pub(crate) key: Text,
    pub(crate) counts: Vec<u64>,
    pub(crate) sizes: Vec<u64>,
}

/// Classes that grow in every step, in no particular order; the last heap's interfaces are worn by all.
pub(crate) fn growing_classes(drawings: &[Drawing]) -> Vec<Growth> {
    let heaps: Vec<Heap<'_>> = drawings.iter().map(Heap::of).collect();
    let last = &heaps[heaps.len() - 1];
    let sides: Vec<_> = heaps.iter().map(|heap| base_sides(heap, last)).collect();
    let growth = |key: &Text| {
        let members: Vec<&[(u64, u64)]> = sides
            .iter()
            .map(|sides| sides.iter().find(|side| side.key == *key))
            .map(|side| side.map_or(&[][..], |side| &side.members))
            .collect();
        Growth {
            key: key.clone(),
            counts: members.iter().map(|list| list.len() as u64).collect(),
            sizes: members.iter().map(|list| sum(list)).collect(),
        }
    };
    let all = sides.last().expect("a heap").iter();
    let all = all.map(|side| growth(&side.key));
    all.filter(|growth| grows(&growth.counts) || grows(&growth.sizes))
        .collect()
}

/// An object, with references and sizes in each heap.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Collection {
    pub(crate) id: u64,
    pub(crate) references: Vec<u64>,
    pub(crate) sizes: Vec<u64>,
}

/// Objects that grow in every step since they are there, from the last heap but one at the latest, in no particular order.
pub(crate) fn growing_collections(drawings: &[Drawing]) -> Vec<Collection> {
    let heaps: Vec<Heap<'_>> = drawings.iter().map(Heap::of).collect();
    let last = &drawings[drawings.len() - 1];
    let collection = |id: u64| {
        let holds: Vec<Option<(u64, u64)>> = heaps.iter().map(|heap| holds(heap, id)).collect();
        let born = holds
            .iter()
            .rposition(Option::is_none)
            .map_or(0, |at| at + 1);
        let steps = holds.into_iter().map(Option::unwrap_or_default);
        let (references, sizes): (Vec<u64>, Vec<u64>) = steps.unzip();
        let has_grown = |steps: &[u64]| steps.len() - born > 1 && grows(&steps[born..]);
        (has_grown(&references) || has_grown(&sizes)).then_some(Collection {
            id,
            references,
            sizes,
        })
    };
    let ids = last.nodes.iter().map(|node| node.id);
    ids.filter_map(collection).collect()
}

fn holds(heap: &Heap<'_>, id: u64) -> Option<(u64, u64)> {
    let drawing = heap.drawing;
    let node = drawing
        .nodes
        .iter()
        .position(|node| node.id == id && node.kind == NodeKind::Object)?;
    let (mut references, mut size) = (0, heap.sizes[node]);
    for edge in &drawing.nodes[node].edges {
        let name = |texts: &[&str]| {
            let name = &drawing.strings[edge.name_or_index];
            texts.iter().any(|text| name.is(text))
        };
        match edge.kind {
            EdgeKind::Element => references += 1,
            EdgeKind::Property if !name(&["__proto__"]) => references += 1,
            EdgeKind::Internal if name(&["table", "elements", "properties", "backing_store"]) => {
                size += heap.sizes[edge.to];
                if name(&["table"]) {
                    references += entries(drawing, edge.to);
                }
            }
            _ => {}
        }
    }
    Some((references, size))
}

fn entries(drawing: &Drawing, table: usize) -> u64 {
    let edges = drawing.nodes[table].edges.iter();
    let entries = edges.filter(|edge| {
        let name = || drawing.strings[edge.name_or_index].to_string();
        let is_empty = |name: &str| {
            ["Oddball", "Hole"]
                .iter()
                .any(|key| name.contains(&format!(" / part of key (system / {key} @")))
        };
        edge.kind == EdgeKind::Internal && name() != "map" && !is_empty(&name())
    });
    entries.count() as u64
}

fn sum(members: &[(u64, u64)]) -> u64 {
    members.iter().map(|(_, size)| size).sum()
}

fn grows(steps: &[u64]) -> bool {
    steps.windows(2).all(|pair| pair[0] < pair[1])
}
