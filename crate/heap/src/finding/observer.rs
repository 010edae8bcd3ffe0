//! Observers of the DOM and of performance. The browser's own have no function of the page.

use super::{
    Found, Pattern,
    by_function::{self, Keeper, Usual},
    callback,
    index::Index,
    known_name::KnownName,
};
use crate::{NodeIx, NodeKind};

const USUAL: Usual = Usual {
    many: 10,
    heavy: 1_000_000,
};

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let classes = [
        KnownName::IntersectionObserver,
        KnownName::MutationObserver,
        KnownName::PerformanceObserver,
        KnownName::ResizeObserver,
    ];
    let keeper = |node: NodeIx| {
        Some(Keeper {
            node,
            function: callback::function_of(index, node)?,
            on: None,
            list: None,
        })
    };
    let natives = classes
        .into_iter()
        .flat_map(|class| index.named(NodeKind::Native, class));
    by_function::find(
        index,
        Pattern::Observers,
        &USUAL,
        ("observer", "observers"),
        natives.filter_map(keeper),
    )
}
