//! Which objects of the last snapshot were not there in the first.

use crate::{Graph, NodeIx, ground::bits::Bits};

/// The ids of a snapshot.
pub(super) struct Ids(Set);

enum Set {
    Dense(Bits),
    Sorted(Vec<u64>),
}

impl Ids {
    pub(super) fn of(graph: &Graph) -> Self {
        /// So many bits for each object are no waste.
        const SPREAD: u64 = 256;
        let ids = || graph.nodes().map(|node| graph.id(node).0);
        let most = ids().max().unwrap_or(0);
        if most / SPREAD <= u64::from(graph.node_count()) && most < u64::from(u32::MAX) {
            let mut bits = Bits::new(most as usize + 1);
            ids().for_each(|id| bits.set(id as u32));
            return Self(Set::Dense(bits));
        }
        let mut sorted: Vec<u64> = ids().collect();
        sorted.sort_unstable();
        Self(Set::Sorted(sorted))
    }

    fn has(&self, id: u64) -> bool {
        match &self.0 {
            Set::Dense(bits) => u32::try_from(id).is_ok_and(|id| bits.has(id)),
            Set::Sorted(ids) => ids.binary_search(&id).is_ok(),
        }
    }
}

/// The objects of the last snapshot by age.
pub(super) struct Age<'a> {
    last: &'a Graph,
    first: Ids,
}

impl<'a> Age<'a> {
    pub(super) fn new(first: &Graph, last: &'a Graph) -> Self {
        let first = Ids::of(first);
        Self { last, first }
    }

    /// Whether it was made after the first snapshot.
    pub(super) fn is_new(&self, node: NodeIx) -> bool {
        !self.first.has(self.last.id(node).0)
    }
}
