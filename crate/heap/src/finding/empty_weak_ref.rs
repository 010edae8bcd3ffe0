//! `WeakRef`s whose targets were collected.

use super::{Found, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName};
use crate::{NodeIx, NodeKind};

/// So many empty ones may wait to be removed.
const MANY: u64 = 10;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    for weak in index.named(NodeKind::Object, KnownName::WeakRef) {
        if is_empty(index, weak) {
            groups.add(0, weak);
        }
    }
    let text = |count, retained| {
        let refs = format::many(count, "empty WeakRef takes", "empty WeakRefs take");
        format!("{refs} {}", format::size(retained))
    };
    groups.found(
        Pattern::EmptyWeakRefs,
        move |group| group.count() >= MANY,
        move |sum| text(sum.count, sum.retained),
        move |group| format::many(group.count(), "empty WeakRef", "empty WeakRefs"),
    )
}

/// The prototypes have no target either, but a constructor.
fn is_empty(index: &Index, weak: NodeIx) -> bool {
    let mut edges = index.graph.edges(weak);
    edges.all(|edge| {
        !matches!(
            index.known_edge(edge),
            KnownName::Target | KnownName::Constructor
        )
    })
}
