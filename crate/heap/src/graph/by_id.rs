//! Objects of a snapshot by their ids.

use super::{Graph, NodeIx, ObjectId};
use crate::ground::{
    bits::{Bits, Ranks},
    piece::to_end,
};

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
        let mut indexing = Indexing::default();
        to_end(|| indexing.step(graph, u32::MAX))
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

/// Ids on their way to their places.
#[derive(Debug, Default)]
pub(crate) enum Indexing {
    #[default]
    Begun,
    /// Ids below `end` are marked, the others listed, of all nodes before `node`.
    Marking {
        end: u64,
        node: u32,
        marks: Bits,
        beyond: Vec<(u64, u32)>,
    },
    /// From behind, so that the first of several is found: `node` and those before it are still to be placed.
    Placing { end: u64, node: u32, by_id: ById },
}

impl Indexing {
    /// Does the next piece, of so many nodes; the last one gives the result.
    pub(crate) fn step(&mut self, graph: &Graph, most: u32) -> Option<ById> {
        let count = graph.node_count();
        match self {
            Self::Begun => {
                let ids = graph.nodes().map(|node| graph.id(node).0);
                let end = ids.max().unwrap_or(0).saturating_add(1);
                let end = end.min(u64::from(count) * SPREAD).min(u64::from(u32::MAX));
                *self = Self::Marking {
                    end,
                    node: 0,
                    marks: Bits::new(end as usize),
                    beyond: Vec::new(),
                };
            }
            Self::Marking {
                end,
                node,
                marks,
                beyond,
            } => {
                let upto = count.min(node.saturating_add(most));
                for node in *node..upto {
                    let id = graph.nodes.id.get(node);
                    if id < *end {
                        marks.set(id as u32);
                    } else {
                        beyond.push((id, node));
                    }
                }
                *node = upto;
                if upto == count {
                    beyond.sort_unstable();
                    let near = Ranks::of_bits(std::mem::take(marks));
                    *self = Self::Placing {
                        end: *end,
                        node: count,
                        by_id: ById {
                            nodes: vec![0; near.count()],
                            beyond: std::mem::take(beyond),
                            near,
                        },
                    };
                }
            }
            Self::Placing { end, node, by_id } => {
                let from = node.saturating_sub(most);
                for node in (from..*node).rev() {
                    let id = graph.nodes.id.get(node);
                    if id < *end
                        && let Some(rank) = by_id.near.of(id as u32)
                    {
                        by_id.nodes[rank as usize] = node;
                    }
                }
                *node = from;
                if from == 0
                    && let Self::Placing { by_id, .. } = std::mem::take(self)
                {
                    return Some(by_id);
                }
            }
        }
        None
    }
}
