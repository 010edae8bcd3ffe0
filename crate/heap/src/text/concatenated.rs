//! Texts of concatenated strings.

use rustc_hash::FxHashMap;

use crate::{EdgeKind, Graph, NodeIx, NodeKind, wtf8};

/// With so many UTF-16 units DevTools stops to add parts.
const FULL: usize = 1024;
/// No text takes more steps but that of a string which is part of itself.
const MAX_STEPS: usize = 8 * FULL;

/// Concatenated strings by number of the node. Many read like one of their parts: those with an empty part, and those whose
/// first part is long enough. So every text is found in a few steps, however long the chains are in which programs append.
#[derive(Debug, Default)]
pub(crate) struct Concatenated {
    list: FxHashMap<u32, String>,
}

#[derive(Clone, Copy, Debug)]
struct String {
    first: u32,
    second: u32,
    /// A node that reads the same, or itself.
    same: u32,
    /// UTF-16 units, up to `FULL`; `None` while the parts are looked at.
    units: Option<usize>,
}

impl Concatenated {
    pub(crate) fn new(graph: &Graph) -> Self {
        let mut this = Self::default();
        for node in graph.nodes() {
            if graph.kind(node) == NodeKind::ConsString {
                this.add(graph, node.0);
            }
        }
        this
    }

    fn add(&mut self, graph: &Graph, node: u32) {
        let mut stack = vec![node];
        while let Some(&node) = stack.last() {
            let string = *self.list.entry(node).or_insert_with(|| {
                let (first, second) = parts(graph, node);
                String {
                    first,
                    second,
                    same: node,
                    units: None,
                }
            });
            let String { first, second, .. } = string;
            if string.units.is_some() {
                stack.pop();
                continue;
            }
            let Some(in_first) = self.units(graph, first) else {
                stack.push(first);
                continue;
            };
            // Of a long text the second part does not matter.
            let in_second = match in_first {
                FULL => Some(0),
                _ => self.units(graph, second),
            };
            let Some(in_second) = in_second else {
                stack.push(second);
                continue;
            };
            let same = match (in_first, in_second) {
                (_, 0) => self.reads_like(first),
                (0, _) => self.reads_like(second),
                _ => node,
            };
            let units = Some(FULL.min(in_first + in_second));
            self.list.insert(
                node,
                String {
                    same,
                    units,
                    ..string
                },
            );
            stack.pop();
        }
    }

    /// The length of a part; `None` if it must be looked at before.
    fn units(&self, graph: &Graph, part: u32) -> Option<usize> {
        if !graph.nodes.is(part, NodeKind::ConsString) {
            return Some(wtf8::utf16_length(graph.raw_name(NodeIx(part))).min(FULL));
        }
        let string = self.list.get(&part)?;
        // While it is looked at, it is part of itself: it may be anything but empty.
        Some(string.units.unwrap_or(1))
    }

    /// Whether a part has no text at all.
    pub(crate) fn is_empty(&self, graph: &Graph, part: u32) -> bool {
        self.units(graph, part) == Some(0)
    }

    /// A node with the same text: one for all the long strings of a chain.
    pub(crate) fn reads_like(&self, node: u32) -> u32 {
        self.list.get(&node).map_or(node, |string| string.same)
    }

    /// Appends the text of a node (DevTools: `consStringName`).
    pub(crate) fn write(&self, graph: &Graph, node: u32, out: &mut Vec<u8>) {
        let mut stack = vec![node];
        let mut units = 0;
        for _ in 0..MAX_STEPS {
            let Some(node) = stack.pop() else { return };
            let node = self.reads_like(node);
            if let Some(string) = self.list.get(&node) {
                stack.extend([string.second, string.first]);
            } else {
                let text = graph.raw_name(NodeIx(node));
                units += wtf8::utf16_length(text);
                wtf8::join(out, text);
            }
            if units >= FULL {
                return;
            }
        }
    }
}

/// As DevTools finds them: a part that is missing is node 0, and as node 0 stands for "not yet found", what comes later counts.
fn parts(graph: &Graph, node: u32) -> (u32, u32) {
    let (mut first, mut second) = (0, 0);
    for edge in graph.nodes.edges(node) {
        if first != 0 && second != 0 {
            break;
        }
        if graph.edges.kind[edge] != EdgeKind::Internal as u8 {
            continue;
        }
        match graph.strings.get(graph.edges.name[edge]) {
            b"first" => first = graph.edges.to[edge],
            b"second" => second = graph.edges.to[edge],
            _ => {}
        }
    }
    (first, second)
}
