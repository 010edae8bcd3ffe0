//! Objects of a snapshot by their ids.

use crate::{Graph, NodeIx, ObjectId, ground::bits::Ranks};

/// So many numbers for each object, and no more, have a bit each.
const SPREAD: u64 = 64;

/// Where each id is.
pub(crate) enum ById {
    /// A node for each number that is there.
    Dense(Ranks, Vec<u32>),
    Sorted(Vec<(u64, u32)>),
}

impl ById {
    pub(crate) fn new(graph: &Graph) -> Self {
        let ids = || graph.nodes().map(|node| graph.id(node).0);
        let most = ids().max().unwrap_or(0);
        if most / SPREAD > u64::from(graph.node_count()) || most >= u64::from(u32::MAX) {
            let mut sorted: Vec<(u64, u32)> = ids().zip(0..).collect();
            sorted.sort_unstable();
            return Self::Sorted(sorted);
        }
        let ranks = Ranks::new(most as usize + 1, ids().map(|id| id as u32));
        let mut nodes = vec![0; graph.node_count() as usize];
        // From behind, so that the first of several is found.
        for node in graph.nodes().rev() {
            if let Some(rank) = ranks.of(graph.id(node).0 as u32) {
                nodes[rank as usize] = node.0;
            }
        }
        Self::Dense(ranks, nodes)
    }

    /// The first node of the file with this id.
    pub(crate) fn find(&self, id: ObjectId) -> Option<NodeIx> {
        let node = match self {
            Self::Dense(ranks, nodes) => nodes[ranks.of(u32::try_from(id.0).ok()?)? as usize],
            Self::Sorted(ids) => {
                let (found, node) = *ids.get(ids.partition_point(|&(other, _)| other < id.0))?;
                (found == id.0).then_some(node)?
            }
        };
        Some(NodeIx(node))
    }
}
