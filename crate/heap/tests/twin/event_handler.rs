//! Which functions are event handlers.

use super::edge_name::edge_name;
use super::heap::Heap;

/// Found by way of the listeners that hold them, frameworks' wrappers looked through.
pub(super) fn handlers(heap: &Heap<'_>) -> Vec<bool> {
    let mut handlers = vec![false; heap.names.len()];
    let listeners = (0..handlers.len()).filter(|node| heap.names[*node].is("V8EventListener"));
    for callback in listeners.filter_map(|listener| target(heap, listener, "1")) {
        let is_function = |node: usize| target(heap, node, "code").is_some();
        let children = heap.drawing.nodes[callback]
            .edges
            .iter()
            .map(|edge| edge.to);
        let mut candidates = std::iter::once(callback).chain(children);
        let handler = candidates
            .find(|node| is_function(*node))
            .unwrap_or(callback);
        handlers[handler] = true;
    }
    handlers
}

/// Where the first edge of that name leads, whatever its type.
fn target(heap: &Heap<'_>, node: usize, name: &str) -> Option<usize> {
    let mut edges = heap.drawing.nodes[node].edges.iter();
    edges
        .find(|edge| edge_name(heap.drawing, edge).is(name))
        .map(|edge| edge.to)
}
