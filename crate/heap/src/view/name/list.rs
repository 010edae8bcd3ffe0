//! Names of the objects of a list, to sort them by.

use std::cmp::Ordering;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::{NodeIx, NodeKind, Snapshot, wtf8};

const MANY_EDGES: usize = 64;

/// Names by place in the list. Those that DevTools makes stand in one piece of memory, each of a chain of strings once.
pub(crate) struct Names<'a> {
    snapshot: &'a Snapshot,
    list: Vec<Name>,
    made: Vec<u8>,
}

#[derive(Clone, PartialEq)]
enum Name {
    /// Number of the string.
    Raw(u32),
    /// Where it is in `made`.
    Made(Range<usize>),
}

impl<'a> Names<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot, nodes: impl Iterator<Item = NodeIx>) -> Self {
        let graph = &snapshot.graph;
        let mut known: FxHashMap<(NodeKind, u32), Range<usize>> = FxHashMap::default();
        let mut made = Vec::new();
        let mut named = |node: NodeIx| {
            let start = made.len();
            if snapshot.write_made_name(node, &mut made) {
                Name::Made(start..made.len())
            } else {
                Name::Raw(graph.nodes.name[node.0 as usize])
            }
        };
        let name = |node: NodeIx| {
            let kind = graph.kind(node);
            let same = match kind {
                NodeKind::ConsString => snapshot.concatenated().reads_like(node.0),
                // One that takes long may stand in the list a million times.
                NodeKind::Object if graph.edges(node).len() > MANY_EDGES => node.0,
                _ => return named(node),
            };
            if let Some(made) = known.get(&(kind, same)) {
                return Name::Made(made.clone());
            }
            let name = named(node);
            if let Name::Made(made) = &name {
                known.insert((kind, same), made.clone());
            }
            name
        };
        let list = nodes.map(name).collect();
        Self {
            snapshot,
            list,
            made,
        }
    }

    /// In the order of JavaScript's texts.
    pub(crate) fn compare(&self, a: u32, b: u32) -> Ordering {
        let (a, b) = (&self.list[a as usize], &self.list[b as usize]);
        if a == b {
            return Ordering::Equal;
        }
        wtf8::utf16_order(self.text(a), self.text(b))
    }

    fn text(&self, name: &Name) -> &[u8] {
        match name {
            Name::Raw(string) => self.snapshot.graph.strings.get(*string),
            Name::Made(made) => &self.made[made.clone()],
        }
    }
}
