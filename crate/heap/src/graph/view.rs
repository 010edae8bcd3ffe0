//! Reading the graph.

use super::{
    Detachedness, EdgeIx, EdgeName, Graph, Location, Missing, NodeIx, ObjectId, Sample,
    TraceFunction, TraceNode,
};
use crate::{EdgeKind, NodeKind, Strings};

impl Graph {
    /// How many nodes there are.
    pub fn node_count(&self) -> u32 {
        self.nodes.len() as u32
    }

    /// How many edges there are.
    pub fn edge_count(&self) -> u32 {
        self.edges.to.len() as u32
    }

    /// Where all paths begin.
    pub fn root(&self) -> NodeIx {
        NodeIx(self.root)
    }

    /// All nodes, in the order of the file.
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = NodeIx> + ExactSizeIterator + use<> {
        (0..self.node_count()).map(NodeIx)
    }

    /// All texts; names that DevTools makes are behind those of the file.
    pub fn strings(&self) -> &Strings {
        &self.strings
    }

    /// The type of a node.
    #[inline]
    pub fn kind(&self, node: NodeIx) -> NodeKind {
        NodeKind::from_code(self.nodes.kind[node.0 as usize])
    }

    /// The file's word for the type of a node.
    pub fn kind_name(&self, node: NodeIx) -> &str {
        match self.kind(node) {
            NodeKind::Other => {
                let other = self.nodes.other_kind.get(node.0);
                self.other_kinds
                    .get(other as usize)
                    .map_or("other", String::as_str)
            }
            known => known.name(),
        }
    }

    /// The name in the file, with `Detached ` before it where DevTools says so; WTF-8.
    #[inline]
    pub fn raw_name(&self, node: NodeIx) -> &[u8] {
        self.strings.get(self.nodes.name[node.0 as usize])
    }

    /// V8's number of the object.
    #[inline]
    pub fn id(&self, node: NodeIx) -> ObjectId {
        ObjectId(self.nodes.id.get(node.0))
    }

    /// The node with this id. Scans: some milliseconds in large files.
    pub fn find(&self, id: ObjectId) -> Option<NodeIx> {
        self.nodes.id.position(id.0).map(NodeIx)
    }

    /// Whether the node is in a document.
    pub fn detachedness(&self, node: NodeIx) -> Detachedness {
        match self.nodes.detachedness.get(node.0 as usize) {
            Some(1) => Detachedness::Attached,
            Some(2) => Detachedness::Detached,
            _ => Detachedness::Unknown,
        }
    }

    /// Where the function, or the constructor of the object, stands.
    pub fn location(&self, node: NodeIx) -> Option<Location> {
        let found = self
            .locations
            .binary_search_by_key(&node.0, |(node, _)| *node)
            .ok()?;
        Some(self.locations[found].1)
    }

    /// The edges that begin at a node, in the order of the file.
    #[inline]
    pub fn edges(
        &self,
        node: NodeIx,
    ) -> impl DoubleEndedIterator<Item = EdgeIx> + ExactSizeIterator + use<> {
        let edges = self.nodes.edges(node.0);
        (edges.start as u32..edges.end as u32).map(EdgeIx)
    }

    /// The type of an edge.
    #[inline]
    pub fn edge_kind(&self, edge: EdgeIx) -> EdgeKind {
        EdgeKind::from_code(self.edges.kind[edge.0 as usize])
    }

    /// What an edge is called.
    #[inline]
    pub fn edge_name(&self, edge: EdgeIx) -> EdgeName<'_> {
        let name = self.edges.name[edge.0 as usize];
        if self.edge_kind(edge).is_named() {
            EdgeName::Text(self.strings.get(name))
        } else {
            EdgeName::Index(name)
        }
    }

    /// Where an edge ends.
    #[inline]
    pub fn target(&self, edge: EdgeIx) -> NodeIx {
        NodeIx(self.edges.to[edge.0 as usize])
    }

    /// Where an edge begins.
    #[inline]
    pub fn source(&self, edge: EdgeIx) -> NodeIx {
        NodeIx(self.sources.of(&self.nodes.first_edge, edge.0))
    }

    /// The first edge of this kind and name, and where it ends.
    pub fn edge_named(&self, node: NodeIx, kind: EdgeKind, name: &str) -> Option<(EdgeIx, NodeIx)> {
        let mut edges = self.edges(node);
        let found = edges.find(|&edge| {
            self.edge_kind(edge) == kind && self.edge_name(edge) == EdgeName::Text(name.as_bytes())
        })?;
        Some((found, self.target(found)))
    }

    /// Bytes that the file counts beside its nodes.
    pub fn extra_native_bytes(&self) -> u64 {
        self.extra_native_bytes
    }

    /// The moments of an allocation timeline; empty in a snapshot.
    pub fn samples(&self) -> &[Sample] {
        &self.samples
    }

    /// Functions that allocated; empty unless stacks were recorded.
    pub fn trace_functions(&self) -> &[TraceFunction] {
        &self.functions
    }

    /// The tree of allocation stacks; empty unless stacks were recorded.
    pub fn traces(&self) -> &[TraceNode] {
        &self.traces
    }

    /// The number of the allocation stack at which the object was made; 0 if unknown.
    pub fn trace_id(&self, node: NodeIx) -> u32 {
        self.nodes.trace.get(node.0 as usize).copied().unwrap_or(0)
    }

    /// What is missing at the file's end, if it was opened in spite of that.
    pub fn missing(&self) -> Option<Missing> {
        self.missing
    }
}
