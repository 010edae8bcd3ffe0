//! A smallest set of edges between objects and a dominator of theirs.
//!
//! Lester Ford and Delbert Fulkerson, "Maximal flow through a network" (1956): as many ways without a common edge as there
//! are, as few edges part the ends. The ways are looked for from the objects upwards, so the set found is the one next to them.

use std::{cmp::Reverse, collections::BinaryHeap};

use rustc_hash::FxHashMap;

use super::{SmallestCut, tie};
use crate::{
    EdgeIx, NodeIx, NodeKind, Snapshot,
    ground::chosen::Chosen,
    limits::{MAX_DOMINATORS_TRIED, MAX_EDGES_CUT, MAX_RETAINERS_SEEN_BY_CUT},
    text::stem::stem,
};

pub(super) fn smallest_cut(snapshot: &Snapshot, objects: &[NodeIx], most: usize) -> SmallestCut {
    let real = |object: &NodeIx| object.0 < snapshot.graph().node_count();
    let alive = objects.iter().copied().filter(real);
    let mut targets: Vec<NodeIx> = alive.filter(|&object| snapshot.may_go(object)).collect();
    targets.sort_unstable();
    targets.dedup();
    if targets.is_empty() {
        return SmallestCut::Free;
    }
    let most = most.min(MAX_EDGES_CUT);
    let root = snapshot.graph().root();
    let first = dominator_of_all(snapshot, &targets);
    let mut seen = 0;
    for _ in 0..MAX_DOMINATORS_TRIED {
        let below = dominator_of_all(snapshot, &targets);
        let mut flow = Flow {
            snapshot,
            below,
            asked: Chosen::new(
                snapshot.graph().nodes.len(),
                targets.iter().map(|target| target.0),
            ),
            used: FxHashMap::default(),
            leaving: FxHashMap::default(),
            seen,
        };
        match flow.part(&targets, most) {
            Part::Cut(edges) => {
                return SmallestCut::Edges {
                    edges,
                    below,
                    is_smallest: true,
                };
            }
            Part::Limit => break,
            Part::More if below == root => return SmallestCut::Held,
            // All ways lead through the dominator: what is not parted from it must be parted above it.
            Part::More => targets = vec![below],
        }
        seen = flow.seen;
    }
    above(snapshot, first, most).unwrap_or(SmallestCut::Limit)
}

/// Not the smallest, but known at once: all references to the closest dominator of all that has few of them.
fn above(snapshot: &Snapshot, dominator: NodeIx, most: usize) -> Option<SmallestCut> {
    let mut at = dominator;
    for _ in 0..MAX_DOMINATORS_TRIED {
        let below = snapshot.dominator(at);
        if !snapshot.may_go(at) {
            return None;
        }
        let counted = snapshot.retainers().of(at);
        let counted = counted.filter(|&edge| snapshot.counts(edge)).take(most + 1);
        let mut edges: Vec<EdgeIx> = counted.collect();
        let is_free = |edge: &EdgeIx| !is_fixed(snapshot, *edge, snapshot.graph().source(*edge));
        if !edges.is_empty() && edges.len() <= most && edges.iter().all(is_free) {
            edges.sort_unstable();
            return Some(SmallestCut::Edges {
                edges,
                below,
                is_smallest: false,
            });
        }
        at = below;
    }
    None
}

/// Nobody can cut what V8 itself holds.
fn is_fixed(snapshot: &Snapshot, edge: EdgeIx, from: NodeIx) -> bool {
    let graph = snapshot.graph();
    from == graph.root()
        || graph.kind(from) == NodeKind::Synthetic
        || graph.kind(from) == NodeKind::ObjectShape
        || stem(graph.raw_name(from)) == b"system / NativeContext"
        || tie::is_tie(snapshot, edge)
}

/// The closest one that is none of the nodes themselves.
fn dominator_of_all(snapshot: &Snapshot, nodes: &[NodeIx]) -> NodeIx {
    let places = snapshot.places();
    let place = |node: NodeIx| places[node.0 as usize];
    let above = nodes.iter().map(|&node| snapshot.dominator(node));
    let (least, greatest) = above.fold((u32::MAX, 0), |(least, greatest), node| {
        (least.min(place(node)), greatest.max(place(node)))
    });
    // A dominator stands before all that it dominates, and those stand in one piece.
    let mut at = NodeIx(snapshot.tree.order[least as usize]);
    while place(at) + snapshot.tree.span[place(at) as usize] <= greatest {
        at = snapshot.dominator(at);
    }
    at
}

