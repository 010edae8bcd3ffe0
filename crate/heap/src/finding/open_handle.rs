//! What Node or the browser keeps for as long as it is open: ports, sockets, servers, workers, watchers.

use super::{
    Found, Pattern, format,
    group::FindingGroups,
    index::{FEW, Index},
    key::key,
    known_name::KnownName,
};
use crate::{NodeIx, NodeKind, wtf8};

/// So many open at a time are more than usual.
const MANY: u64 = 20;

const OF_NODE: &[u8] = b"Node / ";

/// Classes of the browser whose objects stay while they are open.
const OF_BROWSER: [&[u8]; 12] = [
    b"AudioContext",
    b"BroadcastChannel",
    b"EventSource",
    b"MediaRecorder",
    b"MediaStreamTrack",
    b"MessagePort",
    b"RTCDataChannel",
    b"RTCPeerConnection",
    b"SharedWorker",
    b"WebSocket",
    b"WebTransport",
    b"Worker",
];

/// From Node 24 on handles are no roots: the script's object of one that is open is.
fn is_held_by_node(index: &Index, handle: NodeIx) -> bool {
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

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    for handle in index.graph.nodes() {
        let name = index.graph.raw_name(handle);
        let is_handle = match index.graph.kind(handle) {
            // What is open is a root of its own.
            NodeKind::Synthetic => name.starts_with(OF_NODE) && index.wrapper(handle).is_some(),
            NodeKind::Native if name.starts_with(OF_NODE) => is_held_by_node(index, handle),
            NodeKind::Native => OF_BROWSER.contains(&name),
            _ => false,
        };
        if is_handle {
            groups.add(key(name), handle);
        }
    }
    groups.found(
        Pattern::OpenHandles,
        |group| group.count() >= MANY,
        |sum| {
            let handles = format::many(sum.count, "open handle retains", "open handles retain");
            format!("{handles} {}", format::size(sum.retained))
        },
        move |group| {
            let count = format::number(group.count());
            let name = index.graph.raw_name(group.first());
            match name.strip_prefix(OF_NODE) {
                Some(name) => format!(
                    "{count} {} kept open by Node (never closed)",
                    wtf8::lossy(name)
                ),
                None => format!(
                    "{count} {} kept by the browser (never closed)",
                    wtf8::lossy(name)
                ),
            }
        },
    )
}
