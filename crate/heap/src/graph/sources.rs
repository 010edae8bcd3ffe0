//! Where edges begin.

/// Edges of a block: its first one's node is known, the others' are near.
const BLOCK: u32 = 64;

/// The node at which the first edge of each block begins.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources(Vec<u32>);

impl Sources {
    /// `first_edge` has where the edges of each node begin, and one more at the end; so many edges are there.
    pub(crate) fn new(first_edge: &[u32], edges: usize) -> Self {
        let mut blocks = Vec::with_capacity(edges.div_ceil(BLOCK as usize));
        for (node, &end) in (0..).zip(first_edge.iter().skip(1)) {
            let end = edges.min(end as usize);
            while blocks.len() * (BLOCK as usize) < end {
                blocks.push(node);
            }
        }
        Self(blocks)
    }

    /// The node at which an edge begins.
    #[inline]
    pub(crate) fn of(&self, first_edge: &[u32], edge: u32) -> u32 {
        let block = (edge / BLOCK) as usize;
        let low = self.0[block];
        let high = match self.0.get(block + 1) {
            Some(&next) => next as usize,
            None => first_edge.len() - 2,
        };
        let after = &first_edge[low as usize + 1..=high];
        low + after.partition_point(|&first| first <= edge) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Sources};

    /// Nodes without edges, with few, and with those of several blocks.
    #[test]
    fn each_edge_begins_at_the_node_whose_it_is() {
        let counts = [0, 1, 0, 0, BLOCK - 1, 0, 1, 3 * BLOCK, 0, 2, 5, 0, 0];
        let (mut first_edge, mut owners) = (vec![0], Vec::new());
        for (node, count) in (0_u32..).zip(counts) {
            owners.extend((0..count).map(|_| node));
            first_edge.push(owners.len() as u32);
        }
        let sources = Sources::new(&first_edge, owners.len());
        let found = (0..owners.len() as u32).map(|edge| sources.of(&first_edge, edge));
        assert_eq!(found.collect::<Vec<_>>(), owners);
    }
}
