//! What Node or the browser keeps for as long as it is open: ports, sockets, servers, workers, watchers.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{
    Found, Pattern,
    begun::{OF_NODE, is_held_by_node},
    format,
    group::FindingGroups,
    holder,
    index::{FEW, Index},
    key::key,
    known_name::KnownName,
};
use crate::{NodeIx, NodeKind, text::script, wtf8};

/// Handles that are asked who uses them.
const ASKED: usize = 1_000;

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
        let name = || index.graph.raw_name(handle);
        let is_handle = match index.graph.kind(handle) {
            // What is open is a root of its own.
            NodeKind::Synthetic => name().starts_with(OF_NODE) && index.wrapper(handle).is_some(),
            NodeKind::Native if name().starts_with(OF_NODE) => is_held_by_node(index, handle),
            NodeKind::Native => OF_BROWSER.contains(&name()),
            _ => false,
        };
        if is_handle {
            groups.add(key(name()), handle);
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
                    "{count} {} kept open by Node (never closed){}",
                    wtf8::lossy(name),
                    users(index, &group.objects)
                ),
                None => format!(
                    "{count} {} kept by the browser (never closed)",
                    wtf8::lossy(name)
                ),
            }
        },
    )
}

/// `, socket of Client`: where a program's own objects have most of them that any have.
fn users(index: &Index, handles: &[NodeIx]) -> String {
    let mut users: FxHashMap<String, (usize, usize)> = FxHashMap::default();
    let told = handles
        .iter()
        .take(ASKED)
        .filter_map(|&handle| user(index, handle));
    for (at, told) in told.enumerate() {
        users.entry(told).or_insert((0, at)).0 += 1;
    }
    let most = users
        .into_iter()
        .max_by_key(|(_, (count, first))| (*count, Reverse(*first)));
    most.map_or(String::new(), |(told, _)| format!(", {told}"))
}

/// Node gives each handle an owner, such as a `Socket`: which object of a class that is not Node's has that, the heaviest of them.
fn user(index: &Index, handle: NodeIx) -> Option<String> {
    let wrapper = index.wrapper(handle)?;
    let owner = index
        .follow(wrapper, KnownName::OwnerSymbol)
        .unwrap_or(wrapper);
    let is_of_program = |holder: NodeIx| {
        script::of_class(index.graph, holder).is_some_and(|script| !script.starts_with("node:"))
    };
    let users = index
        .holders(owner)
        .take(FEW)
        .filter(|&(_, holder)| is_of_program(holder));
    let (edge, _) = users.max_by_key(|&(_, holder)| index.snapshot.retained_size(holder))?;
    Some(holder::text(index, edge))
}
