//! The statistics page: how much of the heap is what.

use super::heap::Heap;
use crate::draw::{EdgeKind, NodeKind};

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Statistics {
    pub(crate) total: f64,
    pub(crate) native: f64,
    pub(crate) typed_arrays: f64,
    pub(crate) v8: f64,
    pub(crate) code: f64,
    pub(crate) js_arrays: f64,
    pub(crate) strings: f64,
    pub(crate) system: f64,
}

pub(super) fn statistics(heap: &Heap<'_>, total: f64) -> Statistics {
    let mut sums = Statistics {
        total,
        native: extra(heap),
        ..Statistics::default()
    };
    for (node, size) in heap.sizes.iter().enumerate() {
        let size = *size as f64;
        match heap.drawing.nodes[node].kind {
            NodeKind::Hidden => sums.system += size,
            NodeKind::Native => {
                sums.native += size;
                if heap.names[node].is("system / JSArrayBufferData") {
                    sums.typed_arrays += size;
                }
            }
            NodeKind::Code => sums.code += size,
            NodeKind::String | NodeKind::ConcatenatedString | NodeKind::SlicedString => {
                sums.strings += size;
            }
            _ if heap.names[node].is("Array") => {
                sums.js_arrays += size + elements(heap, node) as f64;
            }
            _ => {}
        }
    }
    sums.v8 = sums.total - sums.native;
    sums
}

/// What the header says about memory outside the graph.
pub(super) fn extra(heap: &Heap<'_>) -> f64 {
    heap.drawing.extra_native_bytes.unwrap_or(0) as f64
}

/// An array's elements count as its own unless something else refers to them, too.
fn elements(heap: &Heap<'_>, array: usize) -> u64 {
    let strings = &heap.drawing.strings;
    let mut edges = heap.drawing.nodes[array].edges.iter();
    let first = edges
        .find(|edge| edge.kind == EdgeKind::Internal && strings[edge.name_or_index].is("elements"));
    let all = heap.drawing.nodes.iter().flat_map(|node| &node.edges);
    match first {
        Some(first) if all.filter(|edge| edge.to == first.to).count() == 1 => heap.sizes[first.to],
        _ => 0,
    }
}
