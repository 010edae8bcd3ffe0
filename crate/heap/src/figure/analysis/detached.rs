//! Which DOM nodes are detached: V8 knows it of some nodes, the others follow from these.

use rustc_hash::FxHashMap;

use crate::{Detachedness, EdgeKind, Graph, NodeKind, ground::bits::Bits};

const ATTACHED: u8 = Detachedness::Attached as u8;
const DETACHED: u8 = Detachedness::Detached as u8;

/// Spreads the states and gives detached nodes their new names (DevTools: `propagateDOMState`).
///
/// Nodes with a state are the seeds, in the order of the file. Attached ones spread first, then detached ones that have
/// not become attached. States enter nodes of type native only, over all edges but hidden, weak and invisible ones.
pub(crate) fn spread(graph: &mut Graph) {
    if graph.nodes.detachedness.is_empty() {
        mark_by_name(graph);
        return;
    }
    let mut spread = Spread {
        visited: Bits::new(graph.nodes.len()),
        attached: Vec::new(),
        detached: Vec::new(),
        names: FxHashMap::default(),
    };
    for node in 0..graph.node_count() {
        let state = graph.nodes.detachedness[node as usize];
        if state != Detachedness::Unknown as u8 {
            spread.settle(graph, node, state);
        }
    }
    while let Some(node) = spread.attached.pop() {
        spread.children(graph, node, ATTACHED);
    }
    while let Some(node) = spread.detached.pop() {
        if graph.nodes.detachedness[node as usize] != ATTACHED {
            spread.children(graph, node, DETACHED);
        }
    }
}

struct Spread {
    visited: Bits,
    attached: Vec<u32>,
    detached: Vec<u32>,
    /// A name to the same with `Detached ` before it.
    names: FxHashMap<u32, u32>,
}

impl Spread {
    fn children(&mut self, graph: &mut Graph, node: u32, state: u8) {
        const STOP: [u8; 3] = [
            EdgeKind::Hidden as u8,
            EdgeKind::Weak as u8,
            EdgeKind::Invisible as u8,
        ];
        for edge in graph.nodes.edges(node) {
            if !STOP.contains(&graph.edges.kind[edge]) {
                self.settle(graph, graph.edges.to[edge], state);
            }
        }
    }

    fn settle(&mut self, graph: &mut Graph, node: u32, state: u8) {
        if !self.visited.insert(node) || !graph.nodes.is(node, NodeKind::Native) {
            return;
        }
        graph.nodes.detachedness[node as usize] = state;
        if state == ATTACHED {
            self.attached.push(node);
        } else if state == DETACHED {
            let name = &mut graph.nodes.name[node as usize];
            let strings = &mut graph.strings;
            *name = *self.names.entry(*name).or_insert_with_key(|&name| {
                let text = [b"Detached ", strings.get(name)].concat();
                strings.push(&text)
            });
            self.detached.push(node);
        }
    }
}

/// Files without the field say it in the name.
fn mark_by_name(graph: &mut Graph) {
    let is_detached = |node: u32| {
        graph.nodes.is(node, NodeKind::Native)
            && graph
                .strings
                .get(graph.nodes.name[node as usize])
                .starts_with(b"Detached ")
    };
    let found: Vec<u32> = (0..graph.node_count())
        .filter(|&node| is_detached(node))
        .collect();
    if found.is_empty() {
        return;
    }
    graph.nodes.detachedness = vec![0; graph.nodes.len()];
    for node in found {
        graph.nodes.detachedness[node as usize] = DETACHED;
    }
}
