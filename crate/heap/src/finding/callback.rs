//! From what the browser or Node keeps to the function it will call.

use super::{
    index::{FEW, Index},
    word::Word,
};
use crate::{NodeIx, NodeKind, wtf8};

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

/// The function at an edge of this name.
pub(crate) fn function_at(index: &Index, keeper: NodeIx, edge: Word) -> Option<NodeIx> {
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
    match index.follow(function, Word::Shared) {
        Some(shared) => u64::from(shared.0),
        None => 1 << 32 | u64::from(index.snapshot.class(function)),
    }
}

/// What the function is called.
pub(crate) fn name(index: &Index, function: NodeIx) -> String {
    match index.graph.kind(function) {
        NodeKind::Closure if index.graph.raw_name(function).is_empty() => "(anonymous)()".into(),
        NodeKind::Closure => format!("{}()", index.name(function)),
        _ => wtf8::lossy(index.snapshot.class_name(function)).into_owned(),
    }
}
