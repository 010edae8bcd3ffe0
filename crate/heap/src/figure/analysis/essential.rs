//! The edges that keep objects alive, as dominators see it.

use super::Texts;
use crate::{EdgeKind, Graph, ground::bits::Bits};

/// A bit for each edge (DevTools: `computeIsEssentialEdge`).
///
/// Left out are weak edges, self loops, shortcuts but from the root, what leads from outside into a page (but from the
/// root), and of each `WeakMap` entry the edge from the table: the key's edge stays.
pub(crate) fn essential_edges(graph: &Graph, texts: &Texts, page: Option<&Bits>) -> Bits {
    let mut essential = Bits::new(graph.edges.to.len());
    for node in 0..graph.node_count() {
        let root = node == graph.root;
        let inside = page.is_none_or(|page| page.get(node));
        for edge in graph.nodes.edges(node) {
            let target = graph.edges.to[edge];
            let kind = graph.edges.kind[edge];
            let kept = kind != EdgeKind::Weak as u8
                && target != node
                && (root
                    || kind != EdgeKind::Shortcut as u8
                        && (inside || page.is_none_or(|page| !page.get(target))))
                && !(kind == EdgeKind::Internal as u8 && is_of_table(graph, texts, node, edge));
            if kept {
                essential.set(edge as u32);
            }
        }
    }
    essential
}

fn is_of_table(graph: &Graph, texts: &Texts, node: u32, edge: usize) -> bool {
    let pair = texts.weak_pairs.get(graph.edges.name[edge]);
    pair.is_some_and(|pair| pair.table == Some(graph.nodes.id.get(node)))
}
