//! Names of plain objects.

use rustc_hash::FxHashMap;

use crate::{
    EdgeKind, Graph,
    figure::analysis::{Texts, property_text},
    wtf8,
};

/// UTF-16 units of a name; the first property is in it whatever its length.
const MAX_NAME: usize = 100;

/// With more edges an object is told apart by itself.
const MANY_EDGES: usize = 64;

/// Numbers of names of plain objects: those with the same properties in the same order have the same.
#[derive(Debug, Default)]
pub(crate) struct PlainNames {
    known: FxHashMap<Vec<u32>, u32>,
    properties: Vec<u32>,
}

impl PlainNames {
    /// The number of the name of this one, or `new` from now on.
    pub(crate) fn get(
        &mut self,
        graph: &Graph,
        texts: &Texts,
        node: u32,
        new: impl FnOnce() -> u32,
    ) -> u32 {
        let edges = graph.nodes.edges(node);
        if edges.len() > MANY_EDGES {
            return new();
        }
        self.properties.clear();
        let shown = edges.filter(|&edge| is_shown(graph, texts, edge));
        self.properties
            .extend(shown.map(|edge| graph.edges.name[edge]));
        if let Some(&known) = self.known.get(&self.properties) {
            return known;
        }
        let new = new();
        self.known.insert(self.properties.clone(), new);
        new
    }
}

fn is_shown(graph: &Graph, texts: &Texts, edge: usize) -> bool {
    graph.edges.kind[edge] == EdgeKind::Property as u8 && !texts.proto.has(graph.edges.name[edge])
}

/// Appends `{a, b, …, y, z}`: properties in turn from the start and from the end (DevTools: `#plainObjectName`).
pub(super) fn write(graph: &Graph, texts: &Texts, node: u32, out: &mut Vec<u8>) {
    let mut edges = graph.nodes.edges(node);
    let text = |edge: usize| property_text(graph.strings.get(graph.edges.name[edge]));
    // Units with the brace. An empty name leaves them at 1, and then no separator follows.
    let (mut start, mut end) = (1, 1);
    // Edges shown at the end, the last one first, and whether something follows each.
    let mut behind = Vec::new();
    let mut from_end = false;
    out.push(b'{');
    while !edges.is_empty() {
        let edge = if from_end { edges.end - 1 } else { edges.start };
        let shown = is_shown(graph, texts, edge);
        if shown {
            let text = text(edge);
            let units = wtf8::utf16_length(&text);
            if start > 1 && start + end + units > MAX_NAME {
                break;
            }
            if from_end {
                behind.push((edge, end > 1));
                end += units + if end > 1 { 2 } else { 0 };
            } else {
                if start > 1 {
                    out.extend_from_slice(b", ");
                    start += 2;
                }
                out.extend_from_slice(&text);
                start += units;
            }
        }
        if from_end {
            edges.end -= 1;
        } else {
            edges.start += 1;
        }
        from_end ^= shown;
    }
    if !edges.is_empty() {
        out.extend_from_slice(", …".as_bytes());
    }
    if end > 1 {
        out.extend_from_slice(b", ");
    }
    for (edge, is_followed) in behind.into_iter().rev() {
        out.extend_from_slice(&text(edge));
        if is_followed {
            out.extend_from_slice(b", ");
        }
    }
    out.push(b'}');
}
