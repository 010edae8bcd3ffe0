//! Reachability worked out afresh for every question.

use std::collections::{BTreeSet, VecDeque};

use crate::draw::{Drawing, Edge, EdgeKind, NodeKind};
use crate::twin::{figures, is_essential};

pub(super) struct Arc {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) weak: bool,
    pub(super) essential: bool,
    /// Nobody can cut it: it is from the root, a synthetic node, a shape or a native context, or a tie of V8's.
    pub(super) fixed: bool,
}

pub(super) struct Brute {
    pub(super) arcs: Vec<Arc>,
    pub(super) sizes: Vec<u64>,
    pub(super) root: usize,
    distance: Vec<i32>,
    /// By node: essential edges that leave it, and all that end at it.
    leaving: Vec<Vec<usize>>,
    ending: Vec<Vec<usize>>,
    /// The root and what nothing retains.
    starts: Vec<usize>,
}

/// What is left out.
#[derive(Clone, Default)]
pub(super) struct Without {
    pub(super) arcs: BTreeSet<usize>,
    pub(super) nodes: BTreeSet<usize>,
}

/// Which edges a path takes.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Ways {
    Followed,
    Strong,
    Any,
}

impl Brute {
    pub(super) fn new(drawing: &Drawing) -> Self {
        let figures = figures(drawing);
        let mut arcs = Vec::new();
        for (from, node) in drawing.nodes.iter().enumerate() {
            for edge in &node.edges {
                arcs.push(Arc {
                    from,
                    to: edge.to,
                    weak: edge.kind == EdgeKind::Weak,
                    essential: is_essential(drawing, &figures.page, from, edge),
                    fixed: is_fixed(drawing, from, edge),
                });
            }
        }
        let mut leaving = vec![Vec::new(); drawing.nodes.len()];
        let mut ending = leaving.clone();
        let mut starts: BTreeSet<usize> = (0..drawing.nodes.len()).collect();
        for (at, arc) in arcs.iter().enumerate() {
            ending[arc.to].push(at);
            if arc.essential {
                leaving[arc.from].push(at);
                starts.remove(&arc.to);
            }
        }
        starts.insert(drawing.root);
        Self {
            sizes: figures.shallow,
            root: drawing.root,
            distance: figures
                .distance
                .iter()
                .map(|&distance| distance as i32)
                .collect(),
            starts: starts.into_iter().collect(),
            arcs,
            leaving,
            ending,
        }
    }

    /// What is alive: reached from the root and from what nothing retains.
    pub(super) fn alive(&self, without: &Without) -> BTreeSet<usize> {
        self.reached(self.starts.clone(), without)
    }

    pub(super) fn reached(&self, starts: Vec<usize>, without: &Without) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut left = starts;
        while let Some(node) = left.pop() {
            if without.nodes.contains(&node) || !reached.insert(node) {
                continue;
            }
            let leaving = self.leaving[node].iter();
            let kept = leaving.filter(|at| !without.arcs.contains(*at));
            left.extend(kept.map(|at| self.arcs[*at].to));
        }
        reached
    }

    pub(super) fn freed(&self, without: &Without) -> BTreeSet<usize> {
        let nothing = Without::default();
        &self.alive(&nothing) - &self.alive(without)
    }

    pub(super) fn bytes(&self, nodes: &BTreeSet<usize>) -> u64 {
        nodes.iter().map(|node| self.sizes[*node]).sum()
    }

    pub(super) fn essential(&self) -> impl Iterator<Item = (usize, &Arc)> {
        let arcs = self.arcs.iter().enumerate();
        arcs.filter(|(_, arc)| arc.essential)
    }

    pub(super) fn may(&self, arc: &Arc, ways: Ways) -> bool {
        let (near, far) = (self.distance[arc.from], self.distance[arc.to]);
        match ways {
            Ways::Followed => !arc.weak && near >= 0 && far >= 0 && far <= near + 1,
            Ways::Strong => !arc.weak,
            Ways::Any => true,
        }
    }

    fn has_user_roots(&self) -> bool {
        self.distance[self.root] == 100_000_000
    }

    pub(super) fn is_user_root(&self, node: usize) -> bool {
        self.has_user_roots() && self.distance[node] == 1 && node != self.root
    }

    /// Steps to the closest user root; if there is no way to one, to the root. Breadth first against the edges.
    pub(super) fn steps(&self, object: usize, ways: Ways, without: &Without) -> Option<usize> {
        let mut steps = vec![None; self.sizes.len()];
        steps[object] = Some(0);
        let mut queue = VecDeque::from([object]);
        while let Some(node) = queue.pop_front() {
            if self.is_user_root(node) || node == self.root {
                continue;
            }
            for at in &self.ending[node] {
                let arc = &self.arcs[*at];
                let open = !without.arcs.contains(at) && !without.nodes.contains(&arc.from);
                if open && steps[arc.from].is_none() && self.may(arc, ways) {
                    steps[arc.from] = steps[node].map(|steps: usize| steps + 1);
                    queue.push_back(arc.from);
                }
            }
        }
        let user = (0..steps.len()).filter(|node| self.is_user_root(*node));
        let closest = user.filter_map(|node| steps[node]).min();
        if ways == Ways::Followed {
            closest.or(steps[self.root])
        } else {
            closest.into_iter().chain(steps[self.root]).min()
        }
    }
}

fn is_fixed(drawing: &Drawing, from: usize, edge: &Edge) -> bool {
    let kind = drawing.nodes[from].kind;
    let name = drawing.name(from).to_string();
    let tie = if edge.kind.is_numbered() {
        String::new()
    } else {
        drawing.strings[edge.name_or_index].to_string()
    };
    from == drawing.root
        || matches!(kind, NodeKind::Synthetic | NodeKind::ObjectShape)
        || name.starts_with("system / NativeContext")
        || [
            "__proto__",
            "prototype",
            "constructor",
            "exports",
            "<symbol node:module_export>",
            "global_object",
        ]
        .contains(&tie.as_str())
}
