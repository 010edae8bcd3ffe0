//! Rule 4: V8's internal parts count as their only owner's.

use super::page::is_user_root;
use crate::draw::{Drawing, EdgeKind, NodeKind, Text};

pub(super) fn sizes(drawing: &Drawing, names: &[Text]) -> Vec<u64> {
    let mut sizes: Vec<u64> = drawing.nodes.iter().map(|node| node.size).collect();
    let root = &drawing.nodes[drawing.root];
    if !root
        .edges
        .iter()
        .any(|edge| is_user_root(drawing, names, edge.to))
    {
        return sizes;
    }
    let parts: Vec<bool> = (0..sizes.len())
        .map(|node| is_part(drawing, names, node))
        .collect();
    let mut owners = vec![Vec::new(); sizes.len()];
    for owner in (0..sizes.len()).filter(|node| !parts[*node]) {
        for part in parts_of(drawing, &parts, owner) {
            owners[part].push(owner);
        }
    }
    for (part, owners) in owners.iter().enumerate() {
        if let [owner] = owners[..]
            && owner != drawing.root
            && drawing.nodes[owner].kind != NodeKind::Synthetic
        {
            sizes[owner] += drawing.nodes[part].size;
            sizes[part] = 0;
        }
    }
    sizes
}

fn is_part(drawing: &Drawing, names: &[Text], node: usize) -> bool {
    match drawing.nodes[node].kind {
        NodeKind::Hidden | NodeKind::Array => true,
        NodeKind::Native => names[node].is("system / ExternalStringData"),
        _ => false,
    }
}

/// All parts reached from `owner` by way of parts only.
fn parts_of(drawing: &Drawing, parts: &[bool], owner: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut left = vec![owner];
    while let Some(node) = left.pop() {
        for edge in drawing.nodes[node]
            .edges
            .iter()
            .filter(|edge| edge.kind != EdgeKind::Weak)
        {
            if parts[edge.to] && !found.contains(&edge.to) {
                found.push(edge.to);
                left.push(edge.to);
            }
        }
    }
    found
}
