//! Keys of groups: what is the same in all files of one process.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::index::Index;
use crate::NodeIx;

/// A key of anything that files of one process agree on: texts, places, ids; never positions in a file.
pub(crate) fn key(parts: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    hasher.finish()
}

impl Index<'_> {
    /// The object's own.
    pub(crate) fn id_key(&self, node: NodeIx) -> u64 {
        key(self.graph.id(node))
    }

    /// The same for all objects of the class.
    pub(crate) fn class_key(&self, node: NodeIx) -> u64 {
        let class = &self.snapshot.classes.list[self.snapshot.class(node) as usize];
        key((self.snapshot.class_name(node), class.location))
    }
}
