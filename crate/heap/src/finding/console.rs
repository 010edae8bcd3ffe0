//! What was logged, held by V8 for the console: `5 / DevTools console` of `(Global handles)`.

use super::{Found, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName};
use crate::{EdgeName, NodeKind, wtf8};

/// So many objects of one class are more than what somebody looks at.
const MANY: u64 = 10;
/// Bytes that logged objects of one class may keep.
const HEAVY: u64 = 100_000;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut logged = Vec::new();
    for handles in index.named(NodeKind::Synthetic, KnownName::GlobalHandles) {
        for (edge, object) in index.strong(handles) {
            let name = index.graph.edge_name(edge);
            if matches!(name, EdgeName::Text(name) if name.ends_with(b" / DevTools console")) {
                logged.push((object, edge));
            }
        }
    }
    // An object is held once for each time that it was logged.
    logged.sort_unstable();
    logged.dedup_by_key(|(object, _)| *object);
    let mut groups = FindingGroups::new(index);
    for (object, edge) in logged {
        let class = index.class_key(object);
        groups.add(class, object);
        groups.point(class, edge);
    }
    groups.found(
        Pattern::Console,
        move |group| group.count() >= MANY || group.retained >= HEAVY,
        move |sum| {
            let objects = format::many(sum.count, "logged object", "logged objects");
            format!(
                "{objects} and what they retain take {}",
                format::size(sum.retained)
            )
        },
        move |group| {
            let class = wtf8::lossy(index.snapshot.class_name(group.first()));
            format!("{} {class} logged", format::number(group.count()))
        },
    )
}
