//! Objects that stand for something in linear memory until it is freed: those of wasm-bindgen have its address in `__wbg_ptr`,
//! libraries made with Emscripten keep theirs in an object by address.

use rustc_hash::FxHashMap;

use super::{
    Found, Pattern, format, group::FindingGroups, holder, index::Index, known_name::KnownName,
};
use crate::{EdgeIx, EdgeKind, EdgeName, NodeIx, NodeKind, wtf8};

/// So many objects of one class are more than usual.
const MANY: u64 = 20;
/// What a program allocates lies above its constants, and is aligned.
const LOWEST: u32 = 1024;
const ALIGNED: u32 = 4;
/// Numbers that count on are no addresses.
const SPARSE: u64 = 64;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    for (object, pointer) in index.called(KnownName::WbgPtr) {
        if index.graph.kind(object) == NodeKind::Object && !is_zero(index, pointer) {
            groups.add(index.class_key(object), object);
        }
    }
    let mut tables: FxHashMap<u64, EdgeIx> = FxHashMap::default();
    for (table, objects) in by_address(index) {
        let key = index.id_key(table);
        for object in objects {
            groups.add(key, object);
        }
        if let Some(edge) = holder::holder(index, table) {
            groups.point(key, edge);
            tables.insert(key, edge);
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
            let count = format::number(group.count());
            match tables.get(&group.key) {
                Some(&edge) => {
                    let held = holder::told(index, edge);
                    format!("{count} {class} not freed, by address in {held}")
                }
                None => format!("{count} {class} not freed"),
            }
        },
    )
}

/// Objects of one class in an object whose indexes can only be addresses: far apart, aligned, and there is linear memory.
fn by_address(index: &Index) -> Vec<(NodeIx, Vec<NodeIx>)> {
    let mut memories = [KnownName::Memory, KnownName::WebAssemblyMemory].into_iter();
    if !memories.any(|word| index.named(NodeKind::Object, word).next().is_some()) {
        return Vec::new();
    }
    let objects = index.named(NodeKind::Object, KnownName::Object);
    let tables = objects.filter(|&node| index.graph.edges(node).len() as u64 >= MANY);
    let tables = tables.filter_map(|table| Some((table, at_addresses(index, table)?)));
    tables.collect()
}

fn at_addresses(index: &Index, table: NodeIx) -> Option<Vec<NodeIx>> {
    let mut objects = Vec::new();
    let mut last = 0;
    let mut class = None;
    for edge in index.graph.edges(table) {
        let EdgeName::Index(address) = index.graph.edge_name(edge) else {
            continue;
        };
        if index.graph.edge_kind(edge) != EdgeKind::Element {
            continue;
        }
        let object = index.graph.target(edge);
        let of = index.snapshot.class(object);
        let is_address = address >= LOWEST && address % ALIGNED == 0;
        if !is_address || *class.get_or_insert(of) != of {
            return None;
        }
        last = last.max(address);
        objects.push(object);
    }
    let is_sparse = u64::from(last) / SPARSE > objects.len() as u64;
    (objects.len() as u64 >= MANY && is_sparse).then_some(objects)
}

/// `free()` leaves a null pointer. Without its value (Node, or an older V8) a number counts as an address.
fn is_zero(index: &Index, number: NodeIx) -> bool {
    let value = index.follow(number, KnownName::Value);
    value.is_some_and(|value| index.graph.raw_name(value) == b"0")
}
