//! What every pattern needs to look at a snapshot.

use std::{borrow::Cow, sync::OnceLock};

use super::known_name::{KnownName, KnownNames};
use crate::{EdgeIx, EdgeKind, EdgeName, Graph, NodeIx, NodeKind, Snapshot, wtf8};

/// Edges that are looked at on either end of an object, so that one with very many costs no more than others.
pub(crate) const FEW: usize = 64;

/// A collection with its entries.
#[derive(Clone, Copy)]
pub(crate) struct Collection {
    pub(crate) node: NodeIx,
    pub(crate) entries: u64,
    /// An array without objects shows only what it has room for, perhaps all of it numbers.
    pub(crate) is_room: bool,
}

/// A snapshot with words for its names.
pub(crate) struct Index<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) graph: &'a Graph,
    words: KnownNames,
    /// By word: nodes of that name.
    named: Vec<Vec<NodeIx>>,
    /// By word: nodes with an edge of that name.
    called: Vec<Vec<(NodeIx, EdgeIx)>>,
    /// See [`super::alike::references`].
    pub(super) alike: OnceLock<Vec<(NodeIx, EdgeIx)>>,
    /// Those worth a look, once a pattern has looked for them.
    pub(super) collections: OnceLock<Vec<Collection>>,
    /// Those that weigh, with the shape of their keys, once one of their patterns has looked for them.
    pub(super) weighty: OnceLock<Vec<(Collection, Option<String>)>>,
    /// Bytes of a pointer in this heap.
    pub(crate) pointer_size: u64,
}

/// Edges that patterns begin with.
const BEGINNINGS: [KnownName; 6] = [
    KnownName::BackingStore,
    KnownName::Events,
    KnownName::ReactionsOrResult,
    KnownName::ResourceStore,
    KnownName::TableEdge,
    KnownName::WbgPtr,
];

