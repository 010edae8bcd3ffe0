//! What Node or the browser keeps for as long as it is open: ports, sockets, servers, workers, watchers.

use super::{
    Found, Pattern,
    begun::{OF_NODE, is_held_by_node},
    format,
    group::FindingGroups,
    index::Index,
    key::key,
};
use crate::{NodeKind, wtf8};

/// So many open at a time are more than usual.
const MANY: u64 = 20;

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
