//! How DevTools reads and writes the name of an edge.

use std::borrow::Cow;

use crate::{
    EdgeIx, EdgeKind, Snapshot,
    text::{edge::edge_text, short::Text},
};

impl Snapshot {
    /// The name of an edge as DevTools lists it, WTF-8: of an index its digits, of a shortcut that begins with a number that number.
    pub fn edge_name(&self, edge: EdgeIx) -> Cow<'_, [u8]> {
        match edge_text(&self.graph, edge) {
            Text::Borrowed(text) => Cow::Borrowed(text),
            text => Cow::Owned(text.to_vec()),
        }
    }

    /// The name of an edge in DevTools' notation, WTF-8: `.x`, `["a b"]`, `[0]`, `->variable`, `{internal}`, `[[weak]]`.
    pub fn edge_label(&self, edge: EdgeIx) -> Vec<u8> {
        let name = edge_text(&self.graph, edge);
        let (before, behind): (&[u8], &[u8]) = match self.graph.edge_kind(edge) {
            EdgeKind::Context => (b"->", b""),
            EdgeKind::Element => (b"[", b"]"),
            EdgeKind::Weak => (b"[[", b"]]"),
            EdgeKind::Property | EdgeKind::Shortcut if name.contains(&b' ') => (b"[\"", b"\"]"),
            EdgeKind::Property | EdgeKind::Shortcut => (b".", b""),
            EdgeKind::Internal | EdgeKind::Hidden | EdgeKind::Invisible => (b"{", b"}"),
            EdgeKind::Other => (b"?", b"?"),
        };
        [before, &name, behind].concat()
    }
}
