//! How the keys of Maps and objects begin whose entries are found by strings.

use std::borrow::Cow;

use super::{collection::pairs, index::Index, known_name::KnownName};
use crate::{EdgeKind, EdgeName, NodeIx, NodeKind, wtf8};

/// Fewer properties are an ordinary object's.
const MANY: usize = 30;
/// So many keys are looked at for what they have in common.
const LOOKED_AT: usize = 1_000;
/// Characters of a key that are shown where all begin alike ...
const ALIKE: usize = 16;
/// ... and where each begins otherwise.
const APART: usize = 6;

/// How its keys begin, if they are strings: `"from=…"`, of which never all is shown.
pub(crate) fn shape(index: &Index, collection: NodeIx) -> Option<String> {
    let keys = match index.known(collection) {
        KnownName::Object => names(index, collection)?,
        _ => strings(index, collection)?,
    };
    let first = keys.first()?;
    let alike = keys
        .iter()
        .fold(first.len(), |alike, key| shared(first, key).min(alike));
    let most = if alike > 0 { alike.min(ALIKE) } else { APART };
    let most = most.min(first.chars().count() / 2);
    let head: String = first.chars().take(most).collect();
    Some(format!("{:?}", format!("{head}…")))
}

/// Names of properties, where they are many.
fn names<'a>(index: &Index<'a>, object: NodeIx) -> Option<Vec<Cow<'a, str>>> {
    if index.graph.edges(object).len() < MANY {
        return None;
    }
    let edges = index.graph.edges(object);
    let properties = edges.filter(|&edge| {
        index.graph.edge_kind(edge) == EdgeKind::Property
            && index.known_edge(edge) != KnownName::Proto
    });
    let names = properties.filter_map(|edge| match index.graph.edge_name(edge) {
        EdgeName::Text(text) => Some(wtf8::lossy(text)),
        EdgeName::Index(_) => None,
    });
    let names: Vec<_> = names.take(LOOKED_AT).collect();
    (names.len() >= MANY).then_some(names)
}

/// Keys of a Map, where most are strings. Where no entry has both in the file, what is there may as well be its values.
fn strings<'a>(index: &Index<'a>, map: NodeIx) -> Option<Vec<Cow<'a, str>>> {
    let pairs = pairs(index, map);
    let is_map = pairs.iter().any(|pair| pair.1.is_some());
    let is_text = |key: &NodeIx| {
        matches!(
            index.graph.kind(*key),
            NodeKind::String | NodeKind::ConsString | NodeKind::SlicedString
        )
    };
    let looked_at = pairs.len().min(LOOKED_AT);
    let keys = pairs.into_iter().take(LOOKED_AT).map(|(key, _)| key);
    let texts: Vec<_> = keys.filter(is_text).map(|key| index.name(key)).collect();
    (is_map && texts.len() > looked_at / 2).then_some(texts)
}

/// Characters at the beginning that both have.
fn shared(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}
