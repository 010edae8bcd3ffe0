//! Where a page begins: user roots, and what belongs to the page.

use super::Texts;
use crate::{EdgeKind, Graph, NodeKind, graph::reached, ground::bits::Bits};

/// Children of the root that are not of V8's own making, in the order of its edges, as often as it lists them.
///
/// Chromium since 2026 writes a root with the one child `(GC roots)`; then there are none.
pub(crate) fn user_roots(graph: &Graph, texts: &Texts) -> Vec<u32> {
    let is_user_root =
        |&node: &u32| !graph.nodes.is(node, NodeKind::Synthetic) || is_document(graph, texts, node);
    let edges = graph.nodes.edges(graph.root);
    graph.edges.to[edges]
        .iter()
        .copied()
        .filter(is_user_root)
        .collect()
}

/// What pages and their DOM reach (DevTools: `markPageOwnedNodes`); `None` if there is no page.
pub(crate) fn page_objects(graph: &Graph, texts: &Texts) -> Option<Bits> {
    let begins = |edge: &usize| match EdgeKind::from_code(graph.edges.kind[*edge]) {
        EdgeKind::Shortcut => true,
        EdgeKind::Element => is_document(graph, texts, graph.edges.to[*edge]),
        _ => false,
    };
    let edges = graph.nodes.edges(graph.root).filter(begins);
    let starts: Vec<u32> = edges.map(|edge| graph.edges.to[edge]).collect();
    if starts.is_empty() {
        return None;
    }
    let is_strong = |_, edge: usize, _| graph.edges.kind[edge] != EdgeKind::Weak as u8;
    Some(reached(graph, starts, is_strong))
}

fn is_document(graph: &Graph, texts: &Texts, node: u32) -> bool {
    graph.nodes.is(node, NodeKind::Synthetic)
        && texts
            .document_dom_trees
            .has(graph.nodes.name[node as usize])
}
