//! Which interfaces a file's plain objects suggest.

use rustc_hash::FxHashMap;

use super::{Interface, is_plain, properties};
use crate::{
    Graph,
    figure::analysis::{Texts, name},
    wtf8,
};

/// UTF-16 units of a name; the first property is in it whatever its length.
const MAX_NAME: usize = 120;
/// An interface needs this many objects, and one in a thousand.
const MIN_OBJECTS: f64 = 2.0;
const OBJECTS_PER_INTERFACE: f64 = 1000.0;

/// Interfaces, the most frequent first (DevTools: `inferInterfaceDefinitions`).
///
/// DevTools begins to look at the root, so a file with its root at the end has none.
pub(crate) fn infer(graph: &Graph, texts: &Texts) -> Vec<Interface> {
    let mut objects = 0_u32;
    let mut lengths: FxHashMap<u32, usize> = FxHashMap::default();
    let mut counts: FxHashMap<Box<[u32]>, (u32, u32)> = FxHashMap::default();
    let mut leading = Vec::new();
    for node in graph.root..graph.node_count() {
        if !is_plain(graph, texts, node) {
            continue;
        }
        objects += 1;
        leading.clear();
        let mut length = 1;
        for name in properties(graph, node).filter(|&name| !texts.proto.has(name)) {
            let added = *lengths
                .entry(name)
                .or_insert_with(|| wtf8::utf16_length(&name::property(graph.strings.get(name))));
            if length > 1 && length + added > MAX_NAME {
                break;
            }
            length += added + if length == 1 { 0 } else { 2 };
            leading.push(name);
        }
        if leading.is_empty() {
            continue;
        }
        if let Some((count, _)) = counts.get_mut(&leading[..]) {
            *count += 1;
        } else {
            let order = counts.len() as u32;
            counts.insert(leading.clone().into_boxed_slice(), (1, order));
        }
    }
    select(merge(graph, counts), objects)
}

/// By text: properties that differ by number may read the same.
fn merge(graph: &Graph, counts: FxHashMap<Box<[u32]>, (u32, u32)>) -> Vec<(u32, Interface)> {
    let mut in_order: Vec<_> = counts.into_iter().collect();
    in_order.sort_unstable_by_key(|(_, (_, order))| *order);
    let mut by_name: FxHashMap<Vec<u8>, usize> = FxHashMap::default();
    let mut candidates: Vec<(u32, Interface)> = Vec::new();
    for (names, (count, _)) in in_order {
        let properties: Vec<Vec<u8>> = names
            .iter()
            .map(|&name| graph.strings.get(name).to_vec())
            .collect();
        let name = interface_name(&properties);
        if let Some(&place) = by_name.get(&name) {
            candidates[place].0 += count;
        } else {
            by_name.insert(name.clone(), candidates.len());
            candidates.push((count, Interface { name, properties }));
        }
    }
    candidates
}

/// `{a, b}`.
pub(crate) fn interface_name(properties: &[Vec<u8>]) -> Vec<u8> {
    let mut name = b"{".to_vec();
    for property in properties {
        // An empty property first leaves the name as short as it was: no separator follows.
        if name.len() > 1 {
            name.extend(b", ");
        }
        name.extend_from_slice(&name::property(property));
    }
    name.push(b'}');
    name
}

fn select(mut candidates: Vec<(u32, Interface)>, objects: u32) -> Vec<Interface> {
    candidates.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let least = (f64::from(objects) / OBJECTS_PER_INTERFACE).max(MIN_OBJECTS);
    let frequent = candidates
        .into_iter()
        .take_while(|(count, _)| f64::from(*count) >= least);
    frequent.map(|(_, interface)| interface).collect()
}
