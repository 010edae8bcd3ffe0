//! What DevTools calls an object in its lists.

mod list;
mod plain;

pub(crate) use list::Names;

use std::borrow::Cow;

use crate::{
    NodeIx, NodeKind, Snapshot, figure::analysis::interface::is_plain,
    text::concatenated::Concatenated,
};

impl Snapshot {
    /// The name as DevTools shows it, WTF-8 (`JSHeapSnapshotNode.name`).
    ///
    /// A plain object is `{a, b, …, z}`; a concatenated string is put together until it has 1024 UTF-16 units; all others have
    /// the name of the file. A string that is part of itself, over which DevTools would hang, ends after some thousand parts.
    pub fn name(&self, node: NodeIx) -> Cow<'_, [u8]> {
        let mut name = Vec::new();
        if self.write_made_name(node, &mut name) {
            Cow::Owned(name)
        } else {
            Cow::Borrowed(self.graph.raw_name(node))
        }
    }

    /// Appends the name if it is not the one in the file, and says so.
    pub(crate) fn write_made_name(&self, node: NodeIx, out: &mut Vec<u8>) -> bool {
        if self.graph.nodes.is(node.0, NodeKind::ConsString) {
            self.concatenated().write(&self.graph, node.0, out);
        } else if is_plain(&self.graph, &self.texts, node.0) {
            plain::write(&self.graph, &self.texts, node.0, out);
        } else {
            return false;
        }
        true
    }

    pub(crate) fn concatenated(&self) -> &Concatenated {
        self.cache
            .concatenated
            .get_or_init(|| Concatenated::new(&self.graph))
    }
}
