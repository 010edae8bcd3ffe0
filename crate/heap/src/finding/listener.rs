//! Listeners of one function on one object: in Blink, and of Node's `EventEmitter` and `EventTarget`.

use rustc_hash::FxHashMap;

use super::{
    Found, Pattern,
    by_function::{self, Keeper, Usual},
    callback,
    index::{FEW, Index},
    known_name::KnownName,
};
use crate::{EdgeKind, NodeIx, NodeKind};

/// Node warns from the eleventh listener of one event on.
const USUAL: Usual = Usual {
    many: 11,
    heavy: 1_000_000,
};
/// From a listener to its target there are so many steps at most.
const STEPS: usize = 5;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let of_blink = index.named(NodeKind::Native, KnownName::RegisteredEventListener);
    let unnamed = index.named(NodeKind::Native, KnownName::EventListener);
    let unnamed = unnamed.filter_map(|listener| registered(index, listener));
    let of_blink = of_blink.chain(unnamed).filter_map(|node| {
        let function = callback::function_of(index, node)?;
        Some(Keeper {
            node,
            function,
            on: target(index, node),
            list: list(index, node),
        })
    });
    let all = of_blink.chain(of_targets(index)).chain(of_emitters(index));
    by_function::find(
        index,
        Pattern::Listeners,
        &USUAL,
        ("listener", "listeners"),
        all,
    )
}

/// In older files of the browser what registers a listener has no name of its own.
fn registered(index: &Index, listener: NodeIx) -> Option<NodeIx> {
    let holders = index.holders(listener).take(FEW).map(|(_, holder)| holder);
    holders
        .into_iter()
        .find(|&holder| index.known(holder) == KnownName::InternalNode)
}

/// What keeps the listeners of one event.
fn list(index: &Index, registered: NodeIx) -> Option<NodeIx> {
    let mut holders = index
        .holders(registered)
        .take(FEW)
        .map(|(_, holder)| holder);
    holders.find(|&holder| index.graph.kind(holder) == NodeKind::Native)
}

/// Up by way of lists to `EventTargetData`, and to whom that belongs.
fn target(index: &Index, listener: NodeIx) -> Option<NodeIx> {
    let mut at = listener;
    for _ in 0..STEPS {
        let above = index.holders(at).take(FEW).map(|(_, holder)| holder);
        let mut natives = above.filter(|&holder| index.graph.kind(holder) == NodeKind::Native);
        let above = natives.next()?;
        let is_unnamed = index.known(at) == KnownName::InternalNode;
        if index.known(at) == KnownName::EventTargetData
            || is_unnamed && index.known(above) != KnownName::InternalNode
        {
            return Some(above);
        }
        at = above;
    }
    None
}

/// Node's `EventTarget` links the listeners of one event; the first one stands for the target.
fn of_targets<'a>(index: &'a Index<'a>) -> impl Iterator<Item = Keeper> + 'a {
    let mut first: FxHashMap<NodeIx, NodeIx> = FxHashMap::default();
    let listeners = index.named(NodeKind::Object, KnownName::NodeListener);
    listeners.filter_map(move |node| {
        let function = callback::function_at(index, node, KnownName::Callback)?;
        let (mut at, mut walked) = (node, Vec::new());
        while !first.contains_key(&at) {
            first.insert(at, at);
            walked.push(at);
            let previous = index.follow(at, KnownName::Previous);
            at = previous
                .filter(|&previous| index.known(previous) == KnownName::NodeListener)
                .unwrap_or(at);
        }
        let head = first[&at];
        first.extend(walked.into_iter().map(|listener| (listener, head)));
        Some(Keeper {
            node,
            function,
            on: Some(head),
            list: None,
        })
    })
}

/// An `EventEmitter` has its listeners by event, several of one event in an array.
fn of_emitters(index: &Index) -> Vec<Keeper> {
    let is_object = |node: &NodeIx| index.graph.kind(*node) == NodeKind::Object;
    let is_list =
        |(_, list): &(NodeIx, NodeIx)| is_object(list) && index.known(*list) == KnownName::Array;
    let mut events: Vec<(NodeIx, NodeIx)> = index
        .called(KnownName::Events)
        .map(|(emitter, events)| (events, emitter))
        .filter(|(events, _)| is_object(events))
        .collect();
    events.sort_unstable();
    events.dedup_by_key(|(events, _)| *events);
    let lists = events.iter().flat_map(|&(events, emitter)| {
        let targets = index.strong(events).map(|(_, list)| list);
        targets.map(move |list| (emitter, list))
    });
    let mut lists: Vec<(NodeIx, NodeIx)> = lists.filter(is_list).collect();
    lists.sort_unstable_by_key(|&(emitter, list)| (list, emitter));
    lists.dedup_by_key(|(_, list)| *list);
    let listeners = lists.iter().flat_map(|&(emitter, list)| {
        let elements = index.strong(list).filter(|&(edge, function)| {
            index.graph.edge_kind(edge) == EdgeKind::Element
                && index.graph.kind(function) == NodeKind::Closure
        });
        elements.map(move |(_, function)| Keeper {
            node: function,
            function,
            on: Some(emitter),
            list: Some(list),
        })
    });
    listeners.collect()
}
