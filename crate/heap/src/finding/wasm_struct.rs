//! Objects of wasm-bindgen: each has the address of a struct in `__wbg_ptr`, until it is freed.

use super::{Found, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName};
use crate::{NodeIx, NodeKind, wtf8};

/// So many objects of one class are more than usual.
const MANY: u64 = 20;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    for (object, pointer) in index.called(KnownName::WbgPtr) {
        if index.graph.kind(object) == NodeKind::Object && !is_zero(index, pointer) {
            groups.add(index.class_key(object), object);
        }
    }
    groups.found(
        Pattern::WasmStructs,
        move |group| group.count() >= MANY,
        move |sum| {
            let structs = format::many(sum.count, "struct is", "structs are");
            format!(
                "{structs} alive in linear memory, held by objects that retain {}",
                format::size(sum.retained)
            )
        },
        move |group| {
            let class = wtf8::lossy(index.snapshot.class_name(group.first()));
            format!("{} {class} not freed", format::number(group.count()))
        },
    )
}

/// `free()` leaves a null pointer. Without its value (Node, or an older V8) a number counts as an address.
fn is_zero(index: &Index, number: NodeIx) -> bool {
    let value = index.follow(number, KnownName::Value);
    value.is_some_and(|value| index.graph.raw_name(value) == b"0")
}
