//! Objects of a snapshot by their ids.

use super::{Graph, NodeIx, ObjectId};
use crate::ground::bits::Ranks;

/// So many numbers for each object have a bit each; what lies beyond is searched by halves.
const SPREAD: u64 = 64;

/// Where each id is.
#[derive(Debug)]
pub(crate) struct ById {
    near: Ranks,
    /// A node for each number that is there.
    nodes: Vec<u32>,
    beyond: Vec<(u64, u32)>,
}

impl ById {
    pub(crate) fn new(graph: &Graph) -> Self {
        let ids = || graph.nodes().map(|node| (graph.id(node).0, node.0));
        let most = ids().map(|(id, _)| id).max().unwrap_or(0);
        let end = (most.saturating_add(1)).min(u64::from(graph.node_count()) * SPREAD);
        let end = end.min(u64::from(u32::MAX));
        let is_near = |id: u64| id < end;
        let numbers = ids().filter(|(id, _)| is_near(*id));
        let near = Ranks::new(end as usize, numbers.map(|(id, _)| id as u32));
        let mut nodes = vec![0; near.count()];
        // From behind, so that the first of several is found.
        for (id, node) in ids().rev() {
            if is_near(id)
                && let Some(rank) = near.of(id as u32)
            {
                nodes[rank as usize] = node;
            }
        }
        let mut beyond: Vec<(u64, u32)> = Vec::new();
        if !is_near(most) {
            beyond.extend(ids().filter(|(id, _)| !is_near(*id)));
            beyond.sort_unstable();
        }
        Self {
            near,
            nodes,
            beyond,
        }
    }

    /// Whether there is a node with this id.
    #[inline]
    pub(crate) fn has(&self, id: ObjectId) -> bool {
        let near = u32::try_from(id.0).is_ok_and(|id| self.near.has(id));
        near || self.beyond(id).is_some()
    }

    /// The first node of the file with this id.
    pub(crate) fn find(&self, id: ObjectId) -> Option<NodeIx> {
        let near = u32::try_from(id.0).ok().and_then(|id| self.near.of(id));
        if let Some(rank) = near {
            return Some(NodeIx(self.nodes[rank as usize]));
        }
        self.beyond(id)
    }

    fn beyond(&self, id: ObjectId) -> Option<NodeIx> {
        let place = self.beyond.partition_point(|&(other, _)| other < id.0);
        let &(found, node) = self.beyond.get(place)?;
        (found == id.0).then_some(NodeIx(node))
    }
}
