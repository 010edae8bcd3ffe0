//! The heap by what it is made of.

use crate::{EdgeKind, NodeKind, Snapshot, ground::bits::Bits};

/// Bytes of each part of the heap (DevTools: `calculateStatistics`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// All.
    pub total: u64,
    /// Outside of V8: DOM, canvases, buffers.
    pub native: u64,
    /// Contents of typed arrays and array buffers; a part of `native`.
    pub typed_arrays: u64,
    /// V8's own: `total` without `native`. The parts below are parts of it; what they leave is other JavaScript objects.
    pub v8: u64,
    /// Compiled code.
    pub code: u64,
    /// Arrays of JavaScript with their elements.
    pub js_arrays: u64,
    /// Strings.
    pub strings: u64,
    /// What V8 hides.
    pub system: u64,
}

impl Snapshot {
    /// The heap by what it is made of. Looks at all nodes, and if there are arrays at all edges.
    pub fn statistics(&self) -> Statistics {
        let graph = &self.graph;
        let names = |text: &[u8]| graph.strings.all(text);
        let (buffer, array) = (names(b"system / JSArrayBufferData"), names(b"Array"));
        let mut arrays = Vec::new();
        let total = self.total_size();
        let mut sums = Statistics {
            total,
            native: graph.extra_native_bytes,
            ..Statistics::default()
        };
        let add = |sum: &mut u64, size| *sum = sum.saturating_add(size);
        for node in 0..graph.node_count() {
            let size = graph.nodes.size.get(node);
            let name = graph.nodes.name[node as usize];
            match NodeKind::from_code(graph.nodes.kind[node as usize]) {
                NodeKind::Hidden => add(&mut sums.system, size),
                NodeKind::Native => {
                    add(&mut sums.native, size);
                    if buffer.contains(&name) {
                        add(&mut sums.typed_arrays, size);
                    }
                }
                NodeKind::Code => add(&mut sums.code, size),
                NodeKind::String | NodeKind::ConsString | NodeKind::SlicedString => {
                    add(&mut sums.strings, size);
                }
                _ if array.contains(&name) => {
                    add(&mut sums.js_arrays, size);
                    arrays.push(node);
                }
                _ => {}
            }
        }
        add(&mut sums.js_arrays, self.elements(&arrays));
        sums.v8 = total.saturating_sub(sums.native);
        sums
    }

    /// Bytes of the arrays' elements, where nothing else refers to them.
    fn elements(&self, arrays: &[u32]) -> u64 {
        let graph = &self.graph;
        let elements = graph.strings.all(b"elements");
        let targets: Vec<u32> = arrays
            .iter()
            .filter_map(|&array| {
                let mut edges = graph.nodes.edges(array);
                let edge = edges.find(|&edge| {
                    graph.edges.kind[edge] == EdgeKind::Internal as u8
                        && elements.contains(&graph.edges.name[edge])
                })?;
                Some(graph.edges.to[edge])
            })
            .collect();
        if targets.is_empty() {
            return 0;
        }
        // Edges of every kind count, weak ones, too.
        let (mut once, mut twice) = (Bits::new(graph.nodes.len()), Bits::new(graph.nodes.len()));
        for &target in &graph.edges.to {
            if !once.insert(target) {
                twice.set(target);
            }
        }
        let own = targets.into_iter().filter(|&target| !twice.get(target));
        own.map(|target| graph.nodes.size.get(target))
            .fold(0, u64::saturating_add)
    }
}
