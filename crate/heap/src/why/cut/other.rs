//! What is surely still alive after a cut: one way from the root that the cut leaves alone says so.

use std::{cmp::Reverse, collections::BinaryHeap};

use rustc_hash::FxHashMap;

use crate::{NodeIx, Snapshot, ground::bits::Bits};

/// So many retainers of each are asked for a straight way.
const FEW: usize = 8;

/// Ways around a cut, remembered from one question to the next.
pub(super) struct Others<'a> {
    snapshot: &'a Snapshot,
    held: Bits,
    /// Those from which no way leads straight to a root.
    turned: Bits,
    /// Those to which all ways lead through suspects.
    lost: Bits,
    /// Retainers that may still be looked at off the straight ways.
    left: u32,
}

impl<'a> Others<'a> {
    /// Gets tired of so many retainers.
    pub(super) fn new(snapshot: &'a Snapshot, left: u32) -> Self {
        let bits = || Bits::new(snapshot.graph().node_count() as usize);
        let mut held = bits();
        held.set(snapshot.graph().root().0);
        Self {
            snapshot,
            held,
            turned: bits(),
            lost: bits(),
            left,
        }
    }

    /// Whether it looks no further.
    pub(super) fn is_tired(&self) -> bool {
        self.left == 0
    }

    /// Whether a way was found before.
    #[inline]
    pub(super) fn surely(&self, node: NodeIx) -> bool {
        self.held.get(node.0)
    }

    /// Whether a way was found around all `suspects`, of which the node is none. There may be one if not: through suspects
    /// that are not freed, or where the search was too long.
    pub(super) fn hold(&mut self, node: NodeIx, suspects: &Bits) -> bool {
        if self.lost.get(node.0) {
            return false;
        }
        self.straight(node, suspects) || self.around(node, suspects)
    }

    /// Over retainers that are closer to the roots each, so that each node is looked at once.
    fn straight(&mut self, node: NodeIx, suspects: &Bits) -> bool {
        let (snapshot, root) = (self.snapshot, self.snapshot.graph().root());
        let nearer = |node: NodeIx| {
            let far = snapshot.distance(node);
            let sources = retainers(snapshot, node).take(FEW);
            sources.filter(move |&from| from == root || snapshot.distance(from) < far)
        };
        if self.held.get(node.0) || !self.turned.insert(node.0) {
            return self.held.get(node.0);
        }
        let mut way = vec![(node, nearer(node))];
        while let Some((_, next)) = way.last_mut() {
            let Some(from) = next.next() else {
                way.pop();
                continue;
            };
            if self.held.get(from.0) {
                for (node, _) in &way {
                    self.held.set(node.0);
                }
                return true;
            }
            if !suspects.get(from.0) && self.turned.insert(from.0) {
                way.push((from, nearer(from)));
            }
        }
        false
    }

    /// Over any retainers, from those closest to the roots on, a few of each at a time: where one node has very many, these often
    /// hang on the same above. If there is no way, there is none to all that was met.
    fn around(&mut self, node: NodeIx, suspects: &Bits) -> bool {
        let snapshot = self.snapshot;
        let mut met: FxHashMap<NodeIx, NodeIx> = FxHashMap::default();
        met.insert(node, node);
        let mut open = vec![(node, retainers(snapshot, node))];
        let mut queue = BinaryHeap::from([Reverse((snapshot.distance(node), 0))]);
        while let Some(Reverse((distance, number))) = queue.pop() {
            let (above, left) = &mut open[number];
            let (above, few): (_, Vec<NodeIx>) = (*above, left.by_ref().take(FEW).collect());
            if !few.is_empty() {
                queue.push(Reverse((distance, number)));
            }
            for from in few {
                let Some(left) = self.left.checked_sub(1) else {
                    return false;
                };
                self.left = left;
                if suspects.get(from.0) || self.lost.get(from.0) || met.contains_key(&from) {
                    continue;
                }
                met.insert(from, above);
                if self.straight(from, suspects) {
                    let mut at = from;
                    while at != node {
                        at = met[&at];
                        self.held.set(at.0);
                    }
                    return true;
                }
                queue.push(Reverse((snapshot.distance(from), open.len())));
                open.push((from, retainers(snapshot, from)));
            }
        }
        for node in met.keys() {
            self.lost.set(node.0);
        }
        false
    }
}

/// What keeps a node alive; where that is cut, the node is a suspect itself. What is near the roots is early in the file.
fn retainers(snapshot: &Snapshot, node: NodeIx) -> impl Iterator<Item = NodeIx> + '_ {
    let edges = snapshot.retainers().of(node).rev();
    edges.filter_map(|edge| snapshot.keeping_source(edge))
}
