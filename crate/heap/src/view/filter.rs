//! DevTools' filters of the Summary.

use crate::{
    ClassRow, Detachedness, EdgeIx, Graph, NodeIx, NodeKind, ObjectId, Snapshot,
    figure::{analysis::UNREACHED, class},
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
            Filter::DetachedDom => self
                .kept_by(|graph, node| graph.detachedness(NodeIx(node)) == Detachedness::Detached),
            Filter::Contexts => self.kept_by(|graph, node| {
                let name = graph.raw_name(NodeIx(node));
                name.strip_prefix(b"system / Context")
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(b" / "))
            }),
            Filter::EventHandlers => {
                let handlers = event_handlers(graph);
                self.kept_by(|_, node| handlers.get(node))
            }
            Filter::Console => self.lost_without(|from, edge| {
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
        if passing.nodes.is_none() {
            return self.rows().to_vec();
        }
        let passes = |node| passing.has(node);
        class::rows_where(
            &self.graph,
            &self.classes,
            &self.tree,
            &self.distance,
            passes,
        )
    }

    fn kept_by(&self, is_keeper: impl Fn(&Graph, u32) -> bool) -> Passing {
        let to = &self.graph.edges.to;
        self.lost_without(|_, edge| is_keeper(&self.graph, to[edge]))
    }

    /// Objects that have a distance, but to which no way leads from the root without the edges (asked by source and number).
    fn lost_without(&self, is_cut: impl Fn(u32, usize) -> bool) -> Passing {
        let graph = &self.graph;
        let mut reached = Bits::new(graph.nodes.len());
        reached.set(graph.root);
        let mut stack = vec![graph.root];
        while let Some(node) = stack.pop() {
            for edge in graph.nodes.edges(node) {
                let target = graph.edges.to[edge];
                let is_weak = graph.edges.kind[edge] == crate::EdgeKind::Weak as u8;
                if !is_weak && !reached.get(target) && !is_cut(node, edge) {
                    reached.set(target);
                    stack.push(target);
                }
            }
        }
        self.passing(|node| !reached.get(node.0) && self.distance(node) != UNREACHED)
    }
}
