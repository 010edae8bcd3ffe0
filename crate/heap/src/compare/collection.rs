//! Single collections that grow in every step.

use std::cmp::Reverse;

use memchr::memmem;

use super::growth::{gained, grows};
use crate::{EdgeKind, EdgeName, NodeIx, NodeKind, ObjectId, Snapshot};

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

/// Those that have grown in every step since they are there, the most bytes gained first.
pub(crate) fn growing(snapshots: &[&Snapshot]) -> Vec<CollectionGrowth> {
    let Some((last, earlier)) = snapshots.split_last() else {
        return Vec::new();
    };
    let mut tracks: Vec<Track> = Vec::new();
    for (step, snapshot) in earlier.iter().enumerate() {
        let followed = follow(tracks, snapshot);
        tracks = followed
            .map(|(track, holding)| track.unwrap_or_else(|| Track::new(step, holding)))
            .collect();
    }
    let grown = follow(tracks, last).filter_map(|(track, _)| track);
    let mut rows: Vec<CollectionGrowth> = grown
        .filter(Track::grows)
        .map(|track| track.row(last))
        .collect();
    // Stable: then the oldest first.
    rows.sort_by_key(|row| Reverse((gained(&row.sizes), gained(&row.references))));
    rows
}

/// What a snapshot holds, each with its track so far, one step longer, if it was there before.
fn follow(
    tracks: Vec<Track>,
    snapshot: &Snapshot,
) -> impl Iterator<Item = (Option<Track>, Holding)> {
    let mut tracks = tracks.into_iter().peekable();
    holdings(snapshot).into_iter().map(move |holding| {
        while tracks.next_if(|track| track.now.id < holding.id).is_some() {}
        let mut track = tracks.next_if(|track| track.now.id == holding.id);
        if let Some(track) = &mut track {
            track.follow(holding);
        }
        (track, holding)
    })
}

/// What an object holds in one snapshot.
#[derive(Clone, Copy)]
struct Holding {
    id: u64,
    node: u32,
    references: u32,
    size: u64,
}

/// An object from its first snapshot on. One that did not grow is remembered too: it is not new in the next.
struct Track {
    born: usize,
    now: Holding,
    before: Vec<Holding>,
    in_references: bool,
    in_size: bool,
}

impl Track {
    fn new(born: usize, now: Holding) -> Self {
        Self {
            born,
            now,
            before: Vec::new(),
            in_references: true,
            in_size: true,
        }
    }

    fn grows(&self) -> bool {
        self.in_references || self.in_size
    }

    fn follow(&mut self, next: Holding) {
        self.in_references &= next.references > self.now.references;
        self.in_size &= next.size > self.now.size;
        let now = std::mem::replace(&mut self.now, next);
        if self.grows() {
            self.before.push(now);
        } else {
            self.before = Vec::new();
        }
    }

    fn row(self, last: &Snapshot) -> CollectionGrowth {
        let steps = || self.before.iter().chain([&self.now]);
        let node = NodeIx(self.now.node);
        CollectionGrowth {
            id: last.graph.id(node),
            node,
            name: last.class_name(node).to_vec(),
            born: self.born,
            references: std::iter::repeat_n(0, self.born)
                .chain(steps().map(|step| step.references))
                .collect(),
            sizes: std::iter::repeat_n(0, self.born)
                .chain(steps().map(|step| step.size))
                .collect(),
        }
    }
}

/// Objects of a snapshot, by id.
fn holdings(snapshot: &Snapshot) -> Vec<Holding> {
    let graph = &snapshot.graph;
    let objects = graph
        .nodes()
        .filter(|node| graph.kind(*node) == NodeKind::Object);
    let mut holdings: Vec<Holding> = objects.map(|node| holding(snapshot, node)).collect();
    holdings.sort_unstable_by_key(|holding| (holding.id, holding.node));
    holdings
}

fn holding(snapshot: &Snapshot, node: NodeIx) -> Holding {
    let graph = &snapshot.graph;
    let mut holding = Holding {
        id: graph.id(node).0,
        node: node.0,
        references: 0,
        size: snapshot.shallow_size(node),
    };
    for edge in graph.edges(node) {
        match graph.edge_kind(edge) {
            EdgeKind::Property if snapshot.texts.proto.has(graph.edges.name[edge.0 as usize]) => {}
            EdgeKind::Element | EdgeKind::Property => holding.references += 1,
            EdgeKind::Internal => {
                let EdgeName::Text(name) = graph.edge_name(edge) else {
                    continue;
                };
                let store = graph.target(edge);
                if name == b"table" {
                    holding.references += table_entries(snapshot, store);
                }
                if STORES.contains(&name) {
                    let size = snapshot.shallow_size(store);
                    holding.size = holding.size.saturating_add(size);
                }
            }
            _ => {}
        }
    }
    holding
}

/// Fields in which V8 keeps what a Map, Set, Array, plain object or `ArrayBuffer` holds. Where owners were given the sizes of
/// their stores, a store's own is 0.
const STORES: [&[u8]; 4] = [b"table", b"elements", b"properties", b"backing_store"];

/// Keys, values and members in the table of a Map or Set; a `WeakMap`'s has an internal edge for each pair.
fn table_entries(snapshot: &Snapshot, table: NodeIx) -> u32 {
    let graph = &snapshot.graph;
    let entries = graph.edges(table).filter(|&edge| {
        let EdgeName::Text(name) = graph.edge_name(edge) else {
            return false;
        };
        let is_empty = || {
            EMPTY_PAIRS
                .iter()
                .any(|key| memmem::find(name, key).is_some())
        };
        graph.edge_kind(edge) == EdgeKind::Internal && name != b"map" && !is_empty()
    });
    entries.count() as u32
}

/// V8 also writes pairs of a `WeakMap` whose keys are dead or were taken out.
const EMPTY_PAIRS: [&[u8]; 2] = [
    b" / part of key (system / Oddball @",
    b" / part of key (system / Hole @",
];
