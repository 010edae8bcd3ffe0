//! Collections that hold the same entries, so that none of them retains these alone.

use rustc_hash::FxHashMap;

use super::{
    Found, Pattern,
    collection::{collections, members, stores},
    format,
    group::FindingGroups,
    holder,
    index::{FEW, Index},
    innocent::is_innocent,
    key::key,
};
use crate::{NodeIx, NodeKind};

/// So many bytes for each entry.
const HEAVY_ENTRY: u64 = 1_000;
/// Bytes of all that are worth a word.
const HEAVY: u64 = 100_000;
/// So many groups of collections are weighed.
const MOST: usize = 10;
/// So many entries of a collection are asked who else holds them ...
const ASKED: usize = 8;
/// ... and so many must agree.
const AGREE: u32 = 6;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut places: FxHashMap<NodeIx, usize> = FxHashMap::default();
    let all = collections(index);
    for (at, collection) in all.iter().enumerate() {
        let node = collection.node;
        places.insert(node, at);
        for store in stores(index, node) {
            places.insert(store, at);
        }
    }
    let mut groups = FindingGroups::new(index);
    let mut weighed = 0;
    let mut taken = vec![false; all.len()];
    let mut texts: FxHashMap<u64, String> = FxHashMap::default();
    for (at, collection) in all.iter().enumerate() {
        if taken[at] {
            continue;
        }
        let together = sharing(index, &places, at, collection.node);
        if together.len() < 2 || together.iter().any(|&other| taken[other]) {
            continue;
        }
        for &other in &together {
            taken[other] = true;
        }
        let nodes: Vec<NodeIx> = together.iter().map(|&other| all[other].node).collect();
        if nodes.iter().any(|&node| is_innocent(index, node)) {
            continue;
        }
        // Entries that retain little by themselves are not worth weighing.
        let alone = index.retained(&nodes);
        let most = index
            .retained(&members(index, nodes[0]))
            .saturating_add(alone);
        if most < HEAVY || most / HEAVY_ENTRY < collection.entries {
            continue;
        }
        if weighed == MOST {
            break;
        }
        weighed += 1;
        let freed = index.snapshot.release(&nodes).bytes();
        // Entries that are shared with more than these stay.
        if freed < HEAVY || freed / HEAVY_ENTRY < collection.entries || freed - alone < freed / 2 {
            continue;
        }
        let mut ids: Vec<u64> = nodes.iter().map(|&node| index.graph.id(node).0).collect();
        ids.sort_unstable();
        let key = key(ids);
        for &node in &nodes {
            groups.add(key, node);
        }
        groups.count(key, collection.entries);
        groups.weigh(key, freed);
        texts.insert(key, text(index, &nodes));
    }
    groups.found(
        Pattern::SharedEntries,
        |_| true,
        |sum| {
            let collections = format::many(sum.count, "collection", "collections");
            let retained = format::size(sum.retained);
            format!("{collections} that share their entries retain {retained} together")
        },
        move |group| {
            let entries = format::many(group.count(), "entry", "entries");
            format!("{entries} shared by {}", texts[&group.key])
        },
    )
}

/// The collection and those that hold most of its entries, too.
fn sharing(
    index: &Index,
    places: &FxHashMap<NodeIx, usize>,
    own: usize,
    node: NodeIx,
) -> Vec<usize> {
    let entries = members(index, node);
    let objects: Vec<NodeIx> = entries
        .into_iter()
        .filter(|&entry| index.graph.kind(entry) == NodeKind::Object)
        .collect();
    let step = (objects.len() / ASKED).max(1);
    let mut votes: FxHashMap<usize, u32> = FxHashMap::default();
    for &entry in objects.iter().step_by(step).take(ASKED) {
        let holders = index.holders(entry).take(FEW);
        let mut others: Vec<usize> = holders
            .filter_map(|(_, holder)| places.get(&holder).copied())
            .collect();
        others.sort_unstable();
        others.dedup();
        for other in others {
            *votes.entry(other).or_insert(0) += 1;
        }
    }
    let agreed = votes.into_iter().filter(|&(_, votes)| votes >= AGREE);
    let mut sharing: Vec<usize> = agreed.map(|(other, _)| other).collect();
    if !sharing.contains(&own) {
        return Vec::new();
    }
    sharing.sort_unstable();
    // What others hold, too, is not freed by these: not worth weighing.
    let is_inside = |holder: NodeIx| {
        let place = places.get(&holder);
        place.is_some_and(|place| sharing.contains(place)) || objects.binary_search(&holder).is_ok()
    };
    let asked = objects.iter().step_by(step).take(ASKED);
    let only_here = asked.filter(|&&entry| {
        let mut holders = index.holders(entry).take(FEW);
        // What goes with the entry may well refer to it.
        holders.all(|(_, holder)| is_inside(holder) || index.dominates(entry, holder))
    });
    if only_here.count() < AGREE as usize {
        return Vec::new();
    }
    sharing
}

/// `Map (records of Object) and Array (byAge of Object)`
fn text(index: &Index, nodes: &[NodeIx]) -> String {
    let name = |&node: &NodeIx| {
        let held = holder::holder(index, node);
        let held = held.map_or(String::new(), |edge| {
            format!(" ({})", holder::told(index, edge))
        });
        format!("{}{held}", index.class_text(node))
    };
    let names: Vec<String> = nodes.iter().map(name).collect();
    names.join(" and ")
}
