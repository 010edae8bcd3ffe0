//! Objects of one class that lead to several others of it: trees and graphs.
//!
//! A child is reached by a property or by an array that only its parent has. A way by which no object is reached twice leads
//! down; one that leads back (`parent`, `return`, `owner`) reaches few from many. Where nothing leads down it is a graph.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Found, Pattern,
    alike::{is_another, is_own_list, references},
    format,
    group::FindingGroups,
    holder,
    index::{FEW, Index},
    known_name::KnownName,
};
use crate::{EdgeIx, EdgeKind, NodeIx};

/// In one file only what weighs as much is worth a word: parsers, editors and charts have large trees, and need them.
const MANY: u64 = 10_000;
const HEAVY: u64 = 10_000_000;
/// Fewer objects are not looked at.
const SOME: usize = 10;
/// What has no more ways than these is a list, told of elsewhere.
const WAYS: usize = 2;
/// Of the objects that a way reaches one in so many may be known by another: a parser gives one node to two places.
const AGAIN: usize = 10;
/// Every node may know the root: holders of an object that are looked at for one from outside.
const HOLDERS: usize = 10_000;
/// So many ways are named.
const NAMED: usize = 3;

/// References between objects of one class by one name.
struct Way {
    name: u32,
    edge: EdgeIx,
    links: Vec<(NodeIx, NodeIx)>,
    /// Whether it leads by an array.
    is_list: bool,
}

/// The trees of one class.
struct Trees {
    objects: Vec<NodeIx>,
    names: Vec<String>,
    roots: Vec<NodeIx>,
    /// Nothing leads down.
    is_graph: bool,
}

/// What is said of a group.
struct About {
    trees: u64,
    names: String,
    edge: Option<EdgeIx>,
    is_graph: bool,
}

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    let mut about: FxHashMap<u64, About> = FxHashMap::default();
    for ways in ways(index) {
        let Some(trees) = trees(index, ways) else {
            continue;
        };
        // Ways come in another order where others are followed more.
        let key = index.class_key(trees.objects[0]);
        let edge = root_holder(index, &trees);
        for &node in &trees.objects {
            groups.add(key, node);
        }
        if let Some(edge) = edge {
            groups.point(key, edge);
        }
        let told = About {
            trees: trees.roots.len() as u64,
            names: trees.names.join(", "),
            edge,
            is_graph: trees.is_graph,
        };
        about.insert(key, told);
    }
    groups.found(
        Pattern::Trees,
        |group| group.count() >= MANY && group.retained >= HEAVY,
        |sum| {
            let nodes = format::many(sum.count, "node of a tree retains", "nodes of trees retain");
            format!("{nodes} {}", format::size(sum.retained))
        },
        move |group| about[&group.key].text(index, group.first(), group.count()),
    )
}

impl About {
    fn text(&self, index: &Index, first: NodeIx, count: u64) -> String {
        let class = index.class_text(first);
        let count = format::number(count);
        let names = &self.names;
        let held = self.edge.map_or(String::new(), |edge| {
            format!(", {}", holder::told(index, edge))
        });
        match (self.is_graph, self.trees) {
            (true, _) => format!("graph of {count} {class} ({names}){held}"),
            (false, 1) => format!("tree of {count} {class} ({names}){held}"),
            (false, trees) => {
                let trees = format::number(trees);
                format!("{trees} trees of {count} {class} ({names}){held}")
            }
        }
    }
}

/// The ways of each class that has any.
fn ways(index: &Index) -> Vec<Vec<Way>> {
    let mut places: FxHashMap<(u32, u32), usize> = FxHashMap::default();
    let mut all: Vec<(u32, Way)> = Vec::new();
    for &(node, edge) in references(index) {
        let known = index.known(node);
        if !matches!(known, KnownName::Other | KnownName::NodeListener) || index.is_plumbing(node) {
            continue;
        }
        let target = index.graph.target(edge);
        let is_list = is_own_list(index, node, target);
        let children = children(index, node, target, is_list);
        if children.is_empty() {
            continue;
        }
        let class = index.snapshot.class(node);
        let name = index.graph.edges.name[edge.0 as usize];
        let place = *places.entry((class, name)).or_insert(all.len());
        if place == all.len() {
            let links = Vec::new();
            let way = Way {
                name,
                edge,
                links,
                is_list,
            };
            all.push((class, way));
        }
        let way = &mut all[place].1;
        way.is_list |= is_list;
        way.links
            .extend(children.into_iter().map(|child| (node, child)));
    }
    let mut by_class: FxHashMap<u32, Vec<Way>> = FxHashMap::default();
    for (class, way) in all {
        by_class.entry(class).or_default().push(way);
    }
    let mut classes: Vec<Vec<Way>> = by_class.into_values().collect();
    classes.sort_by_key(|ways| ways.iter().map(|way| way.edge).min());
    classes
}

