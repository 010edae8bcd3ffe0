//! What only some things keep: it has a distance, but without them no way leads to it.

use crate::{
    Detachedness, EdgeIx, EdgeKind, Graph, NodeIx, NodeKind, Snapshot,
    figure::analysis::UNREACHED,
    graph::Reach,
    ground::{bits::Bits, piece::to_end},
    text::edge::{edge_text, has_text},
};

use super::event_handlers::event_handlers;

/// The things that DevTools has filters for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeper {
    Detached,
    Console,
    EventHandlers,
    Contexts,
}

impl Keeper {
    pub(crate) const ALL: [Self; 4] = [
        Self::Detached,
        Self::Console,
        Self::EventHandlers,
        Self::Contexts,
    ];
}

impl Snapshot {
    /// Objects that nothing reaches anyway are not among them.
    pub(crate) fn kept(&self, keeper: Keeper) -> &Bits {
        self.cache.kept[keeper as usize].get_or_init(|| {
            let mut sweep = Sweep::new(self, keeper);
            to_end(|| sweep.step(self, u32::MAX))
        })
    }
}

/// A walk from the root without the ways through the things, a piece at a time.
#[derive(Debug)]
pub(crate) struct Sweep {
    cut: Cut,
    reach: Reach,
}

impl Sweep {
    pub(crate) fn new(snapshot: &Snapshot, keeper: Keeper) -> Self {
        let graph = &snapshot.graph;
        Self {
            cut: Cut::new(graph, keeper),
            reach: Reach::new(graph, [graph.root]),
        }
    }

    /// Does the next piece, of so many nodes; the last one gives the result.
    pub(crate) fn step(&mut self, snapshot: &Snapshot, most: u32) -> Option<Bits> {
        let graph = &snapshot.graph;
        let is_weak = |edge: usize| graph.edges.kind[edge] == EdgeKind::Weak as u8;
        let reached = self.reach.step(graph, most, &|node, edge, target| {
            !is_weak(edge) && !self.cut.has(graph, node, edge, target)
        })?;
        let is_kept = |node: &NodeIx| !reached.get(node.0) && snapshot.distance(*node) != UNREACHED;
        let kept = graph.nodes().filter(is_kept);
        Some(Bits::of(graph.nodes.len(), kept.map(|node| node.0)))
    }
}

/// Ways that nobody goes.
#[derive(Debug)]
enum Cut {
    /// To these nodes.
    To(Bits),
    /// From a root of V8, by what DevTools' console holds on to.
    Console,
}

impl Cut {
    fn new(graph: &Graph, keeper: Keeper) -> Self {
        let nodes = graph.nodes.len();
        match keeper {
            Keeper::Console => Self::Console,
            Keeper::EventHandlers => Self::To(event_handlers(graph)),
            Keeper::Detached => {
                let state = (0..).zip(&graph.nodes.detachedness);
                let detached = state.filter(|(_, state)| **state == Detachedness::Detached as u8);
                Self::To(Bits::of(nodes, detached.map(|(node, _)| node)))
            }
            Keeper::Contexts => {
                let names = (0..).zip(graph.strings.iter());
                let names = names.filter(|(_, text)| is_context(text));
                let names = Bits::of(graph.strings.len(), names.map(|(name, _)| name));
                let all = (0..).zip(&graph.nodes.name);
                let contexts = all.filter(|(_, name)| names.has(**name));
                Self::To(Bits::of(nodes, contexts.map(|(node, _)| node)))
            }
        }
    }

    #[inline]
    fn has(&self, graph: &Graph, from: u32, edge: usize, target: u32) -> bool {
        match self {
            Self::To(nodes) => nodes.get(target),
            Self::Console => {
                let edge = EdgeIx(edge as u32);
                graph.nodes.is(from, NodeKind::Synthetic)
                    && has_text(graph, edge)
                    && edge_text(graph, edge).ends_with(b" / DevTools console")
            }
        }
    }
}

fn is_context(name: &[u8]) -> bool {
    let rest = name.strip_prefix(b"system / Context");
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(b" / "))
}
