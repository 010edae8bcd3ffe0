//! Texts of concatenated strings.

use crate::{
    EdgeKind, Graph, NodeIx, NodeKind,
    ground::bits::{Bits, Ranks},
    wtf8,
};

/// With so many UTF-16 units DevTools stops to add parts.
const FULL: usize = 1024;
/// No text takes more steps but that of a string which is part of itself.
const MAX_STEPS: usize = 8 * FULL;

/// Concatenated strings by number of the node. Many read like one of their parts: those with an empty part, and those whose
/// first part is long enough. So every text is found in a few steps, however long the chains are in which programs append.
#[derive(Debug)]
pub(crate) struct Concatenated {
    places: Ranks,
    list: Vec<String>,
    /// All places, each behind those of its parts, unless it is part of itself.
    order: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct String {
    first: u32,
    second: u32,
    /// A node that reads the same, or itself.
    same: u32,
    units: Units,
}

/// The length of a text in UTF-16 units, up to `FULL`.
#[derive(Clone, Copy, Debug)]
enum Units {
    Unknown,
    /// The parts are being looked at.
    Begun,
    Known(u16),
}

impl Concatenated {
    pub(crate) fn new(graph: &Graph) -> Self {
        let is_concatenated = |node: &NodeIx| graph.nodes.is(node.0, NodeKind::ConsString);
        let nodes = || graph.nodes().filter(is_concatenated).map(|node| node.0);
        let names = ["first", "second"].map(|name| graph.strings.all(name.as_bytes()));
        let string = |node| {
            let (first, second) = parts(graph, &names, node);
            String {
                first,
                second,
                same: node,
                units: Units::Unknown,
            }
        };
        let mut this = Self {
            places: Ranks::new(graph.nodes.len(), nodes()),
            list: nodes().map(string).collect(),
            order: Vec::new(),
        };
        let mut stack = Vec::new();
        for node in nodes() {
            stack.push(node);
            this.measure(graph, &mut stack);
        }
        this
    }

    fn measure(&mut self, graph: &Graph, stack: &mut Vec<u32>) {
        while let Some(&node) = stack.last() {
            let Some(place) = self.place(node) else {
                return;
            };
            let string = self.list[place];
            let String { first, second, .. } = string;
            if let Units::Known(_) = string.units {
                stack.pop();
                continue;
            }
            self.list[place].units = Units::Begun;
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
            self.list[place].same = match (in_first, in_second) {
                (_, 0) => self.reads_like(first),
                (0, _) => self.reads_like(second),
                _ => node,
            };
            self.list[place].units = Units::Known(FULL.min(in_first + in_second) as u16);
            self.order.push(place as u32);
            stack.pop();
        }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn place(&self, node: u32) -> Option<usize> {
        self.places.of(node).map(|place| place as usize)
    }

    /// The length of a part; `None` if it must be looked at before.
    fn units(&self, graph: &Graph, part: u32) -> Option<usize> {
        let Some(place) = self.place(part) else {
            return Some(wtf8::utf16_length(graph.raw_name(NodeIx(part))).min(FULL));
        };
        match self.list[place].units {
            Units::Unknown => None,
            // It is part of itself: it may be anything but empty.
            Units::Begun => Some(1),
            Units::Known(units) => Some(units.into()),
        }
    }

    /// Whether a part has no text at all.
    pub(crate) fn is_empty(&self, graph: &Graph, part: u32) -> bool {
        self.units(graph, part) == Some(0)
    }

    /// A node with the same text: one for all the long strings of a chain.
    pub(crate) fn reads_like(&self, node: u32) -> u32 {
        self.place(node).map_or(node, |place| self.list[place].same)
    }

    /// Those with a part, near or far, of which something is true: asked by the number of its string.
    pub(crate) fn with_part(&self, graph: &Graph, is_true: &dyn Fn(u32) -> bool) -> Bits {
        let (mut known, mut having) = (Bits::new(self.list.len()), Bits::new(self.list.len()));
        for &place in &self.order {
            let String { first, second, .. } = self.list[place as usize];
            let has = |part: u32| match self.places.of(part) {
                // Of what is part of itself anything may be true.
                Some(place) => !known.get(place) || having.get(place),
                None => is_true(graph.nodes.name[part as usize]),
            };
            if has(first) || has(second) {
                having.set(place);
            }
            known.set(place);
        }
        Bits::of(
            graph.nodes.len(),
            (0..graph.node_count())
                .filter(|node| self.places.of(*node).is_some_and(|place| having.get(place))),
        )
    }

    /// Appends the text of a node, which may join with the last half of a pair (DevTools: `consStringName`). Once there are more
    /// than `most` bytes it may end: that many are as in the whole text.
    pub(crate) fn write(&self, graph: &Graph, node: u32, most: usize, out: &mut Vec<u8>) {
        self.write_by(graph, node, most, out, &mut Vec::new());
    }

    /// The same, with memory for what is still to be written.
    pub(crate) fn write_by(
        &self,
        graph: &Graph,
        node: u32,
        most: usize,
        out: &mut Vec<u8>,
        stack: &mut Vec<u32>,
    ) {
        /// The last half of a pair may still become another character.
        const HALF: usize = 3;
        let most = most.saturating_add(HALF);
        stack.clear();
        stack.push(node);
        let mut units = 0;
        for _ in 0..MAX_STEPS {
            let Some(node) = stack.pop() else { return };
            let node = self.reads_like(node);
            if let Some(place) = self.place(node) {
                let String { first, second, .. } = self.list[place];
                stack.extend([second, first]);
            } else {
                let text = graph.raw_name(NodeIx(node));
                units += wtf8::utf16_length(text);
                wtf8::join(out, text);
            }
            if units >= FULL || out.len() >= most {
                return;
            }
        }
    }
}

/// As DevTools finds them: a part that is missing is node 0, and as node 0 stands for "not yet found", what comes later counts.
fn parts(graph: &Graph, [first_names, second_names]: &[Vec<u32>; 2], node: u32) -> (u32, u32) {
    let (mut first, mut second) = (0, 0);
    for edge in graph.nodes.edges(node) {
        if first != 0 && second != 0 {
            break;
        }
        if graph.edges.kind[edge] != EdgeKind::Internal as u8 {
            continue;
        }
        let name = graph.edges.name[edge];
        if first_names.contains(&name) {
            first = graph.edges.to[edge];
        } else if second_names.contains(&name) {
            second = graph.edges.to[edge];
        }
    }
    (first, second)
}