enum Part {
    Cut(Vec<EdgeIx>),
    /// More edges than wanted.
    More,
    Limit,
}

struct Flow<'a> {
    snapshot: &'a Snapshot,
    below: NodeIx,
    /// Where the search begins.
    asked: Chosen,
    /// Ways over each edge.
    used: FxHashMap<EdgeIx, usize>,
    /// By source, edges that were ever used.
    leaving: FxHashMap<NodeIx, Vec<EdgeIx>>,
    seen: u64,
}

/// How a node was met: over an edge against its direction, or by taking back a way along it; and from where.
type Met = (EdgeIx, bool, NodeIx);

impl Flow<'_> {
    fn part(&mut self, targets: &[NodeIx], most: usize) -> Part {
        for _ in 0..=most {
            let mut met: FxHashMap<NodeIx, Met> = FxHashMap::default();
            let Some(end) = self.way(targets, &mut met) else {
                return if self.seen > MAX_RETAINERS_SEEN_BY_CUT {
                    Part::Limit
                } else {
                    Part::Cut(self.border(&met))
                };
            };
            self.take(end, &met);
        }
        Part::More
    }

    /// Searches one more way, by the nodes closest to the roots first; gives the end it arrives at.
    fn way(&mut self, targets: &[NodeIx], met: &mut FxHashMap<NodeIx, Met>) -> Option<NodeIx> {
        let graph = self.snapshot.graph();
        let far = |node: NodeIx| Reverse((self.snapshot.distance(node), node));
        let mut queue: BinaryHeap<_> = targets.iter().map(|&target| far(target)).collect();
        while let Some(Reverse((_, node))) = queue.pop() {
            let mut held = false;
            for edge in self.snapshot.retainers().of(node) {
                self.seen += 1;
                if !self.snapshot.counts(edge) {
                    continue;
                }
                held = true;
                let from = graph.source(edge);
                let is_free = self.ways_over(edge) == 0 || is_fixed(self.snapshot, edge, from);
                if is_free && !self.is_met(met, from) {
                    met.insert(from, (edge, true, node));
                    if from == self.below {
                        return Some(from);
                    }
                    queue.push(far(from));
                }
            }
            // What nothing retains is held by the root.
            if !held {
                return Some(node);
            }
            for &edge in self.leaving.get(&node).into_iter().flatten() {
                let target = graph.target(edge);
                if self.ways_over(edge) > 0 && !self.is_met(met, target) {
                    met.insert(target, (edge, false, node));
                    queue.push(far(target));
                }
            }
            if self.seen > MAX_RETAINERS_SEEN_BY_CUT {
                return None;
            }
        }
        None
    }

    fn take(&mut self, end: NodeIx, met: &FxHashMap<NodeIx, Met>) {
        let mut at = end;
        while let Some((edge, against, next)) = met.get(&at) {
            let ways = self.used.entry(*edge).or_default();
            if *against {
                *ways += 1;
                let leaving = self.leaving.entry(at).or_default();
                if !leaving.contains(edge) {
                    leaving.push(*edge);
                }
            } else {
                *ways -= 1;
            }
            at = *next;
        }
    }

    /// Used edges into what the last search met, from what it did not.
    fn border(&self, met: &FxHashMap<NodeIx, Met>) -> Vec<EdgeIx> {
        let graph = self.snapshot.graph();
        let parts = |edge: &EdgeIx| {
            self.ways_over(*edge) > 0
                && self.is_met(met, graph.target(*edge))
                && !self.is_met(met, graph.source(*edge))
        };
        let mut edges: Vec<EdgeIx> = self.used.keys().copied().filter(parts).collect();
        edges.sort_unstable();
        edges
    }

    fn is_met(&self, met: &FxHashMap<NodeIx, Met>, node: NodeIx) -> bool {
        self.asked.has(node.0) || met.contains_key(&node)
    }

    fn ways_over(&self, edge: EdgeIx) -> usize {
        self.used.get(&edge).copied().unwrap_or(0)
    }
}
