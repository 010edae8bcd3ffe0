//! Timers that are armed: `DOMTimer` in Blink, `Timeout` in Node.

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
    let of_blink = index.named(NodeKind::Native, KnownName::DomTimer);
    let of_node = index.named(NodeKind::Object, KnownName::Timeout);
    let keeper = |node: NodeIx| {
        let function = match index.graph.kind(node) {
            NodeKind::Native => callback::function_of(index, node)?,
            // One that ran or was cleared has none.
            _ => callback::function_at(index, node, KnownName::OnTimeout)?,
        };
        Some(Keeper {
            node,
            function,
            on: None,
            list: None,
        })
    };
    let timers = of_blink.chain(of_node).filter_map(keeper);
    by_function::find(index, Pattern::Timers, &USUAL, ("timer", "timers"), timers)
}