/// What of the class the reference leads to, by an array or at once.
fn children(index: &Index, node: NodeIx, target: NodeIx, is_list: bool) -> Vec<NodeIx> {
    if !is_list {
        return vec![target];
    }
    let elements = index.graph.edges(target);
    let elements = elements.filter(|&edge| index.graph.edge_kind(edge) == EdgeKind::Element);
    elements
        .map(|edge| index.graph.target(edge))
        .filter(|&child| is_another(index, node, child))
        .collect()
}

/// What the ways make of the class; none if it is few, or lists.
fn trees(index: &Index, mut ways: Vec<Way>) -> Option<Trees> {
    let is_simple = ways.len() <= WAYS && !ways.iter().any(|way| way.is_list);
    ways.sort_by_key(|way| (Reverse(way.links.len()), way.name));
    let mut parents: FxHashMap<NodeIx, NodeIx> = FxHashMap::default();
    let mut names = Vec::new();
    for way in &ways {
        let new: FxHashSet<NodeIx> = way.links.iter().map(|&(_, child)| child).collect();
        let known = new
            .iter()
            .filter(|child| parents.contains_key(child))
            .count();
        let again = way.links.len() - new.len() + known;
        if again > way.links.len() / AGAIN {
            continue;
        }
        for &(node, child) in &way.links {
            parents.entry(child).or_insert(node);
        }
        names.push(index.edge_name(way.edge).into_owned());
    }
    let mut sizes: FxHashMap<NodeIx, usize> = FxHashMap::default();
    for &parent in parents.values() {
        *sizes.entry(parent).or_default() += 1;
    }
    let siblings: usize = sizes.values().filter(|&&size| size > 1).sum();
    let inner = sizes
        .keys()
        .filter(|node| parents.contains_key(node))
        .count();
    let is_tree = parents.len() >= SOME && siblings >= parents.len() / 2 && inner > 1;
    if !is_tree && is_simple {
        return None;
    }
    let mut objects: Vec<NodeIx> = if is_tree {
        parents.keys().chain(sizes.keys()).copied().collect()
    } else {
        names = ways
            .iter()
            .map(|way| index.edge_name(way.edge).into_owned())
            .collect();
        let links = ways.iter().flat_map(|way| &way.links);
        links.flat_map(|&(node, child)| [node, child]).collect()
    };
    objects.sort_unstable();
    objects.dedup();
    if objects.len() < SOME {
        return None;
    }
    let roots = objects
        .iter()
        .filter(|node| is_tree && !parents.contains_key(node));
    let roots = roots.copied().collect();
    names.truncate(NAMED);
    let is_graph = !is_tree;
    Some(Trees {
        objects,
        names,
        roots,
        is_graph,
    })
}

/// What holds the heaviest root from outside; of a graph, the heaviest object that anything outside holds.
fn root_holder(index: &Index, trees: &Trees) -> Option<EdgeIx> {
    let mut ends = if trees.roots.is_empty() {
        trees.objects.clone()
    } else {
        trees.roots.clone()
    };
    ends.sort_by_key(|&node| (Reverse(index.snapshot.retained_size(node)), node));
    let from_outside = |node: NodeIx| {
        let holders = index.holders(node).take(HOLDERS);
        let outside = holders.filter(|(_, holder)| {
            let owner = match index.known(*holder) {
                KnownName::Array => index.snapshot.dominator(*holder),
                _ => *holder,
            };
            trees.objects.binary_search(holder).is_err()
                && trees.objects.binary_search(&owner).is_err()
        });
        holder::nearest(index, outside).map(|(_, edge)| edge)
    };
    ends.into_iter().take(FEW).find_map(from_outside)
}
