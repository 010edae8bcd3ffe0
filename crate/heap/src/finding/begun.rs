//! What was begun and lasts until it ends: armed timers, open handles, and the stores of their contexts.

use super::{
    callback, holder,
    index::{FEW, Index},
    known_name::KnownName,
};
use crate::NodeIx;

/// How Node calls its handles.
pub(super) const OF_NODE: &[u8] = b"Node / ";

/// From a frame to what was begun in it there are so many steps at most.
const STEPS: usize = 4;

/// From Node 24 on handles are no roots: the script's object of one that is open is.
pub(super) fn is_held_by_node(index: &Index, handle: NodeIx) -> bool {
    index
        .wrapper(handle)
        .is_some_and(|wrapper| is_rooted(index, wrapper))
}

fn is_rooted(index: &Index, wrapper: NodeIx) -> bool {
    let mut holders = index.holders(wrapper).take(FEW);
    holders.any(|(_, holder)| index.known(holder) == KnownName::GlobalHandles)
}

/// Of a script's object whose handle is open, what Node calls the handle: `TCPSocketWrap`.
pub(super) fn open_handle<'a>(index: &Index<'a>, wrapper: NodeIx) -> Option<&'a [u8]> {
    let handle = index.follow(wrapper, KnownName::JavascriptToNative)?;
    let name = index.graph.raw_name(handle).strip_prefix(OF_NODE)?;
    is_rooted(index, wrapper).then_some(name)
}

/// The timer, the handle, the promise in whose context the store is nearest to a root; none if it is held otherwise.
pub(crate) fn keeper(index: &Index, store: NodeIx) -> Option<NodeIx> {
    let edge = holder::holder(index, store)?;
    let mut at = index.graph.source(edge);
    if index.known_edge(edge) == KnownName::ResourceStore {
        return Some(at);
    }
    let mut has_frame = false;
    for _ in 0..STEPS {
        let is_frame = index.known(at) == KnownName::AsyncContextFrame;
        has_frame |= is_frame;
        if !is_frame && !index.is_plumbing(at) {
            break;
        }
        at = index.graph.source(holder::holder(index, at)?);
    }
    has_frame.then_some(at)
}

/// Whether Node itself keeps it until it ends: an armed timer, whichever other it hangs on, or an open handle.
pub(crate) fn is_begun(index: &Index, keeper: NodeIx) -> bool {
    let is_armed = || callback::function_at(index, keeper, KnownName::OnTimeout).is_some();
    match index.known(keeper) {
        KnownName::Timeout => is_armed(),
        _ => open_handle(index, keeper).is_some(),
    }
}
