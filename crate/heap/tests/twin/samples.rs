//! What is left of what was allocated between two samples of a timeline.

use super::heap::Heap;

/// A size for each sample: that of the JS objects whose ids were given out since the one before.
pub(super) fn sizes(heap: &Heap<'_>) -> Vec<u64> {
    let samples = &heap.drawing.samples;
    let mut sizes = vec![0; samples.len()];
    for (node, size) in heap.drawing.nodes.iter().zip(&heap.sizes) {
        let since = samples.iter().position(|sample| node.id <= sample.last_id);
        // Even ids are native objects'.
        if let (1, Some(since)) = (node.id % 2, since) {
            sizes[since] += size;
        }
    }
    sizes
}
