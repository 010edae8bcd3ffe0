//! Globals of removed frames: windows whose document is detached.

use super::{Found, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName};
use crate::{Detachedness, NodeIx, NodeKind};

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    for window in index.named(NodeKind::Native, KnownName::Window) {
        if has_detached_document(index, window) {
            groups.add(index.id_key(window), window);
        }
    }
    let text = |count, retained| {
        let windows = format::many(
            count,
            "window of a removed frame retains",
            "windows of removed frames retain",
        );
        format!("{windows} {}", format::size(retained))
    };
    // Each is the whole world of a frame: one is enough.
    groups.found(
        Pattern::DetachedWindow,
        move |_| true,
        move |sum| text(sum.count, sum.retained),
        move |group| index.name(group.first()).into_owned(),
    )
}

fn has_detached_document(index: &Index, window: NodeIx) -> bool {
    let mut targets = index.strong(window).map(|(_, target)| target);
    targets.any(|document| {
        index.known(document) == KnownName::HtmlDocument
            && index.graph.detachedness(document) == Detachedness::Detached
    })
}
