//! DevTools' filters of the Summary.

use crate::{
    ClassRow, Detachedness, EdgeIx, EdgeKind, NodeIx, NodeKind, ObjectId, Snapshot,
    figure::{analysis::UNREACHED, class},
    graph::reached,
    ground::bits::Bits,
    text::edge::{edge_text, has_text},
};

use super::event_handlers::event_handlers;

/// Which objects to look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Strings of which there is another with the same text.
    DuplicatedStrings,
    /// What only detached nodes of a document keep, and these nodes.
    DetachedDom,
    /// What only the console of DevTools keeps.
    Console,
    /// What only event handlers keep, and these handlers.
    EventHandlers,
    /// What only variables of functions keep, and the contexts that hold these.
    Contexts,
    /// What no root reaches: alive only by what V8 does not tell, or dead and not yet collected.
    Unreached,
    /// What was allocated between two moments, by V8's numbers.
    AllocatedBetween {
        /// The last id given before.
        after: ObjectId,
        /// The last id that still belongs to it.
        up_to: ObjectId,
    },
}

/// The objects that pass a filter.
#[derive(Clone, Debug, Default)]
pub struct Passing {
    /// `None`: all do.
    nodes: Option<Bits>,
}

impl Passing {
    /// Every object passes.
    pub const ALL: Self = Self { nodes: None };

    pub(crate) fn of(nodes: Bits) -> Self {
        Self { nodes: Some(nodes) }
    }

    /// Whether the object passes.
    pub fn passes(&self, node: NodeIx) -> bool {
        self.has(node.0)
    }

    /// Those that do, if not all.
    pub(crate) fn nodes(&self) -> Option<&Bits> {
        self.nodes.as_ref()
    }

    #[inline]
    pub(crate) fn has(&self, node: u32) -> bool {
        self.nodes.as_ref().is_none_or(|nodes| nodes.get(node))
    }
}

impl Snapshot {
    /// The objects that pass a filter (DevTools: `createNamedFilter`, `createNodeIdFilter`). Objects that nothing reaches pass none
    /// of the filters that ask what keeps them.
    pub fn filter(&self, filter: &Filter) -> Passing {
        let graph = &self.graph;
        match *filter {
            Filter::All => Passing::ALL,
            Filter::DuplicatedStrings => self.duplicated_strings(),
            Filter::DetachedDom => {
                let state = &graph.nodes.detachedness;
                let detached = (0..).zip(state);
                let detached =
                    detached.filter(|(_, state)| **state == Detachedness::Detached as u8);
                self.kept_by(&Bits::of(graph.nodes.len(), detached.map(|(node, _)| node)))
            }
            Filter::Contexts => {
                let is_context = |text: &[u8]| {
                    let rest = text.strip_prefix(b"system / Context");
                    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(b" / "))
                };
                let names = (0..).zip(graph.strings.iter());
                let names = names.filter(|(_, text)| is_context(text));
                let names = Bits::of(graph.strings.len(), names.map(|(name, _)| name));
                let nodes = (0..).zip(&graph.nodes.name);
                let contexts = nodes.filter(|(_, name)| names.has(**name));
                self.kept_by(&Bits::of(graph.nodes.len(), contexts.map(|(node, _)| node)))
            }
            Filter::EventHandlers => self.kept_by(&event_handlers(graph)),
            Filter::Console => self.lost_without(|from, edge, _| {
                let edge = EdgeIx(edge as u32);
                graph.nodes.is(from, NodeKind::Synthetic)
                    && has_text(graph, edge)
                    && edge_text(graph, edge).ends_with(b" / DevTools console")
            }),
            Filter::Unreached => self.passing(|node| !self.is_reached(node)),
            Filter::AllocatedBetween { after, up_to } => self.passing(|node| {
                let id = graph.id(node);
                id > after && id <= up_to
            }),
        }
    }

    /// The objects for which the question is answered with yes.
    pub fn passing(&self, mut question: impl FnMut(NodeIx) -> bool) -> Passing {
        let mut nodes = Bits::new(self.graph.nodes.len());
        for node in self.graph.nodes().filter(|node| question(*node)) {
            nodes.set(node.0);
        }
        Passing::of(nodes)
    }

    /// Rows by constructor of the objects that pass, in the order in which the file first has one of each.
    pub fn rows_filtered(&self, passing: &Passing) -> Vec<ClassRow> {
        let Some(passing) = &passing.nodes else {
            return self.rows().to_vec();
        };
        class::rows_where(
            &self.graph,
            &self.classes,
            &self.tree,
            &self.distance,
            Some(passing),
        )
    }

    fn kept_by(&self, keepers: &Bits) -> Passing {
        self.lost_without(|_, _, target| keepers.get(target))
    }

    /// Objects that have a distance, but to which no way leads from the root without some edges: asked by source, number and
    /// target.
    fn lost_without(&self, is_cut: impl Fn(u32, usize, u32) -> bool) -> Passing {
        let graph = &self.graph;
        let is_weak = |edge: usize| graph.edges.kind[edge] == EdgeKind::Weak as u8;
        let reached = reached(graph, [graph.root], |node, edge, target| {
            !is_weak(edge) && !is_cut(node, edge, target)
        });
        self.passing(|node| !reached.get(node.0) && self.distance(node) != UNREACHED)
    }
}
