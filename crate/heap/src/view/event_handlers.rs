//! Functions that handle events.

use rustc_hash::FxHashMap;

use crate::{Graph, NodeIx, ground::bits::Bits, text::edge::edge_text};

/// Handlers are found by the listeners that hold them; a framework's wrapper is looked through, as in DevTools.
pub(crate) fn event_handlers(graph: &Graph) -> Bits {
    let mut handlers = Bits::new(graph.nodes.len());
    let listener = graph.strings.all(b"V8EventListener");
    if listener.is_empty() {
        return handlers;
    }
    // Callbacks are often the same, and what they hold as well.
    let mut met = Bits::new(graph.nodes.len());
    let mut functions: FxHashMap<NodeIx, bool> = FxHashMap::default();
    let mut is_function = |node: NodeIx| {
        let is_function = || target(graph, node, b"code").is_some();
        *functions.entry(node).or_insert_with(is_function)
    };
    let is_listener = |node: &NodeIx| listener.contains(&graph.nodes.name[node.0 as usize]);
    for node in graph.nodes().filter(is_listener) {
        let Some(callback) = target(graph, node, b"1") else {
            continue;
        };
        if !met.insert(callback.0) {
            continue;
        }
        let handler = if is_function(callback) {
            callback
        } else {
            let mut held = graph.edges(callback).map(|edge| graph.target(edge));
            held.find(|&held| is_function(held)).unwrap_or(callback)
        };
        handlers.set(handler.0);
    }
    handlers
}

/// Where the first edge of that name leads, of whatever kind.
fn target(graph: &Graph, node: NodeIx, name: &[u8]) -> Option<NodeIx> {
    let mut edges = graph.edges(node);
    let edge = edges.find(|&edge| *edge_text(graph, edge) == *name)?;
    Some(graph.target(edge))
}
