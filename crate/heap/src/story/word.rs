//! Names of nodes and edges with a meaning.

use crate::{EdgeIx, EdgeName, Graph, NodeIx, NodeKind, Snapshot, text::stem::stem};

use crate::text::script::FEW;
pub(super) use crate::text::script::follow;

/// Retainers that are looked at: a hub has a million.
pub(super) const MANY: usize = 1 << 16;

/// Whose store or cell it is; of anything else nobody's.
pub(super) fn owners(snapshot: &Snapshot, node: NodeIx) -> Vec<NodeIx> {
    let graph = snapshot.graph();
    let mut owners = Vec::new();
    let mut stores = vec![node];
    // A cell is in the store of the global object.
    for _ in 0..2 {
        let parts = stores.drain(..);
        let parts = parts.filter(|&part| is_store(graph, part) || is_cell(graph, part));
        let above = parts.flat_map(|part| snapshot.edges_to(part).take(FEW));
        stores = above.map(|edge| graph.source(edge)).collect();
        owners.extend(&stores);
    }
    owners
}

/// The value of a property of the global object.
pub(super) fn is_cell(graph: &Graph, node: NodeIx) -> bool {
    word(graph, node) == b"system / PropertyCell"
}

/// Characters of a name within a sentence.
const LONGEST: usize = 48;

/// The name without its surroundings.
pub(super) fn word(graph: &Graph, node: NodeIx) -> &[u8] {
    stem(graph.raw_name(node))
}

/// Empty if it has an index.
pub(super) fn edge_word(graph: &Graph, edge: EdgeIx) -> &[u8] {
    match graph.edge_name(edge) {
        EdgeName::Text(text) => text,
        EdgeName::Index(_) => b"",
    }
}

/// Objects with an edge of this name to the node.
pub(super) fn followers<'a>(
    snapshot: &'a Snapshot,
    node: NodeIx,
    name: &'a [u8],
) -> impl Iterator<Item = NodeIx> + 'a {
    let graph = snapshot.graph();
    let edges = snapshot.edges_to(node).take(MANY);
    let named = edges.filter(move |&edge| edge_word(graph, edge) == name);
    named.map(|edge| graph.source(edge))
}

pub(super) fn is_closure(graph: &Graph, node: NodeIx) -> bool {
    graph.kind(node) == NodeKind::Closure
}

pub(super) fn is_context(graph: &Graph, node: NodeIx) -> bool {
    word(graph, node) == b"system / Context"
}

/// An object's elements, properties, or a map's table: part of it, with an edge of its own.
pub(super) fn is_store(graph: &Graph, node: NodeIx) -> bool {
    graph.kind(node) == NodeKind::Array || word(graph, node) == b"system / PropertyArray"
}

/// At most [`LONGEST`] characters, one line.
pub(super) fn short(text: &str) -> String {
    cut(text, LONGEST)
}

/// At most so many, with the brace of a plain object at the end.
pub(super) fn cut(text: &str, most: usize) -> String {
    let mut chars = text
        .chars()
        .map(|char| if char.is_control() { ' ' } else { char });
    let head: String = chars.by_ref().take(most).collect();
    match chars.next() {
        Some(_) if head.starts_with('{') => format!("{}…}}", head.trim_end()),
        Some(_) => format!("{}…", head.trim_end()),
        None => head,
    }
}
