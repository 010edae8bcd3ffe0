//! Where a page begins: user roots, and what belongs to the page.

use super::Texts;
use crate::{EdgeKind, Graph, NodeKind, ground::bits::Bits};

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
    let mut page = Bits::new(graph.nodes.len());
    let mut stack = Vec::new();
    for edge in graph.nodes.edges(graph.root) {
        let target = graph.edges.to[edge];
        let kind = graph.edges.kind[edge];
        let begins = kind == EdgeKind::Shortcut as u8
            || kind == EdgeKind::Element as u8 && is_document(graph, texts, target);
        if begins {
            page.set(target);
            stack.push(target);
        }
    }
    if stack.is_empty() {
        return None;
    }
    while let Some(node) = stack.pop() {
        for edge in graph.nodes.edges(node) {
            let target = graph.edges.to[edge];
            if !page.get(target) && graph.edges.kind[edge] != EdgeKind::Weak as u8 {
                page.set(target);
                stack.push(target);
            }
        }
    }
    Some(page)
}

fn is_document(graph: &Graph, texts: &Texts, node: u32) -> bool {
    graph.nodes.is(node, NodeKind::Synthetic)
        && texts
            .document_dom_trees
            .has(graph.nodes.name[node as usize])
}
