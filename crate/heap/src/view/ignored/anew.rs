//! Distances without some nodes, from those with them: only what was reached through them alone is walked to once more.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
};

use rustc_hash::FxHashSet;

use crate::{
    NodeIx, Snapshot,
    figure::{
        analysis::{UNREACHED, Way, Ways},
        pair::Pairs,
    },
    ground::bits::Bits,
};

/// One in so many may be lost: beyond that it is quicker to walk everywhere.
const SHARE: usize = 8;
/// So many are soon walked to whatever the share.
const FEW: usize = 1000;

/// The same as a walk from the beginning; `None` where that is as quick, or where entries of `WeakMap`s are not as V8 writes them.
pub(super) fn distances(
    snapshot: &Snapshot,
    pairs: &Pairs,
    roots: &[u32],
    ignored: &Bits,
) -> Option<Vec<i32>> {
    let (graph, texts) = (&snapshot.graph, &snapshot.texts);
    let has_ways_to_root = snapshot.retainers().of(graph.root()).len() > 0;
    if !pairs.regular || has_ways_to_root {
        return None;
    }
    let mut walk = Walk {
        snapshot,
        ways: Ways { graph, texts },
        pairs,
        ignored,
        now: snapshot.distance.clone(),
    };
    let lost = walk.lose(roots)?;
    walk.find(&lost);
    Some(walk.now)
}

struct Walk<'a> {
    snapshot: &'a Snapshot,
    ways: Ways<'a>,
    pairs: &'a Pairs,
    ignored: &'a Bits,
    /// What is lost is unreached, until it is found again.
    now: Vec<i32>,
}

impl Walk<'_> {
    /// Takes their distances from all nodes that have them through the ignored ones only; nearest first, so that those a node may
    /// have its distance from are known when it is looked at.
    fn lose(&mut self, roots: &[u32]) -> Option<Vec<u32>> {
        let snapshot = self.snapshot;
        let before = &snapshot.distance;
        // Where walks begin: these have their distances from nobody.
        let begin: FxHashSet<u32> = roots.iter().copied().chain([snapshot.graph.root]).collect();
        let mut levels: BTreeMap<i32, Vec<u32>> = BTreeMap::new();
        for node in self.ignored.ones() {
            if before[node as usize] != UNREACHED && !begin.contains(&node) {
                levels.entry(before[node as usize]).or_default().push(node);
            }
        }
        let mut lost = Vec::new();
        while let Some((level, mut nodes)) = levels.pop_first() {
            nodes.sort_unstable();
            nodes.dedup();
            nodes.retain(|&node| {
                self.ignored.get(node) || self.nearest(node).is_none_or(|nearest| nearest > level)
            });
            for &node in &nodes {
                self.now[node as usize] = UNREACHED;
                self.each_way(node, |target, _, _| {
                    let far = before[target as usize];
                    if far > level && !self.ignored.get(target) {
                        levels.entry(far).or_default().push(target);
                    }
                });
            }
            lost.extend(nodes);
            if lost.len() > FEW.max(before.len() / SHARE) {
                return None;
            }
        }
        Some(lost)
    }

    /// Walks to the lost ones from what was not lost.
    fn find(&mut self, lost: &[u32]) {
        let lost = lost.iter().filter(|node| !self.ignored.get(**node));
        let mut next: BinaryHeap<Reverse<(i32, u32)>> = lost
            .filter_map(|&node| Some(Reverse((self.nearest(node)?, node))))
            .collect();
        while let Some(Reverse((distance, node))) = next.pop() {
            if self.now[node as usize] != UNREACHED {
                continue;
            }
            self.now[node as usize] = distance;
            self.each_way(node, |target, edge, way| {
                if self.now[target as usize] == UNREACHED
                    && !self.ignored.get(target)
                    && let Some(distance) = self.through(distance, edge, way)
                {
                    next.push(Reverse((distance, target)));
                }
            });
        }
    }

    /// The least distance that a node has from those which have one.
    fn nearest(&self, node: u32) -> Option<i32> {
        let graph = &self.snapshot.graph;
        let edges = self.snapshot.retainers().of(NodeIx(node));
        let distances = edges.filter_map(|edge| {
            let source = graph.source(edge);
            let distance = self.reached(source)?;
            let edge = edge.0 as usize;
            let way = self.ways.of(self.ways.special(source.0), edge);
            self.through(distance, edge, way)
        });
        distances.min()
    }

    /// The distance at the end of an edge that begins at a distance.
    fn through(&self, distance: i32, edge: usize, way: Way) -> Option<i32> {
        match way {
            Way::No => None,
            Way::Whole => Some(distance + 1),
            Way::Half(part) => {
                let partner = self.pairs.partner(part, edge)?;
                let other = self.reached(self.snapshot.graph.source(partner))?;
                Some(distance.max(other) + 1)
            }
        }
    }

    fn reached(&self, node: NodeIx) -> Option<i32> {
        let distance = self.now[node.0 as usize];
        (distance != UNREACHED).then_some(distance)
    }

    /// Calls with target, edge and way.
    fn each_way(&self, node: u32, mut call: impl FnMut(u32, usize, Way)) {
        let graph = &self.snapshot.graph;
        let special = self.ways.special(node);
        for edge in graph.nodes.edges(node) {
            let way = self.ways.of(special, edge);
            if way != Way::No {
                call(graph.edges.to[edge], edge, way);
            }
        }
    }
}
