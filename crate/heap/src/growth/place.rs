//! New objects that came into places of older ones, one into each: as many as there are places, then no more.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{files::Files, made::Made};
use crate::{
    NodeIx,
    finding::{FEW as FEW_EDGES, Index},
    graph::ById,
};

/// Bytes with all that goes with them that are worth no word.
const LITTLE: u64 = 500;
/// Fewer places than that fill by chance.
const LEAST: usize = 10;
/// What comes into one place brings so many objects of a class with it at most.
const EACH: usize = 8;
/// What has more new ones than that has room for any number of them.
const FEW: u32 = 2;

#[derive(Default)]
struct Came {
    objects: Vec<NodeIx>,
    made: usize,
    tops: FxHashSet<NodeIx>,
}

/// Objects of the last snapshot that came after the one before, by what leads to them.
pub(super) struct Places<'a> {
    before: &'a ById,
    index: &'a Index<'a>,
    made: &'a Made<'a>,
}

impl<'a> Places<'a> {
    pub(super) fn new(files: &'a Files<'a>) -> Self {
        Self {
            before: files.before(),
            index: files.last(),
            made: files.made_last(),
        }
    }

    /// Those of the classes of which most that came are in such places, are not a script's, or retain little.
    pub(super) fn not_growing(&self, classes: &FxHashSet<u32>) -> FxHashSet<u32> {
        let mut came: FxHashMap<u32, Came> = FxHashMap::default();
        let mut tops: FxHashMap<NodeIx, NodeIx> = FxHashMap::default();
        for node in self.index.graph.nodes() {
            let class = self.index.snapshot.class(node);
            if classes.contains(&class) && self.is_new(node) {
                let came = came.entry(class).or_default();
                came.objects.push(node);
                came.made += usize::from(self.made.has(node));
                came.tops.insert(self.top(node, &mut tops));
            }
        }
        let fill = came.into_iter().filter(|(_, came)| self.is_no_growth(came));
        fill.map(|(class, _)| class).collect()
    }

    fn is_new(&self, node: NodeIx) -> bool {
        !self.before.has(self.index.graph.id(node))
    }

    /// The first on the object's way of dominators that came; `tops` are those that are known.
    fn top(&self, node: NodeIx, tops: &mut FxHashMap<NodeIx, NodeIx>) -> NodeIx {
        let (mut at, mut walked) = (node, Vec::new());
        let top = loop {
            if let Some(&top) = tops.get(&at) {
                break top;
            }
            walked.push(at);
            let above = self.index.snapshot.dominator(at);
            if above == at || !self.is_new(above) {
                break at;
            }
            at = above;
        };
        tops.extend(walked.into_iter().map(|node| (node, top)));
        top
    }

    fn is_no_growth(&self, came: &Came) -> bool {
        let tops = &came.tops;
        let is_little = self.index.retained(&came.objects) < LITTLE;
        if is_little || came.made <= came.objects.len() / 2 {
            return true;
        }
        if tops.len() < LEAST || tops.len() * EACH < came.objects.len() {
            return false;
        }
        let mut room: FxHashMap<NodeIx, u32> = FxHashMap::default();
        for holder in tops.iter().flat_map(|&top| self.older_holders(top)) {
            *room.entry(holder).or_default() += 1;
        }
        let is_in_place =
            |&&top: &&NodeIx| self.older_holders(top).any(|holder| room[&holder] <= FEW);
        tops.iter().filter(is_in_place).count() > tops.len() / 2
    }

    fn older_holders(&self, node: NodeIx) -> impl Iterator<Item = NodeIx> + '_ {
        let holders = self.index.holders(node).take(FEW_EDGES);
        holders
            .map(|(_, holder)| holder)
            .filter(|&holder| !self.is_new(holder))
    }
}
