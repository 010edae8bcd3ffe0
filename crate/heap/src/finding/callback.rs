//! From what the browser or Node keeps to the function it will call.

use super::{
    index::{FEW, Index},
    key,
    known_name::KnownName,
};
use crate::{NodeIx, NodeKind, story};

/// From a timer or an observer to its function there are so many steps at most.
const STEPS: usize = 5;

/// The function that is called, or the object with `handleEvent`.
pub(crate) fn function_of(index: &Index, keeper: NodeIx) -> Option<NodeIx> {
    let mut at = keeper;
    for _ in 0..STEPS {
        let is_callback = index.graph.raw_name(at).starts_with(b"V8");
        let mut next = None;
        for (_, target) in index.strong(at).take(FEW) {
            match index.graph.kind(target) {
                NodeKind::Closure => return Some(target),
                NodeKind::Object if is_callback => return Some(target),
                NodeKind::Native if leads_on(index, target) => next = next.or(Some(target)),
                _ => {}
            }
        }
        at = next?;
    }
    None
}

/// Of a timer, a listener or an observer, Node's or the browser's, the function that it calls.
pub(crate) fn function_called(index: &Index, keeper: NodeIx) -> Option<NodeIx> {
    match index.graph.kind(keeper) {
        NodeKind::Native => function_of(index, keeper),
        NodeKind::Object => function_at(index, keeper, KnownName::OnTimeout)
            .or_else(|| function_at(index, keeper, KnownName::Callback)),
        _ => None,
    }
}

/// The function at an edge of this name.
pub(crate) fn function_at(index: &Index, keeper: NodeIx, edge: KnownName) -> Option<NodeIx> {
    let function = index.follow(keeper, edge)?;
    (index.graph.kind(function) == NodeKind::Closure).then_some(function)
}

/// What stands between: `ScheduledAction`, `V8Function`, `EventListener`, `IntersectionObserverDelegate`, ...
fn leads_on(index: &Index, node: NodeIx) -> bool {
    let name = index.graph.raw_name(node);
    let name = name.strip_prefix(b"Detached ").unwrap_or(name);
    let ends: [&[u8]; 4] = [
        b"Delegate",
        b"Callback",
        b"EventListener",
        b"ScheduledAction",
    ];
    name.starts_with(b"V8") || ends.iter().any(|end| name.ends_with(end))
}

/// The same for all closures of one function in the source, and for objects of one class.
pub(crate) fn key(index: &Index, function: NodeIx) -> u64 {
    let Some(shared) = index.follow(function, KnownName::Shared) else {
        return index.class_key(function);
    };
    match index.graph.location(function) {
        Some(place) => key::key((index.graph.raw_name(function), place)),
        None => index.id_key(shared),
    }
}

/// What the function is called, and where it stands, seen through what is wrapped around it.
pub(crate) fn name(index: &Index, function: NodeIx) -> String {
    story::function(index.snapshot, function)
}
