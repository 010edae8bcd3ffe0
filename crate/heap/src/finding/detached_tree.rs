//! Trees of DOM nodes outside of every document, and what holds them.

mod tree;

use rustc_hash::FxHashMap;

use super::{
    Finding, Pattern, format,
    group::FindingGroups,
    holder::{self, nearest},
    index::Index,
};
use crate::{Detachedness, EdgeIx, EdgeKind, EdgeName, NodeIx, NodeKind};
use tree::{Tree, trees};

/// So many nodes held from one place are more than what a page keeps for later.
const MANY: u64 = 10;
/// Bytes that detached nodes held from one place may keep.
const HEAVY: u64 = 100_000;

pub(crate) fn find(index: &Index) -> Option<Finding> {
    let mut groups = FindingGroups::new(index);
    let mut about: FxHashMap<u64, About> = FxHashMap::default();
    let mut keys: FxHashMap<Alike, u64> = FxHashMap::default();
    for tree in trees(index) {
        let root = tree.root(index);
        let edge = held_by(index, &tree);
        let next = keys.len() as u64;
        let key = *keys.entry(Alike::of(index, root, edge)).or_insert(next);
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
    groups.finding(
        Pattern::DetachedTree,
        |group| group.count() >= MANY || group.retained >= HEAVY,
        |sum| {
            let nodes = format::many(sum.count, "detached DOM node", "detached DOM nodes");
            let places = format::many(sum.groups, "place", "places");
            let retained = format::size(sum.retained);
            format!("{nodes} held from {places} retain {retained}")
        },
        |group| about[&group.key].text(index, group.count(), group.retained),
    )
}

/// What like trees have in common: the kind of element, and the name under which objects of one class hold them, or the
/// array (or Map) that holds them.
#[derive(PartialEq, Eq, Hash)]
struct Alike<'a> {
    element: &'a [u8],
    class: Option<u32>,
    name: Option<&'a [u8]>,
    list: Option<NodeIx>,
}

impl<'a> Alike<'a> {
    fn of(index: &Index<'a>, root: NodeIx, edge: Option<EdgeIx>) -> Self {
        let element = index.graph.raw_name(root);
        let from = usize::from(element.starts_with(b"Detached ")) * b"Detached ".len();
        let blank = memchr::memchr(b' ', &element[from..]);
        let holder = edge.map(|edge| index.graph.source(edge));
        let name = edge.and_then(|edge| match index.graph.edge_name(edge) {
            EdgeName::Text(name) if index.graph.edge_kind(edge) != EdgeKind::Internal => Some(name),
            _ => None,
        });
        Self {
            element: &element[..blank.map_or(element.len(), |blank| from + blank)],
            class: holder.map(|holder| index.snapshot.class(holder)),
            name,
            list: holder.filter(|_| name.is_none()),
        }
    }
}

/// Trees of one group.
struct About {
    trees: u64,
    root: NodeIx,
    edge: Option<EdgeIx>,
}

impl About {
    fn text(&self, index: &Index, count: u64, retained: u64) -> String {
        let trees = format::many(self.trees, "tree", "trees");
        let nodes = format::many(count, "node", "nodes");
        let like = if self.trees == 1 { "of" } else { "like" };
        let name = index.name(self.root);
        let name = name.strip_prefix("Detached ").unwrap_or(&name);
        let held = self.edge.map_or(String::new(), |edge| {
            format!(", held by {}", holder::text(index, edge))
        });
        format!(
            "{trees} {like} {name}, {nodes}, {}{held}",
            format::size(retained)
        )
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
