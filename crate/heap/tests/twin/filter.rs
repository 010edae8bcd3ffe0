//! The filters of the summary: nodes that would go if something went.

use super::distance::{UNREACHED, breadth_first};
use super::edge_name::edge_name;
use super::event_handler::handlers;
use super::heap::Heap;
use super::rows::{Row, rows};
use crate::draw::{Drawing, Edge, NodeKind};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filter {
    /// Retained by detached nodes of a document.
    Detached,
    /// Retained by the console of DevTools.
    Console,
    EventHandlers,
    /// Retained by contexts of functions.
    Contexts,
    /// Ids above the first, up to the second.
    Between(u64, u64),
}

/// The rows of the nodes that pass, in no particular order.
pub(crate) fn filtered(drawing: &Drawing, filter: Filter) -> Vec<Row> {
    let heap = Heap::of(drawing);
    rows(&heap, &passing(&heap, filter))
}

/// The rows of these nodes, in no particular order.
pub(crate) fn selected(drawing: &Drawing, passes: &[bool]) -> Vec<Row> {
    rows(&Heap::of(drawing), passes)
}

pub(super) fn passing(heap: &Heap<'_>, filter: Filter) -> Vec<bool> {
    let drawing = heap.drawing;
    match filter {
        Filter::Detached => retained_by(heap, |_, edge| heap.state[edge.to] != 2),
        Filter::Console => retained_by(heap, |from, edge| {
            let name = edge_name(drawing, edge);
            let is_synthetic = drawing.nodes[from].kind == NodeKind::Synthetic;
            !(is_synthetic && name.ends_with(" / DevTools console"))
        }),
        Filter::EventHandlers => {
            let handlers = handlers(heap);
            retained_by(heap, |_, edge| !handlers[edge.to])
        }
        Filter::Contexts => retained_by(heap, |_, edge| {
            let name = &heap.names[edge.to];
            !(name.is("system / Context") || name.starts_with("system / Context / "))
        }),
        Filter::Between(above, up_to) => {
            let ids = drawing.nodes.iter().map(|node| node.id);
            ids.map(|id| id > above && id <= up_to).collect()
        }
    }
}

/// Nodes that have a distance but are not reached from the root along the edges that may be followed.
fn retained_by(heap: &Heap<'_>, may_follow: impl Fn(usize, &Edge) -> bool) -> Vec<bool> {
    let mut reached = vec![UNREACHED; heap.names.len()];
    reached[heap.drawing.root] = 0;
    breadth_first(
        heap.drawing,
        vec![heap.drawing.root],
        &mut reached,
        &mut |from, edge| may_follow(from, edge),
    );
    let distances = heap.distances.distance.iter().zip(&reached);
    distances
        .map(|(distance, reached)| *distance != UNREACHED && *reached == UNREACHED)
        .collect()
}
