//! Trees of DOM nodes outside of every document, and what holds them.

mod tree;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Found, Pattern, format,
    group::FindingGroups,
    holder::{self, nearest},
    index::Index,
    key::key,
};
use crate::{Detachedness, EdgeIx, NodeIx, NodeKind, story};
use tree::{Tree, trees};

/// So many nodes held from one place are more than what a page keeps for later.
const MANY: u64 = 10;
/// Bytes that detached nodes held from one place may keep.
const HEAVY: u64 = 100_000;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    let mut about: FxHashMap<u64, About> = FxHashMap::default();
    for tree in trees(index) {
        let root = tree.root(index);
        let edge = held_by(index, &tree);
        let key = alike(index, root, edge);
        let about = about.entry(key).or_insert(About {
            trees: 0,
            root,
            edge,
        });
        about.trees += 1;
        for &node in &tree.nodes {
            groups.add(key, node);
        }
        if let Some(edge) = about.edge {
            groups.point(key, edge);
        }
    }
    let templates: FxHashSet<u64> = about
        .iter()
        .filter(|(_, about)| is_template(index.graph.raw_name(about.root)))
        .map(|(key, _)| *key)
        .collect();
    groups.found(
        Pattern::DetachedTree,
        move |group| {
            let is_many = group.count() >= MANY && !templates.contains(&group.key);
            is_many || group.retained >= HEAVY
        },
        move |sum| {
            let nodes = format::many(sum.count, "detached DOM node", "detached DOM nodes");
            let places = format::many(sum.groups, "place", "places");
            let retained = format::size(sum.retained);
            format!("{nodes} held from {places} retain {retained}")
        },
        move |group| about[&group.key].text(index, group.count()),
    )
}

/// What like trees have in common: the kind of element, and what is said of who holds them.
fn alike(index: &Index, root: NodeIx, edge: Option<EdgeIx>) -> u64 {
    let element = index.graph.raw_name(root);
    let from = usize::from(element.starts_with(b"Detached ")) * b"Detached ".len();
    let blank = memchr::memchr(b' ', &element[from..]);
    let element = &element[from..blank.map_or(element.len(), |blank| from + blank)];
    key((element, edge.map(|edge| holder::text(index, edge))))
}

/// Trees of one group.
struct About {
    trees: u64,
    root: NodeIx,
    edge: Option<EdgeIx>,
}

impl About {
    fn text(&self, index: &Index, count: u64) -> String {
        let trees = format::many(self.trees, "tree", "trees");
        let nodes = format::many(count, "node", "nodes");
        let like = if self.trees == 1 { "of" } else { "like" };
        let name = story::object(index.snapshot, self.root);
        let name = name.strip_prefix("Detached ").unwrap_or(&name);
        let held = self.edge.map_or(String::new(), |edge| {
            format!(", held by {}", holder::told(index, edge))
        });
        format!("{trees} {like} {name}, {nodes}{held}")
    }
}

/// The edge from outside that is nearest to a root. The browser's own objects about a detached node are detached, too.
fn held_by(index: &Index, tree: &Tree) -> Option<EdgeIx> {
    let nearest_to = |inner: bool| {
        let edges = tree.nodes.iter().filter_map(|&node| {
            let outside = index
                .holders(node)
                .filter(|&(_, holder)| !tree.has(holder) && (inner || !is_detached(index, holder)));
            nearest(index, outside)
        });
        edges.min_by_key(|(rank, _)| *rank).map(|(_, edge)| edge)
    };
    nearest_to(false).or_else(|| nearest_to(true))
}

/// What a page clones is never in its document.
fn is_template(name: &[u8]) -> bool {
    let name = name.strip_prefix(b"Detached ").unwrap_or(name);
    name.starts_with(b"<template") || name == b"HTMLTemplateElement"
}

fn is_detached(index: &Index, node: NodeIx) -> bool {
    index.graph.kind(node) == NodeKind::Native
        && index.graph.detachedness(node) == Detachedness::Detached
}

/// Whether the browser's object is a DOM node, by its name: `<div class="a">`, `Text`, in older files `HTMLDivElement`.
fn is_dom_node(name: &[u8]) -> bool {
    const OTHERS: [&[u8]; 8] = [
        b"Text",
        b"Comment",
        b"CDATASection",
        b"DocumentFragment",
        b"ShadowRoot",
        b"HTMLDocument",
        b"XMLDocument",
        b"Document",
    ];
    let name = name.strip_prefix(b"Detached ").unwrap_or(name);
    let is_element = name.ends_with(b"Element") && !name.starts_with(b"blink::");
    name.starts_with(b"<") || name.starts_with(b"#") || is_element || OTHERS.contains(&name)
}
