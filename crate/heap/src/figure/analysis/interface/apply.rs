//! Which interface each plain object has.

use rustc_hash::FxHashMap;

use super::{Interface, is_plain, properties};
use crate::{Graph, figure::analysis::Texts, wtf8};

/// Calls `found` with each plain object and the position of its interface (DevTools: `applyInterfaceDefinitions`).
///
/// An object gets the interface with the most properties among those it has all properties of, the more frequent one if
/// several have as many. Here `__proto__` counts. The interfaces may be another file's, as in a comparison.
pub(crate) fn apply(
    graph: &Graph,
    texts: &Texts,
    interfaces: &[Interface],
    mut found: impl FnMut(u32, Option<u32>),
) {
    let tree = Tree::new(interfaces);
    let mut symbols: FxHashMap<u32, Option<u32>> = FxHashMap::default();
    let mut known: FxHashMap<Box<[u32]>, Option<u32>> = FxHashMap::default();
    let mut has = Vec::new();
    // DevTools begins at the root here, too.
    for node in graph.root..graph.node_count() {
        if !is_plain(graph, texts, node) {
            continue;
        }
        has.clear();
        has.extend(properties(graph, node).filter_map(|name| {
            *symbols
                .entry(name)
                .or_insert_with(|| tree.symbols.get(graph.strings.get(name)).copied())
        }));
        has.sort_unstable();
        let interface = if let Some(&interface) = known.get(&has[..]) {
            interface
        } else {
            let interface = tree.best(&has);
            known.insert(has.clone().into_boxed_slice(), interface);
            interface
        };
        found(node, interface);
    }
}

/// All interfaces in one tree: each step down is a property, in the order of JavaScript's strings.
struct Tree<'a> {
    /// Properties that occur, numbered in that order.
    symbols: FxHashMap<&'a [u8], u32>,
    nodes: Vec<Branch>,
}

#[derive(Default)]
struct Branch {
    next: FxHashMap<u32, u32>,
    /// Number of properties and of the interface that is complete here.
    complete: Option<(usize, u32)>,
}

impl<'a> Tree<'a> {
    fn new(interfaces: &'a [Interface]) -> Self {
        let mut texts: Vec<&[u8]> = interfaces
            .iter()
            .flat_map(|interface| &interface.properties)
            .map(Vec::as_slice)
            .collect();
        texts.sort_unstable_by(|a, b| wtf8::utf16_order(a, b));
        texts.dedup();
        let symbols = texts.into_iter().zip(0..).collect();
        let mut tree = Self {
            symbols,
            nodes: vec![Branch::default()],
        };
        for (interface, number) in interfaces.iter().zip(0..) {
            let mut path: Vec<u32> = interface
                .properties
                .iter()
                .filter_map(|text| tree.symbols.get(text.as_slice()).copied())
                .collect();
            path.sort_unstable();
            let end = tree.branch(&path);
            // The more frequent interface came first and keeps the place.
            tree.nodes[end].complete.get_or_insert((path.len(), number));
        }
        tree
    }

    fn branch(&mut self, path: &[u32]) -> usize {
        path.iter().fold(0, |at, symbol| {
            let fresh = self.nodes.len() as u32;
            let next = *self.nodes[at].next.entry(*symbol).or_insert(fresh);
            if next == fresh {
                self.nodes.push(Branch::default());
            }
            next as usize
        })
    }

    /// The interface that fits best an object with these properties, in order.
    fn best(&self, has: &[u32]) -> Option<u32> {
        let mut best: Option<(usize, u32)> = None;
        let mut states = vec![0_u32];
        for symbol in has {
            for index in 0..states.len() {
                let Some(&next) = self.nodes[states[index] as usize].next.get(symbol) else {
                    continue;
                };
                if states.contains(&next) {
                    continue;
                }
                states.push(next);
                if let Some((count, number)) = self.nodes[next as usize].complete {
                    let better = best.is_none_or(|(most, first)| {
                        count > most || count == most && number < first
                    });
                    if better {
                        best = Some((count, number));
                    }
                }
            }
        }
        best.map(|(_, number)| number)
    }
}