impl<'a> Index<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot) -> Self {
        let graph = snapshot.graph();
        let mut index = Self {
            snapshot,
            graph,
            words: KnownNames::new(graph),
            named: vec![Vec::new(); 1 + KnownName::ALL.len()],
            called: vec![Vec::new(); 1 + KnownName::ALL.len()],
            alike: OnceLock::new(),
            collections: OnceLock::new(),
            weighty: OnceLock::new(),
            pointer_size: 0,
        };
        index.find_named();
        index.find_beginnings();
        index.pointer_size = pointer_size(&index);
        index
    }

    fn find_named(&mut self) {
        for node in self.graph.nodes() {
            let word = self.known(node);
            if word != KnownName::Other {
                self.named[word as usize].push(node);
            }
        }
    }

    fn find_beginnings(&mut self) {
        let begins = self.words.among(&BEGINNINGS);
        let names = &self.graph.edges.name;
        for node in self.graph.nodes() {
            for edge in self.graph.edges(node) {
                if !begins.has(names[edge.0 as usize]) {
                    continue;
                }
                let word = self.known_edge(edge);
                // Its index was the number of such a name.
                if word == KnownName::Other {
                    continue;
                }
                let called = &mut self.called[word as usize];
                if called.last().is_none_or(|&(last, _)| last != node) {
                    called.push((node, edge));
                }
            }
        }
    }

    /// Nodes with an edge of this name, one of [`BEGINNINGS`], in the order of the file, and where the first such edge ends.
    pub(crate) fn called(&self, word: KnownName) -> impl Iterator<Item = (NodeIx, NodeIx)> + '_ {
        let edges = self.called[word as usize].iter();
        edges.map(|&(node, edge)| (node, self.graph.target(edge)))
    }

    #[inline]
    pub(crate) fn known(&self, node: NodeIx) -> KnownName {
        self.words.node(self.graph, node)
    }

    #[inline]
    pub(crate) fn known_edge(&self, edge: EdgeIx) -> KnownName {
        self.words.edge(self.graph, edge)
    }

    /// Nodes of a type, in the order of the file.
    pub(crate) fn of_kind(&self, kind: NodeKind) -> impl Iterator<Item = NodeIx> + '_ {
        let nodes = &self.graph.nodes;
        self.graph
            .nodes()
            .filter(move |node| nodes.is(node.0, kind))
    }

    /// Nodes of a name, in the order of the file.
    pub(crate) fn known_as(&self, word: KnownName) -> impl Iterator<Item = NodeIx> + '_ {
        self.named[word as usize].iter().copied()
    }

    /// Nodes of a type and a name, in the order of the file.
    pub(crate) fn named(
        &self,
        kind: NodeKind,
        word: KnownName,
    ) -> impl Iterator<Item = NodeIx> + '_ {
        self.known_as(word)
            .filter(move |node| self.graph.nodes.is(node.0, kind))
    }

    /// Where the edge of this name ends. V8 writes its own edges first or last: only there is it sought.
    pub(crate) fn follow(&self, node: NodeIx, word: KnownName) -> Option<NodeIx> {
        let edges = || self.graph.edges(node);
        let behind = edges().len().saturating_sub(FEW).max(FEW);
        let mut ends = edges().take(FEW).chain(edges().skip(behind));
        let edge = ends.find(|&edge| self.known_edge(edge) == word)?;
        Some(self.graph.target(edge))
    }

    /// Edges that keep their target alive.
    pub(crate) fn strong(&self, node: NodeIx) -> impl Iterator<Item = (EdgeIx, NodeIx)> + '_ {
        let edges = self.graph.edges(node);
        let strong = edges.filter(|&edge| self.graph.edge_kind(edge) != EdgeKind::Weak);
        strong.map(|edge| (edge, self.graph.target(edge)))
    }

    /// Edges that keep a node alive, and where they begin; not its own, nor those of the root.
    pub(crate) fn holders(&self, node: NodeIx) -> impl Iterator<Item = (EdgeIx, NodeIx)> + '_ {
        let edges = self.snapshot.retainers().of(node);
        let strong = edges.filter(|&edge| self.graph.edge_kind(edge) != EdgeKind::Weak);
        let held = strong.map(|edge| (edge, self.graph.source(edge)));
        held.filter(move |&(_, holder)| holder != node && holder != self.graph.root())
    }

    /// Bytes that go with all of these, counted once.
    pub(crate) fn retained(&self, nodes: &[NodeIx]) -> u64 {
        let mut places: Vec<u32> = nodes
            .iter()
            .map(|node| self.snapshot.places()[node.0 as usize])
            .collect();
        places.sort_unstable();
        let tree = &self.snapshot.tree;
        let (mut sum, mut open_until) = (0_u64, 0);
        for place in places {
            if place >= open_until {
                sum = sum.saturating_add(tree.retained[tree.order[place as usize] as usize]);
                open_until = place + tree.span[place as usize];
            }
        }
        sum
    }

    /// The object of a script that stands for a handle of Node's.
    pub(crate) fn wrapper(&self, handle: NodeIx) -> Option<NodeIx> {
        self.follow(handle, KnownName::NativeToJavascript)
    }

    /// The constructor's name for people.
    pub(crate) fn class_text(&self, node: NodeIx) -> Cow<'a, str> {
        wtf8::lossy(self.snapshot.class_name(node))
    }

    /// Whether all ways to `node` lead through `above`.
    pub(crate) fn dominates(&self, above: NodeIx, node: NodeIx) -> bool {
        let places = self.snapshot.places();
        let from = places[above.0 as usize];
        let end = from + self.snapshot.tree.span[from as usize];
        (from..end).contains(&places[node.0 as usize])
    }

    /// Whether it is a place of roots.
    pub(crate) fn is_root(&self, node: NodeIx) -> bool {
        self.graph.kind(node) == NodeKind::Synthetic
    }

    /// Whether it is the scope of a call or of a script.
    pub(crate) fn is_scope(&self, node: NodeIx) -> bool {
        self.known(node) == KnownName::Context
    }

    /// Whether it is V8's or the browser's own and nothing that a script has made.
    pub(crate) fn is_plumbing(&self, node: NodeIx) -> bool {
        let name = self.graph.raw_name(node);
        let name = name.strip_prefix(b"Detached ").unwrap_or(name);
        match self.graph.kind(node) {
            NodeKind::Array | NodeKind::Hidden | NodeKind::Code | NodeKind::ObjectShape => true,
            _ if self.is_scope(node) => false,
            _ => {
                name.starts_with(b"system / ")
                    || name.starts_with(b"blink::")
                    || name.starts_with(b"cppgc::")
                    || name.starts_with(b"V8")
                    || name.starts_with(b"EventListener")
            }
        }
    }

    pub(crate) fn name(&self, node: NodeIx) -> Cow<'a, str> {
        wtf8::lossy(self.graph.raw_name(node))
    }

    pub(crate) fn edge_name(&self, edge: EdgeIx) -> Cow<'a, str> {
        match self.graph.edge_name(edge) {
            EdgeName::Text(text) => wtf8::lossy(text),
            EdgeName::Index(index) => format!("[{index}]").into(),
        }
    }
}

/// 4 where V8 compresses pointers, else 8.
fn pointer_size(index: &Index) -> u64 {
    /// An object's shape takes 40 bytes with short pointers, 72 or more with long ones.
    const SHORT_SHAPE: u64 = 56;
    let shape = index
        .named(NodeKind::ObjectShape, KnownName::MapShape)
        .next();
    match shape.map(|shape| index.snapshot.shallow_size(shape)) {
        Some(size) if size <= SHORT_SHAPE => 4,
        _ => 8,
    }
}
