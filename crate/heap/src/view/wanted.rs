//! What else a search can ask of objects than their name.

use std::ops::Range;

use super::{Page, Passing, Sort};
use crate::{Detachedness, EdgeIx, EdgeKind, NodeIx, Snapshot, ground::bits::Bits};

/// What objects must have, all of it. Sizes are in bytes, both ends included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// A property, or a variable of a scope, of exactly this name; WTF-8.
    pub property: Option<&'a [u8]>,
    /// The size of the object itself, from and up to.
    pub shallow: Option<(u64, u64)>,
    /// What it retains, from and up to.
    pub retained: Option<(u64, u64)>,
    /// Whether it is outside of every document, or in one.
    pub detachedness: Option<Detachedness>,
}

impl Snapshot {
    /// The objects that have all of it, out of those that pass.
    pub fn wanted(&self, wanted: &Wanted<'_>, among: &Passing) -> Passing {
        if *wanted == Wanted::default() {
            return among.clone();
        }
        let having = wanted.property.map(|name| self.having(name));
        let within = |size: u64, range: Option<(u64, u64)>| {
            range.is_none_or(|(from, to)| (from..=to).contains(&size))
        };
        self.passing(|node| {
            wanted
                .detachedness
                .is_none_or(|one| self.graph.detachedness(node) == one)
                && among.passes(node)
                && having.as_ref().is_none_or(|having| having.get(node.0))
                && within(self.shallow_size(node), wanted.shallow)
                && within(self.retained_size(node), wanted.retained)
        })
    }

    /// A part of the list of all objects that pass, without those of size 0, which no list shows.
    pub fn objects(&self, passing: &Passing, sort: Sort, range: Range<usize>) -> Page<NodeIx> {
        let sizes = &self.graph.nodes.size;
        let counts = |node: &NodeIx| !sizes.is_zero(node.0);
        match passing.nodes() {
            None => self.sorted(self.graph.nodes().filter(counts), sort, range),
            Some(nodes) => self.sorted(nodes.ones().map(NodeIx).filter(counts), sort, range),
        }
    }

    /// How many objects no root reaches, without those of size 0, and their bytes.
    pub fn unreached(&self) -> (u64, u64) {
        *self.cache.unreached.get_or_init(|| {
            let counts = |node: &NodeIx| !self.is_reached(*node) && self.shallow_size(*node) > 0;
            let nodes = self.graph.nodes().filter(counts);
            nodes.fold((0, 0_u64), |(count, bytes), node| {
                (count + 1, bytes.saturating_add(self.shallow_size(node)))
            })
        })
    }

    /// Objects with a property or a variable of this name.
    fn having(&self, name: &[u8]) -> Bits {
        let graph = &self.graph;
        let mut called = Bits::new(graph.strings.len());
        for string in graph.strings.all(name) {
            called.set(string);
        }
        let mut having = Bits::new(graph.nodes.len());
        // Of an element it is an index.
        for (edge, &name) in (0..).zip(&graph.edges.name) {
            let kind = || graph.edge_kind(EdgeIx(edge));
            if called.has(name) && matches!(kind(), EdgeKind::Property | EdgeKind::Context) {
                having.set(graph.source(EdgeIx(edge)).0);
            }
        }
        having
    }
}
