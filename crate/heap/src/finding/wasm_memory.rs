//! `WebAssembly.Memory`. The file knows its bytes only if a script has looked at its `buffer`.

use super::{
    Found, Pattern, buffer_data, format, group::FindingGroups, index::Index, known_name::KnownName,
};
use crate::{NodeIx, NodeKind};

/// Bytes of an ordinary program's memory.
const LARGE: u64 = 64_000_000;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    for memory in memories(index) {
        let buffers = index.strong(memory).map(|(_, target)| target);
        let bytes = buffers
            .filter_map(|buffer| buffer_data::bytes(index, buffer))
            .max();
        let key = index.id_key(memory);
        groups.add(key, memory);
        groups.weigh(key, bytes.unwrap_or(0));
    }
    groups.found(
        Pattern::WasmMemory,
        move |group| group.retained >= LARGE,
        move |sum| {
            let memories = format::many(sum.count, "linear memory takes", "linear memories take");
            format!("{memories} {}", format::size(sum.retained))
        },
        move |group| match group.retained {
            0 => "Memory at whose buffer no script has looked".into(),
            _ => "Memory".into(),
        },
    )
}

/// Not the prototypes, which have the same name.
pub(crate) fn memories<'a>(index: &'a Index) -> impl Iterator<Item = NodeIx> + use<'a> {
    let named = index.named(NodeKind::Object, KnownName::Memory);
    named.filter(|&memory| {
        let proto = index.follow(memory, KnownName::Proto);
        proto.is_some_and(|proto| index.known(proto) == KnownName::WebAssemblyMemory)
    })
}
