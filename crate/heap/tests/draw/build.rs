//! Drawings made step by step.

use super::{Drawing, Edge, EdgeKind, Node, NodeKind, Text};

/// What an edge is called.
#[derive(Clone, Debug)]
pub(crate) enum Label {
    Name(Text),
    Index(usize),
}

impl From<&str> for Label {
    fn from(name: &str) -> Self {
        Self::Name(name.into())
    }
}

impl From<Text> for Label {
    fn from(name: Text) -> Self {
        Self::Name(name)
    }
}

impl From<usize> for Label {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

impl Drawing {
    /// Nothing yet but the string V8 always writes first. The fields are those of Chromium 156.
    pub(crate) fn new() -> Self {
        Self {
            strings: vec!["<dummy>".into()],
            nodes: Vec::new(),
            root: 0,
            locations: Vec::new(),
            samples: Vec::new(),
            functions: Vec::new(),
            traces: None,
            with_detachedness: true,
            with_trace_ids: false,
            extra_native_bytes: None,
        }
    }

    /// The place of a text. Equal texts share one, as in V8's table.
    pub(crate) fn text(&mut self, text: impl Into<Text>) -> usize {
        let text = text.into();
        let known = self.strings.iter().skip(1).position(|known| *known == text);
        known.map_or_else(|| self.text_again(text), |place| place + 1)
    }

    /// A place of its own for a text that may already have one.
    pub(crate) fn text_again(&mut self, text: impl Into<Text>) -> usize {
        self.strings.push(text.into());
        self.strings.len() - 1
    }

    pub(crate) fn node(
        &mut self,
        kind: NodeKind,
        name: impl Into<Text>,
        id: u64,
        size: u64,
    ) -> usize {
        let name = self.text(name);
        self.nodes.push(Node {
            kind,
            name,
            id,
            size,
            detachedness: 0,
            trace: 0,
            edges: Vec::new(),
        });
        self.nodes.len() - 1
    }

    pub(crate) fn edge(&mut self, from: usize, kind: EdgeKind, label: impl Into<Label>, to: usize) {
        let name_or_index = match label.into() {
            Label::Index(index) if kind.is_numbered() => index,
            Label::Index(index) => self.text(index.to_string()),
            Label::Name(name) if kind.is_numbered() => {
                panic!("{kind:?} edges are numbered, not {name:?}")
            }
            Label::Name(name) => self.text(name),
        };
        self.nodes[from].edges.push(Edge {
            kind,
            name_or_index,
            to,
        });
    }
}
