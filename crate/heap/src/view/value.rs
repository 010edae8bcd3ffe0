//! Values of strings, numbers and booleans.

use std::borrow::Cow;

use crate::{EdgeKind, NodeIx, NodeKind, Snapshot};

/// What a primitive value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// The text of a string, WTF-8; V8 may have cut it off, a concatenated one ends as in [`Snapshot::name`].
    String(Cow<'a, [u8]>),
    /// A number as V8 wrote it: `71`, `0.5`, `NaN`.
    Number(&'a [u8]),
    /// A boolean.
    Boolean(bool),
}

impl Snapshot {
    /// The value of a primitive, if the file has it: numbers only if they were recorded (Chromium's DevTools does by now; else each is
    /// just a `heap number`). V8 writes a number as a node with an internal edge `value` to a string.
    pub fn value(&self, node: NodeIx) -> Option<Value<'_>> {
        let graph = &self.graph;
        match graph.kind(node) {
            NodeKind::String | NodeKind::ConsString => Some(Value::String(self.name(node))),
            NodeKind::Number => {
                let (_, target) = graph.edge_named(node, EdgeKind::Internal, "value")?;
                let text = graph.raw_name(target);
                Some(match (graph.raw_name(node), text) {
                    (b"bool", b"true") => Value::Boolean(true),
                    (b"bool", b"false") => Value::Boolean(false),
                    _ => Value::Number(text),
                })
            }
            _ => None,
        }
    }
}
