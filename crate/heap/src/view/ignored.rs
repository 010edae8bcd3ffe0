//! Retainers that a person has told to ignore.

mod anew;

use rustc_hash::FxHashSet;

use crate::{
    EdgeIx, NodeIx, Snapshot,
    figure::{
        analysis::{distances_without, user_roots},
        pair::{Pairing, Pairs},
    },
    ground::{bits::Bits, piece::to_end},
};

/// Ignored retainers, and the distances if it were not for them.
#[derive(Clone, Debug)]
pub struct Ignored {
    nodes: Bits,
    distance: Vec<i32>,
    useless: FxHashSet<u32>,
}

impl Snapshot {
    /// Ignores retainers (DevTools: "Ignore this retainer"); `None` if there are none. Distances are calculated anew for what was
    /// reached through them, which takes as long as the whole analysis of distances where that is most of the heap; 4 bytes for each
    /// node.
    pub fn ignoring(&self, nodes: &[NodeIx]) -> Option<Ignored> {
        if nodes.is_empty() {
            return None;
        }
        let all = Bits::of(self.graph.nodes.len(), nodes.iter().map(|node| node.0));
        let pairs = self.weak_pairs();
        let roots = user_roots(&self.graph, &self.texts);
        let distance = anew::distances(self, pairs, &roots, &all)
            .unwrap_or_else(|| distances_without(&self.graph, &self.texts, roots, Some(&all)));
        Some(Ignored {
            useless: pairs.useless(&self.graph, &distance),
            nodes: all,
            distance,
        })
    }

    pub(crate) fn weak_pairs(&self) -> &Pairs {
        let (graph, texts) = (&self.graph, &self.texts);
        self.cache.weak_pairs.get_or_init(|| {
            let mut pairing = Pairing::default();
            to_end(|| pairing.step(graph, texts, u32::MAX))
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
