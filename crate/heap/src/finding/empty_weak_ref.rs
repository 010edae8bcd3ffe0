//! `WeakRef`s whose targets were collected.

use super::{Finding, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName};
use crate::{NodeIx, NodeKind};

/// So many empty ones may wait to be removed.
const MANY: u64 = 10;

pub(crate) fn find(index: &Index) -> Option<Finding> {
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
    groups.finding(
        Pattern::EmptyWeakRefs,
        |group| group.count() >= MANY,
        |sum| text(sum.count, sum.retained),
        |group| text(group.count(), group.retained),
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
