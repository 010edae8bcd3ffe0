//! Rule 5: how many steps a node is away from where a reader would start.

use std::collections::HashSet;

use super::edge_name::{edge_name, leading_number};
use super::page::is_user_root;
use super::weak_map;
use crate::draw::{Drawing, Edge, EdgeKind, NodeKind, Text};

pub(super) struct Distances {
    pub(super) distance: Vec<i64>,
    /// More entries in the queue than nodes: DevTools gives up.
    pub(super) overflow: bool,
}

pub(super) const UNREACHED: i64 = -5;
const SYSTEM: i64 = 100_000_000;

pub(super) fn distances(drawing: &Drawing, names: &[Text]) -> Distances {
    distances_without(drawing, names, &[])
}

/// If no edge led to some nodes: retainers that are to be ignored.
pub(super) fn distances_without(drawing: &Drawing, names: &[Text], ignored: &[usize]) -> Distances {
    let mut pairs = Pairs {
        drawing,
        names,
        met: HashSet::new(),
    };
    let mut may =
        |from: usize, edge: &Edge| !ignored.contains(&edge.to) && pairs.may_follow(from, edge);
    let mut distance = vec![UNREACHED; drawing.nodes.len()];
    let root_edges = drawing.nodes[drawing.root].edges.iter();
    let user_roots: Vec<usize> = root_edges
        .map(|edge| edge.to)
        .filter(|node| is_user_root(drawing, names, *node))
        .collect();
    for node in &user_roots {
        distance[*node] = 1;
    }
    let user_root = !user_roots.is_empty();
    let mut queued = breadth_first(drawing, user_roots, &mut distance, &mut may);
    distance[drawing.root] = if user_root { SYSTEM } else { 0 };
    queued = queued.max(breadth_first(
        drawing,
        vec![drawing.root],
        &mut distance,
        &mut may,
    ));
    Distances {
        distance,
        overflow: queued > drawing.nodes.len(),
    }
}

/// Gives every unreached node a distance; returns how long the queue has become.
pub(super) fn breadth_first(
    drawing: &Drawing,
    mut queue: Vec<usize>,
    distance: &mut [i64],
    may_follow: &mut dyn FnMut(usize, &Edge) -> bool,
) -> usize {
    let mut at = 0;
    while at < queue.len() {
        let node = queue[at];
        at += 1;
        for edge in drawing.nodes[node]
            .edges
            .iter()
            .filter(|edge| edge.kind != EdgeKind::Weak)
        {
            // Order matters: an edge to a node that has its distance does not count as met.
            if distance[edge.to] == UNREACHED && may_follow(node, edge) {
                distance[edge.to] = distance[node] + 1;
                queue.push(edge.to);
            }
        }
    }
    queue.len()
}

struct Pairs<'d> {
    drawing: &'d Drawing,
    names: &'d [Text],
    /// Pairs in a `WeakMap` of which one edge was met.
    met: HashSet<Text>,
}

impl Pairs<'_> {
    fn may_follow(&mut self, from: usize, edge: &Edge) -> bool {
        let kind = self.drawing.nodes[from].kind;
        let name = edge_name(self.drawing, edge);
        if kind == NodeKind::Hidden
            && self.names[from].is("system / NativeContext")
            && name.is("sloppy_function_map")
        {
            return false;
        }
        if kind == NodeKind::Array && self.names[from].is("(map descriptors)") {
            let is_descriptor = |index: f64| index >= 2.0 && (index - 1.0).rem_euclid(3.0) == 0.0;
            return !leading_number(&name).is_some_and(is_descriptor);
        }
        if edge.kind != EdgeKind::Internal {
            return true;
        }
        match weak_map::parse(&name) {
            // The first edge of a pair is left out, so that the longer way counts.
            Some(pair) => self.met.remove(&pair.shared) || !self.met.insert(pair.shared),
            None => true,
        }
    }
}
