//! Buffers of binary data, grouped by size: what piles up is usually of one size.

use rustc_hash::FxHashSet;

use super::{
    Found, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName, wasm_memory,
};
use crate::NodeIx;

/// So many buffers of one size are more than usual ...
const MANY: u64 = 20;
/// ... if they take so many bytes together.
const HEAVY: u64 = 500_000;
/// A single buffer of so many bytes is worth a look.
const LARGE: u64 = 10_000_000;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let memories = wasm_memory::memories(index);
    let linear: FxHashSet<NodeIx> = memories
        .flat_map(|memory| index.strong(memory).map(|(_, buffer)| buffer))
        .collect();
    let mut groups = FindingGroups::new(index);
    let mut seen = FxHashSet::default();
    for (buffer, data) in index.called(KnownName::BackingStore) {
        let is_data = index.known(data) == KnownName::ArrayBufferData;
        if is_data && !linear.contains(&buffer) && seen.insert(data) {
            let bytes = index.snapshot.shallow_size(data);
            groups.add(bytes, buffer);
            groups.weigh(bytes, bytes);
        }
    }
    groups.found(
        Pattern::ArrayBuffers,
        move |group| group.retained >= LARGE || group.count() >= MANY && group.retained >= HEAVY,
        move |sum| {
            let buffers = format::many(sum.count, "buffer takes", "buffers take");
            format!("{buffers} {}", format::size(sum.retained))
        },
        move |group| {
            let buffers = format::many(group.count(), "buffer", "buffers");
            format!("{buffers} of {}", format::size(group.key))
        },
    )
}
