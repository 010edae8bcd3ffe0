//! Entries of `WeakMap`s: what is reached by two edges together.

use rustc_hash::FxHashSet;

use crate::{
    EdgeIx, EdgeKind, Graph,
    figure::analysis::{Texts, UNREACHED, Way, Ways},
};

/// The edges of all entries.
#[derive(Debug)]
pub(crate) struct Pairs {
    /// Part and edge; those of one entry together, by target.
    edges: Vec<(u32, u32)>,
    /// Whether each entry has at most two edges, to one target, as V8 writes them.
    pub(crate) regular: bool,
}

/// Edges on their way to their entries.
#[derive(Debug, Default)]
pub(crate) struct Pairing {
    edges: Vec<(u32, u32)>,
    irregular: bool,
    /// The node whose turn it is.
    node: u32,
}

impl Pairing {
    /// Does the next piece, of so many nodes; the last one gives the result.
    pub(crate) fn step(&mut self, graph: &Graph, texts: &Texts, most: u32) -> Option<Pairs> {
        let end = graph.node_count().min(self.node.saturating_add(most));
        if self.node == end || texts.weak_pairs.is_empty() {
            return Some(self.pairs(graph));
        }
        let ways = Ways { graph, texts };
        for node in self.node..end {
            for edge in graph.nodes.edges(node) {
                if graph.edges.kind[edge] != EdgeKind::Internal as u8 {
                    continue;
                }
                if let Some(pair) = texts.weak_pairs.get(graph.edges.name[edge]) {
                    self.edges.push((pair.part, edge as u32));
                    let way = ways.of(ways.special(node), edge);
                    self.irregular |= way != Way::Half(pair.part);
                }
            }
        }
        self.node = end;
        None
    }

    fn pairs(&mut self, graph: &Graph) -> Pairs {
        let target = |edge: u32| graph.edges.to[edge as usize];
        let mut edges = std::mem::take(&mut self.edges);
        edges.sort_unstable_by_key(|&(part, edge)| (part, target(edge), edge));
        let mut entries = edges.chunk_by(|a, b| a.0 == b.0);
        let is_regular = |entry: &[(u32, u32)]| {
            let (first, last) = (entry[0].1, entry[entry.len() - 1].1);
            entry.len() <= 2 && target(first) == target(last)
        };
        Pairs {
            regular: !self.irregular && entries.all(is_regular),
            edges,
        }
    }
}

impl Pairs {
    /// The other edge of the entry, if there is one.
    pub(crate) fn partner(&self, part: u32, edge: usize) -> Option<EdgeIx> {
        let at = self.edges.partition_point(|(other, _)| *other < part);
        let mut entry = self.edges[at..]
            .iter()
            .take_while(|(other, _)| *other == part);
        let other = entry.find(|(_, other)| *other as usize != edge)?;
        Some(EdgeIx(other.1))
    }

    /// A value lives as long as map and key do: where one of them is out of reach, both edges are of no use.
    pub(crate) fn useless(&self, graph: &Graph, distance: &[i32]) -> FxHashSet<u32> {
        let target = |edge: u32| graph.edges.to[edge as usize];
        let is_lost =
            |&(_, edge): &(u32, u32)| distance[graph.source(EdgeIx(edge)).0 as usize] == UNREACHED;
        let entries = self
            .edges
            .chunk_by(|a, b| a.0 == b.0 && target(a.1) == target(b.1));
        let lost = entries.filter(|entry| entry.iter().any(is_lost));
        lost.flatten().map(|(_, edge)| *edge).collect()
    }
}
