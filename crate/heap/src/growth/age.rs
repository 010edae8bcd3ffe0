//! Which objects of the last snapshot were not there in the first.

use crate::{Graph, NodeIx, compare::ById, ground::bits::Bits};

/// The objects of the last snapshot by age.
pub(super) struct Age(Bits);

impl Age {
    pub(super) fn new(first: &ById, last: &Graph) -> Self {
        let mut new = Bits::new(last.node_count() as usize);
        let came = |node: &NodeIx| first.find(last.id(*node)).is_none();
        last.nodes().filter(came).for_each(|node| new.set(node.0));
        Self(new)
    }

    /// Whether it was made after the first snapshot.
    #[inline]
    pub(super) fn is_new(&self, node: NodeIx) -> bool {
        self.0.get(node.0)
    }
}
