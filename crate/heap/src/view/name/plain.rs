//! Names of plain objects.

use crate::{
    EdgeKind, Graph,
    figure::analysis::{Texts, property_text},
    wtf8,
};

/// UTF-16 units of a name; the first property is in it whatever its length.
const MAX_NAME: usize = 100;

/// Appends `{a, b, …, y, z}`: properties in turn from the start and from the end (DevTools: `#plainObjectName`).
pub(crate) fn write(graph: &Graph, texts: &Texts, node: u32, out: &mut Vec<u8>) {
    let mut edges = graph.nodes.edges(node);
    let is_shown = |edge: usize| {
        graph.edges.kind[edge] == EdgeKind::Property as u8
            && !texts.proto.has(graph.edges.name[edge])
    };
    let text = |edge: usize| property_text(graph.strings.get(graph.edges.name[edge]));
    // Units with the brace. An empty name leaves them at 1, and then no separator follows.
    let (mut start, mut end) = (1, 1);
    // Edges shown at the end, the last one first, and whether something follows each.
    let mut behind = Vec::new();
    let mut from_end = false;
    out.push(b'{');
    while !edges.is_empty() {
        let edge = if from_end { edges.end - 1 } else { edges.start };
        let shown = is_shown(edge);
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
