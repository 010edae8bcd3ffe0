//! Rule 2: what belongs to the page rather than to its inspector.

use crate::draw::{Drawing, EdgeKind, NodeKind, Text};

pub(super) fn marks(drawing: &Drawing, names: &[Text]) -> Vec<bool> {
    let mut marks = vec![false; drawing.nodes.len()];
    let mut left = Vec::new();
    for edge in &drawing.nodes[drawing.root].edges {
        let starts = match edge.kind {
            EdgeKind::Shortcut => true,
            EdgeKind::Element => is_document_trees(drawing, names, edge.to),
            _ => false,
        };
        if starts {
            left.push(edge.to);
        }
    }
    while let Some(node) = left.pop() {
        if !marks[node] {
            marks[node] = true;
            let strong = drawing.nodes[node]
                .edges
                .iter()
                .filter(|edge| edge.kind != EdgeKind::Weak);
            left.extend(strong.map(|edge| edge.to));
        }
    }
    marks
}

pub(super) fn is_document_trees(drawing: &Drawing, names: &[Text], node: usize) -> bool {
    drawing.nodes[node].kind == NodeKind::Synthetic && names[node].is("(Document DOM trees)")
}

/// A child of the root from which a reader would start. Rules 4 and 5 depend on it.
pub(super) fn is_user_root(drawing: &Drawing, names: &[Text], node: usize) -> bool {
    drawing.nodes[node].kind != NodeKind::Synthetic || is_document_trees(drawing, names, node)
}
