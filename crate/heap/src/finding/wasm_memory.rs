//! `WebAssembly.Memory`. The file knows its bytes only if a script has looked at its `buffer`.

use super::{
    Finding, Pattern, buffer_data, format, group::FindingGroups, index::Index,
    known_name::KnownName,
};
use crate::{NodeIx, NodeKind};

/// Bytes of an ordinary program's memory.
const LARGE: u64 = 16_000_000;

pub(crate) fn find(index: &Index) -> Option<Finding> {
    let mut groups = FindingGroups::new(index);
    for memory in memories(index) {
        let buffers = index.strong(memory).map(|(_, target)| target);
        let bytes = buffers
            .filter_map(|buffer| buffer_data::bytes(index, buffer))
            .max();
        let key = memory.0.into();
        groups.add(key, memory);
        groups.weigh(key, bytes.unwrap_or(0));
    }
    groups.finding(
        Pattern::WasmMemory,
        |group| group.retained >= LARGE,
        |sum| {
            let memories = format::many(sum.count, "linear memory takes", "linear memories take");
            format!("{memories} {}", format::size(sum.retained))
        },
        |group| match group.retained {
            0 => "Memory of unknown size: no script has looked at its buffer".into(),
            bytes => format!("Memory of {}", format::size(bytes)),
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
