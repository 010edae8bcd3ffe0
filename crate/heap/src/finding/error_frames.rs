//! Errors that still have the frames of their stacks: `ErrorStackData` in Chromium, a list of `CallSiteInfo` in Node 20.

use super::{Found, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName};
use crate::{EdgeKind, NodeIx, wtf8};

/// So many errors of one class are more than what is being handled.
const MANY: u64 = 20;
/// Bytes that errors of one class may keep.
const HEAVY: u64 = 100_000;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let frames = index.known_as(KnownName::CallSiteInfo);
    let lists = frames.flat_map(|frame| index.holders(frame).map(|(_, list)| list));
    let data = index.known_as(KnownName::ErrorStackData);
    let mut stacks: Vec<NodeIx> = data.chain(lists).collect();
    stacks.sort_unstable();
    stacks.dedup();
    let mut errors: Vec<NodeIx> = stacks
        .iter()
        .flat_map(|&stack| owners(index, stack))
        .collect();
    errors.sort_unstable();
    errors.dedup();
    let mut groups = FindingGroups::new(index);
    for error in errors {
        groups.add(index.class_key(error), error);
    }
    groups.found(
        Pattern::ErrorFrames,
        move |group| group.count() >= MANY || group.retained >= HEAVY,
        move |sum| {
            let errors = format::many(sum.count, "error", "errors");
            format!(
                "{errors} with the frames of their stacks retain {}",
                format::size(sum.retained)
            )
        },
        move |group| {
            let class = wtf8::lossy(index.snapshot.class_name(group.first()));
            format!("{} {class}", format::number(group.count()))
        },
    )
}

/// An error has its stack under a private symbol.
fn owners<'a>(index: &'a Index, stack: NodeIx) -> impl Iterator<Item = NodeIx> + use<'a> {
    let holders = index.holders(stack);
    let owners = holders.filter(|&(edge, _)| {
        index.graph.edge_kind(edge) == EdgeKind::Property
            && index.known_edge(edge) == KnownName::Symbol
    });
    owners.map(|(_, error)| error)
}
