//! The samples that a profile was made from.

use super::nodes::{NONE, Nodes, push};
use crate::{Code, ground::error::Wrong, limits::MAX_ITEMS};
use std::collections::HashMap;

/// The samples in the order of the file. All columns but the last are of one length.
///
/// Their sizes do not add up to the nodes' exactly: V8 scales and rounds each sample by itself, but a node's all together. And
/// writing the tree allocates, which V8 samples as well, so that some samples are of nodes that came too late for the tree.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Samples {
    /// The node of the call tree: the first one, should several have the sample's node id; `u32::MAX` if none has.
    pub node: Vec<u32>,
    /// Bytes this sample stands for. An estimate.
    pub size: Vec<f64>,
    /// The place in time among all samples ever taken, those since freed included.
    pub ordinal: Vec<u64>,
    /// For each node of the call tree, how many samples are its own.
    pub per_node: Vec<u32>,
}

/// One sample as it is read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sample {
    pub(super) size: f64,
    pub(super) ordinal: u64,
    pub(super) id: Option<u64>,
}

/// The samples while the file is being read: its nodes may come later.
#[derive(Debug, Default)]
pub(super) struct SampleTable {
    samples: Samples,
    ids: Vec<u64>,
}

impl SampleTable {
    pub(super) fn push(&mut self, sample: Sample) -> Result<(), Wrong> {
        if self.ids.len() as u64 >= MAX_ITEMS {
            return Err((Code::TooLarge, "more samples than positions of 32 bits"));
        }
        let Some(id) = sample.id else {
            return Err((Code::Member, "a sample without the id of its node"));
        };
        push(&mut self.ids, id)?;
        push(&mut self.samples.size, sample.size)?;
        push(&mut self.samples.ordinal, sample.ordinal)
    }

    pub(super) fn resolve(self, nodes: &Nodes) -> Samples {
        let Self { mut samples, ids } = self;
        let mut node_of = HashMap::new();
        if !ids.is_empty() {
            for (&id, node) in nodes.id.iter().zip(0..) {
                node_of.entry(id).or_insert(node);
            }
        }
        let node = |id| node_of.get(id).copied().unwrap_or(NONE);
        samples.node = ids.iter().map(node).collect();
        samples.per_node = vec![0; nodes.len()];
        for &node in samples.node.iter().filter(|&&node| node != NONE) {
            samples.per_node[node as usize] += 1;
        }
        samples
    }
}
