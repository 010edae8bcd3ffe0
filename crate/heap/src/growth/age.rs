//! Which objects of the last snapshot were not there in the first.

use crate::{Graph, NodeIx, compare::ById};

/// The objects of the last snapshot by age.
pub(super) struct Age<'a> {
    last: &'a Graph,
    first: &'a ById,
}

impl<'a> Age<'a> {
    pub(super) fn new(first: &'a ById, last: &'a Graph) -> Self {
        Self { last, first }
    }

    /// Whether it was made after the first snapshot.
    pub(super) fn is_new(&self, node: NodeIx) -> bool {
        self.first.find(self.last.id(node)).is_none()
    }
}
