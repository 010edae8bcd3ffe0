//! What would be freed if edges were cut, or objects let go.

mod branch;
mod other;
mod suspect;
mod sweep;

use rustc_hash::FxHashMap;

use crate::{EdgeIx, NodeIx, Snapshot, ground::chosen::Chosen};

/// Edges that are cut and objects that are let go, of those that count.
struct Cut {
    edges: Chosen,
    nodes: Chosen,
}

/// Objects that nothing would keep alive any more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Freed {
    nodes: Vec<NodeIx>,
    bytes: u64,
}

/// Freed objects of one constructor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreedRow {
    /// As in [`crate::ClassRow::class`].
    pub class: u32,
    /// The constructor, WTF-8.
    pub name: Vec<u8>,
    /// Objects with a size of their own, as in the Summary.
    pub count: u32,
    /// Their bytes.
    pub bytes: u64,
}

impl Freed {
    /// Each once, in the order of the file.
    pub fn nodes(&self) -> &[NodeIx] {
        &self.nodes
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.nodes.len()
    }

    /// Their bytes together.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Whether it would be freed.
    pub fn has(&self, node: NodeIx) -> bool {
        self.nodes.binary_search(&node).is_ok()
    }

    /// By constructor, most bytes first.
    pub fn rows(&self, snapshot: &Snapshot) -> Vec<FreedRow> {
        let mut sums: FxHashMap<u32, (u32, u64, NodeIx)> = FxHashMap::default();
        for &node in &self.nodes {
            let size = snapshot.shallow_size(node);
            if size > 0 {
                let sum = sums.entry(snapshot.class(node)).or_insert((0, 0, node));
                sum.0 += 1;
                sum.1 = sum.1.saturating_add(size);
            }
        }
        let row = |(class, (count, bytes, first))| FreedRow {
            class,
            name: snapshot.class_name(first).to_vec(),
            count,
            bytes,
        };
        let mut rows: Vec<FreedRow> = sums.into_iter().map(row).collect();
        rows.sort_unstable_by_key(|row| (std::cmp::Reverse(row.bytes), row.class));
        rows
    }

    pub(crate) fn new(snapshot: &Snapshot, mut nodes: Vec<NodeIx>) -> Self {
        nodes.sort_unstable();
        let sizes = nodes.iter().map(|&node| snapshot.shallow_size(node));
        let bytes = sizes.fold(0, u64::saturating_add);
        Self { nodes, bytes }
    }
}

impl Snapshot {
    /// What would be freed if these edges were cut together, over the edges that dominators see.
    ///
    /// As in `DevTools`' retained sizes, what nothing at all retains counts as held by the root, and what only closed cycles
    /// reach was not alive before: neither is freed by a cut.
    pub fn cut(&self, edges: &[EdgeIx]) -> Freed {
        self.without(edges, &[])
    }

    /// What would be freed with these objects: of a single one, as many bytes as its retained size says.
    /// The root cannot be let go, and what is not alive frees nothing.
    pub fn release(&self, nodes: &[NodeIx]) -> Freed {
        self.without(&[], nodes)
    }

    /// What would be freed if these edges were cut and these objects let go together.
    pub fn without(&self, edges: &[EdgeIx], nodes: &[NodeIx]) -> Freed {
        let graph = &self.graph;
        let real = edges.iter().copied();
        let real = real.filter(|edge| edge.0 < graph.edge_count() && self.counts(*edge));
        let cut: Vec<EdgeIx> = real.collect();
        let real = nodes.iter().copied();
        let real = real.filter(|node| node.0 < graph.node_count() && self.may_go(*node));
        let gone: Vec<NodeIx> = real.collect();
        let targets = cut.iter().map(|&edge| graph.target(edge));
        let mut heads: Vec<NodeIx> = targets.chain(gone.iter().copied()).collect();
        heads.sort_unstable();
        heads.dedup();
        let cut = Cut {
            edges: Chosen::new(graph.edges.to.len(), cut.iter().map(|edge| edge.0)),
            nodes: Chosen::new(graph.nodes.len(), gone.iter().map(|node| node.0)),
        };
        suspect::freed(self, heads, &cut)
    }

    /// Whether the edge keeps its target alive.
    pub(crate) fn counts(&self, edge: EdgeIx) -> bool {
        self.keeping_source(edge).is_some()
    }

    /// Where an edge begins that keeps its target alive.
    pub(crate) fn keeping_source(&self, edge: EdgeIx) -> Option<NodeIx> {
        if !self.essential.get(edge.0) || self.graph.target(edge) == self.graph.root() {
            return None;
        }
        let source = self.graph.source(edge);
        (!self.is_closed(source)).then_some(source)
    }

    /// Whether it is alive, and not the root.
    pub(crate) fn may_go(&self, node: NodeIx) -> bool {
        node != self.graph.root() && !self.is_closed(node)
    }

    /// Whether nothing but closed cycles reaches it.
    pub(crate) fn is_closed(&self, node: NodeIx) -> bool {
        self.tree.has_closed() && self.places()[node.0 as usize] >= self.tree.closed
    }
}
