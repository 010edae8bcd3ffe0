//! What a `FinalizationRegistry` will hand over, where it keeps the object that the registry waits for.

use super::{Found, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName};
use crate::{EdgeKind, NodeIx};

/// A few may wait for the next collection.
const MANY: u64 = 10;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    for cell in index.known_as(KnownName::WeakCell) {
        if let Some((registry, target)) = kept(index, cell) {
            let key = index.id_key(registry);
            groups.add(key, target);
            groups.belong(key, registry);
        }
    }
    groups.found(
        Pattern::FinalizationHeld,
        |group| group.count() >= MANY,
        |sum| {
            let targets = format::many(sum.count, "target is", "targets are");
            let retained = format::size(sum.retained);
            format!("{targets} kept by what a FinalizationRegistry holds for them: {retained}")
        },
        move |group| {
            let class = index.class_text(group.first());
            let count = format::number(group.count());
            format!("{count} {class} reached from the held values of a FinalizationRegistry")
        },
    )
}

/// The registry and the target, if all ways to the target lead through the registry.
fn kept(index: &Index, cell: NodeIx) -> Option<(NodeIx, NodeIx)> {
    let target = index.graph.edges(cell).find(|&edge| {
        index.graph.edge_kind(edge) == EdgeKind::Weak && index.known_edge(edge) == KnownName::Target
    })?;
    let target = index.graph.target(target);
    let mut held = index.strong(cell).map(|(_, held)| held);
    let registry = held.find(|&held| index.known(held) == KnownName::FinalizationRegistry)?;
    index
        .dominates(registry, target)
        .then_some((registry, target))
}
