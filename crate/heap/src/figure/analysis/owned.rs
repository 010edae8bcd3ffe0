//! Shallow sizes as DevTools shows them: what an object alone uses is counted as its own.

use super::Texts;
use crate::{EdgeKind, Graph, NodeKind, ground::bits::Bits};

const NOBODY: u32 = u32::MAX;
const SEVERAL: u32 = u32::MAX - 1;

/// Moves sizes to owners (DevTools: `calculateShallowSizes`); only for files with user roots.
///
/// Nodes of type hidden and array, and `system / ExternalStringData`, give their size to the one object that reaches them
/// over non-weak edges through such nodes only, if there is exactly one and it is neither synthetic nor the root.
pub(crate) fn give_to_owners(graph: &mut Graph, texts: &Texts) {
    let (ownable, mut owners) = ownable(graph, texts);
    let mut stack = Vec::new();
    for owner in 0..graph.node_count() {
        if ownable.get(owner) {
            continue;
        }
        stack.push(owner);
        while let Some(node) = stack.pop() {
            let from = if node == owner {
                owner
            } else {
                owners[node as usize]
            };
            for edge in graph.nodes.edges(node) {
                let target = graph.edges.to[edge];
                if !ownable.get(target) || graph.edges.kind[edge] == EdgeKind::Weak as u8 {
                    continue;
                }
                let state = &mut owners[target as usize];
                if *state == NOBODY {
                    *state = from;
                    stack.push(target);
                } else if *state != from && *state != SEVERAL {
                    *state = SEVERAL;
                    stack.push(target);
                }
            }
        }
    }
    for node in 0..graph.node_count() {
        let owner = owners[node as usize];
        if !ownable.get(node) || owner == NOBODY || owner == SEVERAL || owner == graph.root {
            continue;
        }
        if !graph.nodes.is(owner, NodeKind::Synthetic) && !graph.nodes.size.is_zero(node) {
            let together = graph
                .nodes
                .size
                .get(owner)
                .saturating_add(graph.nodes.size.get(node));
            graph.nodes.size.set(owner, together);
            graph.nodes.size.set(node, 0);
        }
    }
}

fn ownable(graph: &Graph, texts: &Texts) -> (Bits, Vec<u32>) {
    let mut ownable = Bits::new(graph.nodes.len());
    for node in 0..graph.node_count() {
        let kind = graph.nodes.kind[node as usize];
        let external = || {
            texts
                .external_string_data
                .has(graph.nodes.name[node as usize])
        };
        if kind == NodeKind::Hidden as u8
            || kind == NodeKind::Array as u8
            || kind == NodeKind::Native as u8 && external()
        {
            ownable.set(node);
        }
    }
    (ownable, vec![NOBODY; graph.nodes.len()])
}
