//! New objects that came into places of older ones, one into each: as many as there are places, then no more.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{age::Age, made::Made};
use crate::{
    NodeIx,
    compare::ById,
    finding::{FEW as FEW_EDGES, Index},
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
    index: &'a Index<'a>,
    made: &'a Made,
    age: Age,
    /// Of each object that came, the first on the way of dominators that came; of others, themselves.
    top: Vec<u32>,
}

impl<'a> Places<'a> {
    /// `before` are the objects of the snapshot before the last one, whose index is given.
    pub(super) fn new(before: &ById, index: &'a Index<'a>, made: &'a Made) -> Self {
        let age = Age::new(before, index.graph);
        let tree = &index.snapshot.tree;
        let mut top: Vec<u32> = (0..index.graph.node_count()).collect();
        for &node in &tree.order {
            let above = tree.dominator[node as usize];
            if age.is_new(NodeIx(node)) && age.is_new(NodeIx(above)) {
                top[node as usize] = top[above as usize];
            }
        }
        Self {
            index,
            made,
            age,
            top,
        }
    }

    /// Those of the classes of which most that came are in such places, are not a script's, or retain little.
    pub(super) fn not_growing(&self, classes: &FxHashSet<u32>) -> FxHashSet<u32> {
        let mut came: FxHashMap<u32, Came> = FxHashMap::default();
        for node in self.index.graph.nodes() {
            let class = self.index.snapshot.class(node);
            if classes.contains(&class) && self.age.is_new(node) {
                let came = came.entry(class).or_default();
                came.objects.push(node);
                came.made += usize::from(self.made.has(node));
                came.tops.insert(NodeIx(self.top[node.0 as usize]));
            }
        }
        let fill = came.into_iter().filter(|(_, came)| self.is_no_growth(came));
        fill.map(|(class, _)| class).collect()
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
            .filter(|&holder| !self.age.is_new(holder))
    }
}
