//! A snapshot with everything calculated.

pub(crate) mod cache;

use std::sync::OnceLock;

use cache::Cache;

use crate::{
    Analysis, ClassRow, EdgeIx, Graph, NodeIx,
    figure::analysis::{Interface, Texts, UNREACHED},
    figure::class::{self, Classes},
    figure::{retainer::Retainers, tree::DominatorTree},
    graph::ById,
    ground::bits::Bits,
};

/// A heap snapshot with DevTools' figures.
#[derive(Debug)]
pub struct Snapshot {
    pub(crate) graph: Graph,
    pub(crate) texts: Texts,
    pub(crate) essential: Bits,
    pub(crate) distance: Vec<i32>,
    pub(crate) tree: DominatorTree,
    pub(crate) classes: Classes,
    pub(crate) interfaces: Vec<Interface>,
    rows: Vec<ClassRow>,
    pub(crate) retainers: OnceLock<Retainers>,
    places: OnceLock<Vec<u32>>,
    pub(crate) cache: Cache,
}

impl Analysis {
    /// The answers; does what is left to do.
    pub fn finish(mut self) -> Snapshot {
        while !self.step() {}
        Snapshot::new(self)
    }
}

impl Snapshot {
    fn new(analysis: Analysis) -> Self {
        let Analysis {
            graph,
            texts,
            essential,
            distance,
            tree,
            classes,
            interfaces,
            ..
        } = analysis;
        let rows = class::rows(&graph, &classes, &tree, &distance);
        Self {
            graph,
            texts,
            essential,
            distance,
            tree,
            classes,
            interfaces,
            rows,
            retainers: OnceLock::new(),
            places: OnceLock::new(),
            cache: Cache::default(),
        }
    }

    /// The graph; names of detached DOM nodes are changed, sizes are those after owners took what they own.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// Rows by constructor, in the order in which the file first has one of each.
    pub fn rows(&self) -> &[ClassRow] {
        &self.rows
    }

    /// Steps from the page's global objects, or from the root where the file names none; −5 if nothing reaches it.
    /// What only V8's own roots reach is 100,000,000 away and more.
    #[inline]
    pub fn distance(&self, node: NodeIx) -> i32 {
        self.distance[node.0 as usize]
    }

    /// Whether a path leads to the node.
    pub fn is_reached(&self, node: NodeIx) -> bool {
        self.distance(node) != UNREACHED
    }

    /// Bytes of the object itself.
    #[inline]
    pub fn shallow_size(&self, node: NodeIx) -> u64 {
        self.graph.nodes.size.get(node.0)
    }

    /// Bytes that would be freed with the object: its own and of all it dominates.
    #[inline]
    pub fn retained_size(&self, node: NodeIx) -> u64 {
        self.tree.retained[node.0 as usize]
    }

    /// The closest object through which all ways to this one lead; the root's is itself.
    #[inline]
    pub fn dominator(&self, node: NodeIx) -> NodeIx {
        NodeIx(self.tree.dominator[node.0 as usize])
    }

    /// The number of the node's class, as in [`ClassRow::class`].
    #[inline]
    pub fn class(&self, node: NodeIx) -> u32 {
        self.classes.of[node.0 as usize]
    }

    /// The constructor's name, WTF-8.
    pub fn class_name(&self, node: NodeIx) -> &[u8] {
        self.graph
            .strings
            .get(self.classes.list[self.class(node) as usize].name)
    }

    /// Bytes of the whole heap: what the root retains, and what the file counts beside its nodes.
    pub fn total_size(&self) -> u64 {
        self.retained_size(self.graph.root())
            .saturating_add(self.graph.extra_native_bytes)
    }

    /// Who refers to whom. Made at the first question, or by [`Snapshot::index_retainers`].
    pub(crate) fn retainers(&self) -> &Retainers {
        self.retainers.get_or_init(|| Retainers::new(&self.graph))
    }

    /// Who refers to whom, if it was made.
    pub(crate) fn known_retainers(&self) -> Option<&Retainers> {
        self.retainers.get()
    }

    /// The place of each node in the dominator tree's order. Made at the first question.
    pub(crate) fn places(&self) -> &[u32] {
        self.places.get_or_init(|| {
            let order = &self.tree.order;
            let mut places = vec![0; order.len()];
            for (place, &node) in (0_u32..).zip(order) {
                places[node as usize] = place;
            }
            places
        })
    }

    /// Objects by V8's numbers. Made at the first question.
    pub(crate) fn by_id(&self) -> &ById {
        self.cache.by_id.get_or_init(|| ById::new(&self.graph))
    }

    /// Edges of every kind that end at a node, the last of the file first.
    pub fn edges_to(&self, node: NodeIx) -> impl ExactSizeIterator<Item = EdgeIx> + '_ {
        self.retainers().of(node)
    }

    /// Prepares questions about retainers, so that the first one is answered as quickly as the next.
    pub fn index_retainers(&self) {
        self.retainers();
    }
}
