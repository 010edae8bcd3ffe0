//! Rule 3: the edges that keep something alive.

use super::weak_map;
use crate::draw::{Drawing, Edge, EdgeKind};

/// For every node its essential targets.
pub(super) fn edges(drawing: &Drawing, page: &[bool]) -> Vec<Vec<usize>> {
    let targets = |from: usize| {
        let edges = drawing.nodes[from].edges.iter();
        edges
            .filter(|edge| is_essential(drawing, page, from, edge))
            .map(|edge| edge.to)
            .collect()
    };
    (0..drawing.nodes.len()).map(targets).collect()
}

/// Whether dominators see the edge.
pub(crate) fn is_essential(drawing: &Drawing, page: &[bool], from: usize, edge: &Edge) -> bool {
    if edge.kind == EdgeKind::Weak || edge.to == from || is_tables_side(drawing, from, edge) {
        return false;
    }
    from == drawing.root || (edge.kind != EdgeKind::Shortcut && (page[from] || !page[edge.to]))
}

/// A value in a `WeakMap` lives by its key; the table's edge to it adds nothing.
#[expect(clippy::float_cmp, reason = "DevTools compares these numbers, too")]
fn is_tables_side(drawing: &Drawing, from: usize, edge: &Edge) -> bool {
    edge.kind == EdgeKind::Internal
        && weak_map::parse(&drawing.strings[edge.name_or_index])
            .is_some_and(|pair| pair.table == drawing.nodes[from].id as f64)
}
