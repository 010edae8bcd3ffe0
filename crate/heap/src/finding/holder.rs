//! Who holds an object.

use super::{
    index::{FEW, Index},
    known_name::KnownName,
};
use crate::{EdgeIx, EdgeKind, NodeIx, NodeKind, story};

/// From an element to the variable that has its array there are so many steps at most.
const STEPS: usize = 5;

/// How far an edge is from a root: what nothing reaches comes last, the browser's own objects before it.
pub(crate) type Rank = (bool, bool, i32);

/// The holding edge nearest to a root.
pub(crate) fn holder(index: &Index, node: NodeIx) -> Option<EdgeIx> {
    nearest(index, index.holders(node)).map(|(_, edge)| edge)
}

/// The nearest of these edges. JavaScript's objects come before the browser's.
pub(crate) fn nearest(
    index: &Index,
    edges: impl Iterator<Item = (EdgeIx, NodeIx)>,
) -> Option<(Rank, EdgeIx)> {
    let ranked = edges.map(|(edge, holder)| {
        let distance = index.snapshot.distance(holder);
        let kind = index.graph.kind(holder);
        let browsers = matches!(
            kind,
            NodeKind::Native | NodeKind::Synthetic | NodeKind::Hidden
        );
        ((distance < 0, browsers, distance), edge)
    });
    ranked.min_by_key(|(rank, _)| *rank)
}

/// Where it is held, for people: up to the first telling name.
pub(crate) fn told(index: &Index, edge: EdgeIx) -> String {
    story::holder(index.snapshot, edge)
}

/// What like holders have in common, in all files: the next name on the way up, as `cache of Object` for an element of that cache.
pub(crate) fn text(index: &Index, edge: EdgeIx) -> String {
    let mut named = edge;
    for _ in 0..STEPS {
        if is_name(index, named) {
            break;
        }
        let above = index.holders(index.graph.source(named)).take(FEW);
        match nearest(index, above) {
            Some((_, edge)) => named = edge,
            None => break,
        }
    }
    let named = if is_name(index, named) { named } else { edge };
    let (name, holder) = (index.edge_name(named), index.graph.source(named));
    match index.known(holder) {
        KnownName::Context => format!("{name} in a scope"),
        _ => format!("{name} of {}", index.name(holder)),
    }
}

/// Whether somebody gave it: a property or a variable, not an index.
fn is_name(index: &Index, edge: EdgeIx) -> bool {
    let given = matches!(
        index.graph.edge_kind(edge),
        EdgeKind::Property | EdgeKind::Context
    );
    given && index.known_edge(edge) != KnownName::Proto
}
