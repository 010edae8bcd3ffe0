//! Which objects a cut frees: first all that it may free, then without those that something else holds.

use rustc_hash::FxHashSet;

use super::{Cut, Freed, branch::branches, other::Others, sweep};
use crate::{EdgeIx, NodeIx, Snapshot, ground::bits::Bits};

/// Beyond this part of a heap of suspects, or of retainers looked at for them, all is swept instead: that takes no longer.
const SUSPECTS: usize = 16;
const RETAINERS: u32 = 64;

/// `heads` are the targets of the cut edges and the objects that are gone.
///
/// What is freed is dominated by a head, or hangs in the dominator tree directly below a branch of the ways from two heads
/// upwards: were it elsewhere, one way around all heads would be left. So little of a large heap is looked at.
pub(super) fn freed(snapshot: &Snapshot, heads: Vec<NodeIx>, cut: &Cut) -> Freed {
    let mut suspects = Suspects {
        snapshot,
        cut,
        marked: Bits::new(snapshot.graph().node_count() as usize),
        list: Vec::new(),
        heads: Vec::new(),
    };
    let branches = branches(snapshot, &heads);
    for head in heads {
        suspects.add(head);
    }
    if !branches.is_empty() && !suspects.grow(&branches) {
        return Freed::new(snapshot, sweep::freed(snapshot, cut));
    }
    let nodes = suspects.unheld();
    Freed::new(snapshot, nodes)
}

struct Suspects<'a> {
    snapshot: &'a Snapshot,
    cut: &'a Cut,
    /// With a node, all that it dominates is marked.
    marked: Bits,
    list: Vec<NodeIx>,
    /// Only they can be held from outside of what is marked.
    heads: Vec<NodeIx>,
}

impl Suspects<'_> {
    fn add(&mut self, head: NodeIx) {
        self.heads.push(head);
        let tree = &self.snapshot.tree;
        let mut place = self.snapshot.places()[head.0 as usize] as usize;
        let end = place + tree.span[place] as usize;
        while place < end {
            let node = tree.order[place];
            if self.marked.insert(node) {
                self.list.push(NodeIx(node));
                place += 1;
            } else {
                place += tree.span[place] as usize;
            }
        }
    }

    /// What two heads may hold together. Says whether it was worth it: not if it came to a good part of the heap.
    fn grow(&mut self, branches: &FxHashSet<NodeIx>) -> bool {
        let graph = self.snapshot.graph();
        let mut others = Others::new(self.snapshot, graph.edge_count() / RETAINERS);
        let mut at = 0;
        while let Some(&node) = self.list.get(at) {
            if others.is_tired() || self.list.len() > graph.nodes.len() / SUSPECTS {
                return false;
            }
            at += 1;
            for edge in graph.edges(node) {
                let target = graph.target(edge);
                if !self.marked.get(target.0)
                    && !others.surely(target)
                    && self.snapshot.essential.get(edge.0)
                    && branches.contains(&self.snapshot.dominator(target))
                    && !others.hold(target, &self.marked)
                {
                    self.add(target);
                }
            }
        }
        true
    }

    /// Whether the edge is still there after the cut; asked of edges of what is alive.
    fn holds(&self, edge: EdgeIx) -> bool {
        self.snapshot.essential.get(edge.0)
            && !self.cut.edges.has(edge.0)
            && !self.cut.nodes.has(self.snapshot.graph().target(edge).0)
    }

    /// Without all that is reached from what something else holds.
    fn unheld(self) -> Vec<NodeIx> {
        let held = |head: &NodeIx| !self.cut.nodes.has(head.0) && self.is_held(*head);
        let mut stack: Vec<NodeIx> = self.heads.iter().copied().filter(held).collect();
        if self.heads.len() == 1 && !stack.is_empty() {
            return Vec::new();
        }
        let graph = self.snapshot.graph();
        let mut alive = Bits::new(graph.node_count() as usize);
        for node in &stack {
            alive.set(node.0);
        }
        while let Some(node) = stack.pop() {
            for edge in graph.edges(node) {
                let target = graph.target(edge);
                if self.marked.get(target.0) && !alive.get(target.0) && self.holds(edge) {
                    alive.set(target.0);
                    stack.push(target);
                }
            }
        }
        let list = self.list.into_iter();
        list.filter(|node| !alive.get(node.0)).collect()
    }

    fn is_held(&self, head: NodeIx) -> bool {
        self.snapshot.retainers().of(head).any(|edge| {
            let from = self.snapshot.keeping_source(edge);
            from.is_some_and(|from| !self.marked.get(from.0)) && !self.cut.edges.has(edge.0)
        })
    }
}
