//! Objects in the slots of a `WebAssembly.Table`.

use super::{Found, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName};
use crate::{NodeIx, NodeKind, wtf8};

/// So many objects of one class are more than a program holds at a time.
const MANY: u64 = 50;
/// Bytes that a table may retain by objects of one class.
const HEAVY: u64 = 100_000;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut held = Vec::new();
    for table in index.named(NodeKind::Object, KnownName::Table) {
        let proto = index.follow(table, KnownName::Proto);
        if proto.is_none_or(|proto| index.known(proto) != KnownName::WebAssemblyTable) {
            continue;
        }
        let slots = index.strong(table).map(|(_, target)| target);
        for slots in slots.filter(|&slots| index.graph.kind(slots) == NodeKind::Array) {
            held.extend(index.strong(slots).map(|(edge, object)| (object, edge)));
        }
    }
    held.retain(|(object, _)| is_scripts(index, *object));
    // The same object may be in several slots.
    held.sort_unstable();
    held.dedup_by_key(|(object, _)| *object);
    let mut groups = FindingGroups::new(index);
    for (object, edge) in held {
        let class = index.class_key(object);
        groups.add(class, object);
        groups.point(class, edge);
    }
    groups.found(
        Pattern::HeldByWasm,
        move |group| group.count() >= MANY || group.retained >= HEAVY,
        move |sum| {
            let objects = format::many(sum.count, "object", "objects");
            format!(
                "{objects} in tables of WebAssembly retain {}",
                format::size(sum.retained)
            )
        },
        move |group| {
            let class = wtf8::lossy(index.snapshot.class_name(group.first()));
            format!("{} {class} in a table", format::number(group.count()))
        },
    )
}

/// Tables of functions hold V8's own structures and the instances that the functions are of; an empty slot holds `undefined`.
fn is_scripts(index: &Index, object: NodeIx) -> bool {
    let kind = index.graph.kind(object);
    let scripts = !matches!(
        kind,
        NodeKind::Hidden | NodeKind::Code | NodeKind::Array | NodeKind::ObjectShape
    );
    let name = index.graph.raw_name(object);
    scripts && !name.starts_with(b"system / ") && !is_instance(index, object)
}

/// A `WebAssembly.Instance`.
fn is_instance(index: &Index, object: NodeIx) -> bool {
    let prototype = index.follow(object, KnownName::Proto);
    prototype.is_some_and(|prototype| index.known(prototype) == KnownName::WebAssemblyInstance)
}
