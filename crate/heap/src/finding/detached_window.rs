//! Globals of removed frames: windows whose document is detached.

use super::{Finding, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName};
use crate::{Detachedness, NodeIx, NodeKind};

pub(crate) fn find(index: &Index) -> Option<Finding> {
    let mut groups = FindingGroups::new(index);
    for window in index.named(NodeKind::Native, KnownName::Window) {
        if has_detached_document(index, window) {
            groups.add(window.0.into(), window);
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
    groups.finding(
        Pattern::DetachedWindow,
        |_| true,
        |sum| text(sum.count, sum.retained),
        |group| {
            format!(
                "{} retains {}",
                index.name(group.first()),
                format::size(group.retained)
            )
        },
    )
}

fn has_detached_document(index: &Index, window: NodeIx) -> bool {
    let mut targets = index.strong(window).map(|(_, target)| target);
    targets.any(|document| {
        index.known(document) == KnownName::HtmlDocument
            && index.graph.detachedness(document) == Detachedness::Detached
    })
}
