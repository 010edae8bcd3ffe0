//! References of objects to others of their class, of which lists and trees are made.

use super::{
    index::{FEW, Index},
    known_name::KnownName,
};
use crate::{EdgeIx, EdgeKind, NodeIx, NodeKind};

/// Properties that lead from an object to another of its class, or to an array that only the object has; with the object, in the
/// order of the file.
pub(crate) fn references<'a>(index: &'a Index) -> &'a [(NodeIx, EdgeIx)] {
    index.alike.get_or_init(|| {
        let mut references = Vec::new();
        for node in index.of_kind(NodeKind::Object) {
            for edge in index.graph.edges(node).take(FEW) {
                let target = index.graph.target(edge);
                if index.graph.edge_kind(edge) == EdgeKind::Property
                    && (is_another(index, node, target) || is_own_list(index, node, target))
                    && index.known_edge(edge) != KnownName::Proto
                {
                    references.push((node, edge));
                }
            }
        }
        references
    })
}

/// Whether it is another object of the class.
pub(crate) fn is_another(index: &Index, node: NodeIx, other: NodeIx) -> bool {
    other != node
        && index.snapshot.class(other) == index.snapshot.class(node)
        && index.graph.kind(other) == NodeKind::Object
}

/// Whether it is an array that only the object has.
pub(crate) fn is_own_list(index: &Index, node: NodeIx, list: NodeIx) -> bool {
    index.snapshot.dominator(list) == node && index.known(list) == KnownName::Array
}
