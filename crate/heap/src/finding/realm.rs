//! Native contexts: frames, windows, contexts of `node:vm`.

use super::{Found, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName};

/// A page with its frames, or a test runner, has fewer.
const MANY: u64 = 20;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    for node in index.known_as(KnownName::NativeContext) {
        groups.add(0, node);
    }
    groups.found(
        Pattern::Realms,
        |group| group.count() >= MANY,
        |sum| {
            let realms = format::many(sum.count, "realm retains", "realms retain");
            format!("{realms} {}", format::size(sum.retained))
        },
        |group| format::many(group.count(), "realm", "realms"),
    )
}
