//! DevTools' filters of the Summary.

use std::ops::Range;

use crate::{
    ClassRow, NodeIx, ObjectId, Snapshot,
    figure::class,
    ground::{bits::Bits, together::pieces},
};

use super::kept::Keeper;

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
            Filter::DetachedDom => self.kept_by(Keeper::Detached),
            Filter::Console => self.kept_by(Keeper::Console),
            Filter::EventHandlers => self.kept_by(Keeper::EventHandlers),
            Filter::Contexts => self.kept_by(Keeper::Contexts),
            Filter::Unreached => self.passing(|node| !self.is_reached(node)),
            Filter::AllocatedBetween { after, up_to } => self.passing(|node| {
                let id = graph.id(node);
                id > after && id <= up_to
            }),
        }
    }

    /// The objects for which the question is answered with yes.
    pub fn passing(&self, mut question: impl FnMut(NodeIx) -> bool) -> Passing {
        let mut passing = Bits::new(self.graph.nodes.len());
        for piece in pieces(self.graph.node_count()) {
            pass(piece, &mut question, &mut passing);
        }
        Passing::of(passing)
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

    fn kept_by(&self, keeper: Keeper) -> Passing {
        Passing::of(self.kept(keeper).clone())
    }
}

/// A function of its own, which a wasm engine makes quick while the pieces are still being gone through.
#[inline(never)]
fn pass(nodes: Range<u32>, question: &mut impl FnMut(NodeIx) -> bool, passing: &mut Bits) {
    for node in nodes.filter(|&node| question(NodeIx(node))) {
        passing.set(node);
    }
}
