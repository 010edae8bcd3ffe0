//! Retainers that a person has told to ignore.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    EdgeIx, EdgeKind, Graph, NodeIx, Snapshot,
    figure::analysis::{Texts, UNREACHED, distances_without, user_roots},
    ground::bits::Bits,
};

/// Ignored retainers, and the distances if it were not for them.
#[derive(Clone, Debug)]
pub struct Ignored {
    nodes: Bits,
    distance: Vec<i32>,
    useless: FxHashSet<u32>,
}

impl Snapshot {
    /// Ignores retainers (DevTools: "Ignore this retainer"); `None` if there are none. Calculates distances once more: as slow as
    /// that step of the analysis, and 4 bytes for each node.
    pub fn ignoring(&self, nodes: &[NodeIx]) -> Option<Ignored> {
        if nodes.is_empty() {
            return None;
        }
        let mut bits = Bits::new(self.graph.nodes.len());
        for node in nodes {
            bits.set(node.0);
        }
        let roots = user_roots(&self.graph, &self.texts);
        let distance = distances_without(&self.graph, &self.texts, roots, Some(&bits));
        Some(Ignored {
            useless: useless(&self.graph, &self.texts, &distance),
            nodes: bits,
            distance,
        })
    }
}

impl Ignored {
    /// Whether the node is ignored.
    pub fn has(&self, node: NodeIx) -> bool {
        self.nodes.get(node.0)
    }

    /// The distance without the ignored nodes; −5 if nothing else leads to it.
    pub fn distance(&self, node: NodeIx) -> i32 {
        self.distance[node.0 as usize]
    }

    pub(crate) fn is_useless(&self, edge: EdgeIx) -> bool {
        self.useless.contains(&edge.0)
    }
}

/// A value of a `WeakMap` lives as long as map and key do: where one of them is out of reach, both edges are of no use.
fn useless(graph: &Graph, texts: &Texts, distance: &[i32]) -> FxHashSet<u32> {
    if texts.weak_pairs.is_empty() {
        return FxHashSet::default();
    }
    let mut edges: FxHashMap<(u32, u32), (Vec<u32>, bool)> = FxHashMap::default();
    for node in graph.nodes() {
        let is_lost = distance[node.0 as usize] == UNREACHED;
        for edge in graph.edges(node) {
            if graph.edge_kind(edge) != EdgeKind::Internal {
                continue;
            }
            let name = graph.edges.name[edge.0 as usize];
            if let Some(pair) = texts.weak_pairs.get(name) {
                let (edges, lost) = edges.entry((graph.target(edge).0, pair.part)).or_default();
                edges.push(edge.0);
                *lost |= is_lost;
            }
        }
    }
    let lost = edges.into_values().filter(|(_, lost)| *lost);
    lost.flat_map(|(edges, _)| edges).collect()
}
