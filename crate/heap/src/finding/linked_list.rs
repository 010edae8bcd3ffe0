//! Objects of one class that are chained by a property.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{
    Found, Pattern,
    alike::{is_another, references},
    chain::chains,
    format,
    group::FindingGroups,
    holder,
    index::{FEW, Index},
    key::key,
    known_name::KnownName,
};
use crate::{EdgeIx, NodeIx};

/// So many elements are more than usual ...
const MANY: u64 = 30;
/// ... if they retain so many bytes.
const HEAVY: u64 = 30_000;
/// A list has a way forth and one back; what has more of them is a tree or a graph.
const WAYS: usize = 2;

/// Of several lists, elements of each on average; fewer are pairs.
const LONG: usize = 3;

/// References from objects of a class to others of it, by one name.
struct Links {
    class: u32,
    name: u32,
    edges: Vec<(NodeIx, EdgeIx, NodeIx)>,
}

/// The lists of one class.
struct About {
    lists: u64,
    name: String,
    edge: Option<EdgeIx>,
}

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    let mut about: FxHashMap<u64, About> = FxHashMap::default();
    for links in lists(links(index)) {
        let first = links.edges[0];
        let name = index.edge_name(first.1).into_owned();
        let key = key((index.class_key(first.0), &name));
        let chains = chains(links.edges.iter().map(|&(node, _, target)| (node, target)));
        let elements: usize = chains.iter().map(Vec::len).sum();
        if chains.len() > 1 && elements < LONG * chains.len() {
            continue;
        }
        let longest = chains.iter().max_by_key(|chain| chain.len());
        let edge = longest.and_then(|chain| head_holder(index, chain));
        for chain in &chains {
            for &node in chain {
                groups.add(key, node);
            }
        }
        if let Some(edge) = edge {
            groups.point(key, edge);
        }
        let lists = chains.len() as u64;
        about.insert(key, About { lists, name, edge });
    }
    groups.found(
        Pattern::LinkedList,
        |group| group.count() >= MANY && group.retained >= HEAVY,
        |sum| {
            let elements = format::many(sum.count, "element", "elements");
            let retained = format::size(sum.retained);
            format!("{elements} of linked lists retain {retained}")
        },
        move |group| {
            let About { lists, name, edge } = &about[&group.key];
            let class = index.class_text(group.first());
            let count = format::number(group.count());
            let held = edge.map_or(String::new(), |edge| {
                format!(", {}", holder::told(index, edge))
            });
            match lists {
                1 => format!("linked list of {count} {class} ({name}){held}"),
                lists => {
                    let lists = format::number(*lists);
                    format!("{lists} linked lists of {count} {class} ({name}){held}")
                }
            }
        },
    )
}

/// References between objects of one class, by class and name.
fn links(index: &Index) -> Vec<Links> {
    let mut places: FxHashMap<(u32, u32), usize> = FxHashMap::default();
    let mut all: Vec<Links> = Vec::new();
    for &(node, edge) in references(index) {
        let target = index.graph.target(edge);
        if is_another(index, node, target) && is_element(index, node) {
            let class = index.snapshot.class(node);
            let name = index.graph.edges.name[edge.0 as usize];
            let place = *places.entry((class, name)).or_insert(all.len());
            if place == all.len() {
                let edges = Vec::new();
                all.push(Links { class, name, edges });
            }
            all[place].edges.push((node, edge, target));
        }
    }
    all
}

/// Node's list of timers is told of by the timers.
fn is_element(index: &Index, node: NodeIx) -> bool {
    let is_timer = index.known(node) == KnownName::Timeout;
    !is_timer && !index.is_plumbing(node) && !index.is_scope(node)
}

/// Of each class the way that chains most: no object is reached twice by it.
fn lists(links: Vec<Links>) -> Vec<Links> {
    let mut by_class: FxHashMap<u32, Vec<Links>> = FxHashMap::default();
    for links in links {
        by_class.entry(links.class).or_default().push(links);
    }
    let mut lists: Vec<Links> = by_class
        .into_values()
        .filter(|ways| ways.len() <= WAYS)
        .filter_map(|ways| {
            let ways = ways.into_iter().filter(is_list);
            ways.max_by_key(|links| (links.edges.len(), Reverse(links.name)))
        })
        .collect();
    lists.sort_by_key(|links| links.edges[0].1);
    lists
}

fn is_list(links: &Links) -> bool {
    let mut targets: Vec<NodeIx> = links.edges.iter().map(|&(_, _, target)| target).collect();
    targets.sort_unstable();
    targets.dedup();
    targets.len() == links.edges.len()
}

/// What holds a list from outside: its first, its last, or one of the next. What holds most of these by one name is a part of
/// each, as a variable of the scope that made it is.
fn head_holder(index: &Index, chain: &[NodeIx]) -> Option<EdgeIx> {
    let mut inside: Vec<NodeIx> = chain.to_vec();
    inside.sort_unstable();
    let last = chain.last().into_iter();
    let ends = || chain.iter().take(FEW).chain(last.clone());
    let from_outside: Vec<(EdgeIx, NodeIx)> = ends()
        .flat_map(|&node| {
            let holders = index.holders(node).take(FEW);
            holders.filter(|(_, holder)| inside.binary_search(holder).is_err())
        })
        .collect();
    let name = |edge: EdgeIx| index.graph.edges.name[edge.0 as usize];
    let mut times: FxHashMap<u32, usize> = FxHashMap::default();
    for &(edge, _) in &from_outside {
        *times.entry(name(edge)).or_default() += 1;
    }
    let most = ends().count() / 2;
    let is_of_the_list = |(edge, _): &&(EdgeIx, NodeIx)| times[&name(*edge)] <= most.max(1);
    let of_the_list = from_outside.iter().filter(is_of_the_list).copied();
    let nearest = holder::nearest(index, of_the_list);
    nearest
        .or_else(|| holder::nearest(index, from_outside.iter().copied()))
        .map(|(_, edge)| edge)
}
