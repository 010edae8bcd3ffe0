//! Distances: how many steps from the page's global objects, or from the root where a file names none.

use super::Texts;
use crate::{EdgeKind, Graph, NodeKind, ground::bits::Bits, text::number::leading_number};

/// Distance of what no path reaches.
pub(crate) const UNREACHED: i32 = -5;
/// What user roots do not reach is this much further away.
pub(crate) const SYSTEM: i32 = 100_000_000;

/// Breadth first, in the order of edges (DevTools: `calculateDistances`): from the user roots at 1, then from the root.
pub(crate) fn distances(graph: &Graph, texts: &Texts, user_roots: Vec<u32>) -> Vec<i32> {
    distances_without(graph, texts, user_roots, None)
}

/// Distances if no edge led to the ignored nodes.
pub(crate) fn distances_without(
    graph: &Graph,
    texts: &Texts,
    user_roots: Vec<u32>,
    ignored: Option<&Bits>,
) -> Vec<i32> {
    let mut search = Search {
        ways: Ways { graph, texts },
        ignored,
        distance: vec![UNREACHED; graph.nodes.len()],
        met: Bits::new(texts.weak_pairs.parts),
    };
    for &node in &user_roots {
        search.distance[node as usize] = 1;
    }
    let has_user_roots = !user_roots.is_empty();
    search.run(user_roots);
    search.distance[graph.root as usize] = if has_user_roots { SYSTEM } else { 0 };
    search.run(vec![graph.root]);
    search.distance
}

/// Which edges are ways for people to go.
#[derive(Clone, Copy)]
pub(crate) struct Ways<'a> {
    pub(crate) graph: &'a Graph,
    pub(crate) texts: &'a Texts,
}

/// Whether an edge leads to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Nobody goes there.
    No,
    /// It does.
    Whole,
    /// Only together with the other edge of the same entry of a `WeakMap`, whose part this is.
    Half(u32),
}

/// Nodes of which some edges are no way for people to go.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Special {
    NativeContext,
    MapDescriptors,
}

impl Ways<'_> {
    pub(crate) fn special(&self, node: u32) -> Option<Special> {
        let name = self.graph.nodes.name[node as usize];
        match NodeKind::from_code(self.graph.nodes.kind[node as usize]) {
            NodeKind::Array if self.texts.map_descriptors.has(name) => {
                Some(Special::MapDescriptors)
            }
            NodeKind::Hidden if self.texts.native_context.has(name) => Some(Special::NativeContext),
            _ => None,
        }
    }

    /// An edge of a node that is special in some way, or not.
    #[inline]
    pub(crate) fn of(&self, special: Option<Special>, edge: usize) -> Way {
        let edges = &self.graph.edges;
        let kind = edges.kind[edge];
        if kind == EdgeKind::Weak as u8
            || special.is_some_and(|special| self.leads_astray(special, edge))
        {
            return Way::No;
        }
        if kind == EdgeKind::Internal as u8
            && special != Some(Special::MapDescriptors)
            && let Some(pair) = self.texts.weak_pairs.get(edges.name[edge])
        {
            return Way::Half(pair.part);
        }
        Way::Whole
    }

    fn leads_astray(&self, special: Special, edge: usize) -> bool {
        let kind = EdgeKind::from_code(self.graph.edges.kind[edge]);
        let name = self.graph.edges.name[edge];
        if special == Special::NativeContext {
            return kind.is_named() && self.texts.sloppy_function_map.has(name);
        }
        // Descriptors are shared between maps: every third index leads into another map's.
        let index = if kind.is_named() {
            leading_number(self.graph.strings.get(name))
        } else {
            Some(f64::from(name))
        };
        index.is_some_and(|index| index >= 2.0 && (index % 3.0 - 1.0).abs() < 0.5)
    }
}

struct Search<'a> {
    ways: Ways<'a>,
    ignored: Option<&'a Bits>,
    distance: Vec<i32>,
    /// Entries of WeakMaps of which one edge was met and passed over.
    met: Bits,
}

impl Search<'_> {
    fn run(&mut self, mut front: Vec<u32>) {
        let mut next = Vec::new();
        while !front.is_empty() {
            for &node in &front {
                self.visit(node, &mut next);
            }
            front.clear();
            std::mem::swap(&mut front, &mut next);
        }
    }

    /// A function of its own, which a wasm engine makes quick while the search is still at it.
    #[inline(never)]
    fn visit(&mut self, node: u32, next: &mut Vec<u32>) {
        let graph = self.ways.graph;
        let distance = self.distance[node as usize] + 1;
        let special = self.ways.special(node);
        for edge in graph.nodes.edges(node) {
            let target = graph.edges.to[edge];
            if self.distance[target as usize] != UNREACHED
                || self.ignored.is_some_and(|ignored| ignored.get(target))
                || !self.leads(self.ways.of(special, edge))
            {
                continue;
            }
            self.distance[target as usize] = distance;
            next.push(target);
        }
    }

    /// The second half of an entry leads there, the first does not.
    #[inline]
    fn leads(&mut self, way: Way) -> bool {
        match way {
            Way::No => false,
            Way::Whole => true,
            Way::Half(part) => {
                let is_first = self.met.insert(part);
                if !is_first {
                    self.met.clear(part);
                }
                !is_first
            }
        }
    }
}
