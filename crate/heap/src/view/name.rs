//! What DevTools calls an object in its lists.

mod list;
mod plain;

pub(crate) use list::Naming;

use std::borrow::Cow;

use crate::{
    NodeIx, NodeKind, Snapshot, figure::analysis::interface::is_plain,
    text::concatenated::Concatenated,
};

/// What makes the name of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The text of the file with this number.
    Raw(u32),
    /// The parts of a concatenated string; of those that read the same it is always the same one.
    Parts(u32),
    /// The properties of this plain object.
    Properties(u32),
}

impl Snapshot {
    /// The name as DevTools shows it, WTF-8 (`JSHeapSnapshotNode.name`).
    ///
    /// A plain object is `{a, b, …, z}`; a concatenated string is put together until it has 1024 UTF-16 units; all others have
    /// the name of the file. A string that is part of itself, over which DevTools would hang, ends after some thousand parts.
    pub fn name(&self, node: NodeIx) -> Cow<'_, [u8]> {
        match self.name_source(node) {
            Source::Raw(string) => Cow::Borrowed(self.graph.strings.get(string)),
            source => {
                let mut name = Vec::new();
                self.write_name(source, &mut name);
                Cow::Owned(name)
            }
        }
    }

    /// Writes a name in the place of what is there.
    pub(crate) fn write_name(&self, source: Source, out: &mut Vec<u8>) {
        let graph = &self.graph;
        out.clear();
        match source {
            Source::Raw(string) => out.extend_from_slice(graph.strings.get(string)),
            Source::Parts(node) => self.concatenated().write(graph, node, usize::MAX, out),
            Source::Properties(node) => plain::write(graph, &self.texts, node, out),
        }
    }

    #[inline]
    pub(crate) fn name_source(&self, node: NodeIx) -> Source {
        let graph = &self.graph;
        let is_concatenated = |node| graph.nodes.is(node, NodeKind::ConsString);
        let node = node.0;
        if is_concatenated(node) {
            let same = self.concatenated().reads_like(node);
            if is_concatenated(same) {
                Source::Parts(same)
            } else {
                Source::Raw(graph.nodes.name[same as usize])
            }
        } else if is_plain(graph, &self.texts, node) {
            Source::Properties(node)
        } else {
            Source::Raw(graph.nodes.name[node as usize])
        }
    }

    pub(crate) fn concatenated(&self) -> &Concatenated {
        self.cache
            .concatenated
            .get_or_init(|| Concatenated::new(&self.graph))
    }
}
