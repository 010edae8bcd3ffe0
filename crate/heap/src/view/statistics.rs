//! The heap by what it is made of.

use std::ops::Range;

use crate::{
    EdgeKind, NodeIx, NodeKind, Snapshot, Statistics,
    ground::{bits::Bits, together::pieces},
};

impl Snapshot {
    /// The heap by what it is made of. The first time looks at all nodes, and at all edges if there are arrays and no index of
    /// retainers yet.
    pub fn statistics(&self) -> Statistics {
        *self.cache.statistics.get_or_init(|| self.sums())
    }

    fn sums(&self) -> Statistics {
        let total = self.total_size();
        let mut sums = Statistics {
            total,
            native: self.graph.extra_native_bytes,
            ..Statistics::default()
        };
        let mut arrays = Vec::new();
        for piece in pieces(self.graph.node_count()) {
            self.add(piece, &mut sums, &mut arrays);
        }
        add(&mut sums.js_arrays, self.elements(&arrays));
        sums.v8 = total.saturating_sub(sums.native);
        sums
    }

    /// A function of its own, which a wasm engine makes quick before it comes to the later pieces.
    #[inline(never)]
    fn add(&self, nodes: Range<u32>, sums: &mut Statistics, arrays: &mut Vec<u32>) {
        let graph = &self.graph;
        for node in nodes {
            let size = graph.nodes.size.get(node);
            let name = graph.nodes.name[node as usize];
            match NodeKind::from_code(graph.nodes.kind[node as usize]) {
                NodeKind::Hidden => add(&mut sums.system, size),
                NodeKind::Native => {
                    add(&mut sums.native, size);
                    if self.texts.array_buffer_data.has(name) {
                        add(&mut sums.typed_arrays, size);
                    }
                }
                NodeKind::Code => add(&mut sums.code, size),
                NodeKind::String | NodeKind::ConsString | NodeKind::SlicedString => {
                    add(&mut sums.strings, size);
                }
                _ if self.texts.array.has(name) => {
                    add(&mut sums.js_arrays, size);
                    arrays.push(node);
                }
                _ => {}
            }
        }
    }

    /// Bytes of the arrays' elements, where nothing else refers to them.
    fn elements(&self, arrays: &[u32]) -> u64 {
        let graph = &self.graph;
        let targets: Vec<u32> = arrays
            .iter()
            .filter_map(|&array| {
                let mut edges = graph.nodes.edges(array);
                let edge = edges.find(|&edge| {
                    graph.edges.kind[edge] == EdgeKind::Internal as u8
                        && self.texts.elements.has(graph.edges.name[edge])
                })?;
                Some(graph.edges.to[edge])
            })
            .collect();
        let own = self.referred_to_once(targets).into_iter();
        own.map(|target| graph.nodes.size.get(target))
            .fold(0, u64::saturating_add)
    }

    /// Those of the nodes at which one edge ends; edges of every kind count, weak ones, too.
    fn referred_to_once(&self, mut nodes: Vec<u32>) -> Vec<u32> {
        if let Some(retainers) = self.known_retainers() {
            nodes.retain(|&node| retainers.of(NodeIx(node)).len() == 1);
        } else if !nodes.is_empty() {
            let length = self.graph.nodes.len();
            let (mut once, mut seen) = (Bits::new(length), Bits::new(length));
            for &node in &nodes {
                once.set(node);
            }
            for &target in &self.graph.edges.to {
                if once.get(target) && !seen.insert(target) {
                    once.clear(target);
                }
            }
            nodes.retain(|&node| once.get(node));
        }
        nodes
    }
}

fn add(sum: &mut u64, size: u64) {
    *sum = sum.saturating_add(size);
}
