//! Which strings have the same text.

use std::{borrow::Cow, hash::BuildHasher};

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::{
    CutOff, EdgeKind, Graph, NodeIx, NodeKind, Snapshot,
    ground::piece::to_end,
    snapshot::cache::{DuplicateGroup, Duplicates},
    text::number::leading_number,
};

pub(super) fn duplicates(snapshot: &Snapshot) -> Duplicates {
    let mut grouping = Grouping::new(snapshot);
    to_end(|| grouping.step(snapshot))
}

/// Strings on their way to their groups.
#[derive(Debug)]
pub(crate) struct Grouping {
    /// The next to look at.
    node: u32,
    texts: Texts,
    /// Strings that can be duplicates, each with the number of its text.
    strings: Vec<(NodeIx, u32)>,
}

/// Of a step: a node is one, a text that is looked at some more. Some ten milliseconds.
const WORK: usize = 1 << 19;

impl Grouping {
    pub(crate) fn new(snapshot: &Snapshot) -> Self {
        Self {
            node: 0,
            texts: Texts::new(snapshot),
            strings: Vec::new(),
        }
    }

    /// Does the next piece; the last one gives the result.
    pub(crate) fn step(&mut self, snapshot: &Snapshot) -> Option<Duplicates> {
        let count = snapshot.graph.node_count();
        if self.node == count {
            return Some(self.groups(snapshot));
        }
        let mut work = 0;
        while work < WORK && self.node < count {
            let node = NodeIx(self.node);
            work += 1;
            if let Some(text) = self.texts.of(snapshot, node, &mut work) {
                self.strings.push((node, text));
            }
            self.node += 1;
        }
        None
    }

    fn groups(&self, snapshot: &Snapshot) -> Duplicates {
        let graph = &snapshot.graph;
        let mut times = vec![0_u32; self.texts.owners.len()];
        for &(_, text) in &self.strings {
            times[text as usize] += 1;
        }
        let any_cut_off = graph.strings.find(b"truncated").is_some();
        let mut by_key: FxHashMap<(u32, Option<[u64; 2]>), u32> = FxHashMap::default();
        let mut groups: Vec<(DuplicateGroup, u32)> = Vec::new();
        let several = self.strings.iter();
        for &(node, text) in several.filter(|(_, text)| times[*text as usize] > 1) {
            let cut_off = if any_cut_off {
                cut_off(graph, node)
            } else {
                None
            };
            // Adding zero makes one of 0 and -0.
            let bits =
                |number: Option<f64>| number.map_or(u64::MAX, |number| (number + 0.0).to_bits());
            let key = (text, cut_off.map(|of| [bits(of.length), bits(of.hash)]));
            let number = *by_key.entry(key).or_insert(groups.len() as u32);
            if number as usize == groups.len() {
                groups.push((
                    DuplicateGroup {
                        nodes: Vec::new(),
                        shallow: 0,
                        retained: 0,
                        cut_off,
                        largest: 0,
                    },
                    text,
                ));
            }
            let (group, _) = &mut groups[number as usize];
            let shallow = snapshot.shallow_size(node);
            group.nodes.push(node);
            group.shallow = group.shallow.saturating_add(shallow);
            group.retained = group.retained.saturating_add(snapshot.retained_size(node));
            group.largest = group.largest.max(shallow);
        }
        groups.retain(|(group, _)| group.nodes.len() > 1);
        // Cut-off texts come last, those with the same beginning together.
        let mut first: FxHashMap<u32, NodeIx> = FxHashMap::default();
        for (group, text) in groups.iter().filter(|(group, _)| group.cut_off.is_some()) {
            first.entry(*text).or_insert(group.nodes[0]);
        }
        groups.sort_by_key(|(group, text)| {
            let cut_off = group.cut_off.map(|_| first[text]);
            (std::cmp::Reverse(group.retained), cut_off)
        });
        Duplicates {
            groups: groups.into_iter().map(|(group, _)| group).collect(),
        }
    }
}

/// Numbers of texts: equal texts, equal numbers.
#[derive(Debug)]
struct Texts {
    /// Of strings of the file; `NONE` of those that were not looked at.
    of_string: Vec<u32>,
    /// Of concatenated strings, by the one that reads the same.
    of_node: FxHashMap<u32, u32>,
    /// By the hash of a text; several may have one.
    by_hash: FxHashMap<u64, u32>,
    /// By number: a string with the text, and the next text of the same hash.
    owners: Vec<(NodeIx, u32)>,
    /// Numbers of `first` and `second`.
    parts: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Texts {
    fn new(snapshot: &Snapshot) -> Self {
        let strings = &snapshot.graph.strings;
        let parts = ["first", "second"].map(|name| strings.all(name.as_bytes()));
        Self {
            of_string: vec![NONE; strings.len()],
            of_node: FxHashMap::default(),
            by_hash: FxHashMap::default(),
            owners: Vec::new(),
            parts: parts.concat(),
        }
    }

    /// The text of a string that can be a duplicate; what it takes is added to `work`.
    fn of(&mut self, snapshot: &Snapshot, node: NodeIx, work: &mut usize) -> Option<u32> {
        let graph = &snapshot.graph;
        // Values that V8 writes as strings into the file have no size.
        if graph.nodes.size.is_zero(node.0) {
            return None;
        }
        match graph.kind(node) {
            NodeKind::String => {
                let string = graph.nodes.name[node.0 as usize] as usize;
                // A string that is not there, of a file without its end, has no text.
                if self
                    .of_string
                    .get(string)
                    .is_none_or(|known| *known == NONE)
                {
                    let text = self.number(snapshot, node, work);
                    if let Some(known) = self.of_string.get_mut(string) {
                        *known = text;
                    }
                    return Some(text);
                }
                Some(self.of_string[string])
            }
            NodeKind::ConsString if !self.is_flat(snapshot, node) => {
                let same = snapshot.concatenated().reads_like(node.0);
                if let Some(&known) = self.of_node.get(&same) {
                    return Some(known);
                }
                let text = self.number(snapshot, node, work);
                self.of_node.insert(same, text);
                Some(text)
            }
            _ => None,
        }
    }

    fn number(&mut self, snapshot: &Snapshot, node: NodeIx, work: &mut usize) -> u32 {
        let text: Cow<'_, [u8]> = snapshot.name(node);
        *work += 16 + text.len() / 8;
        let hash = FxBuildHasher.hash_one(&text[..]);
        let next = self.owners.len() as u32;
        let mut at = *self.by_hash.entry(hash).or_insert(next);
        while at != next {
            let (owner, other) = self.owners[at as usize];
            if snapshot.name(owner) == text {
                return at;
            }
            if other == NONE {
                self.owners[at as usize].1 = next;
            }
            at = if other == NONE { next } else { other };
        }
        self.owners.push((node, NONE));
        next
    }

    /// V8 makes a concatenated string flat by putting the whole text into one part: it is no duplicate of that part.
    fn is_flat(&self, snapshot: &Snapshot, node: NodeIx) -> bool {
        let graph = &snapshot.graph;
        let concatenated = snapshot.concatenated();
        graph.edges(node).any(|edge| {
            graph.edge_kind(edge) == EdgeKind::Internal
                && self.parts.contains(&graph.edges.name[edge.0 as usize])
                && concatenated.is_empty(graph, graph.target(edge).0)
        })
    }
}

/// What the file says of a text that V8 cut off; `None` if the text is whole.
fn cut_off(graph: &Graph, node: NodeIx) -> Option<CutOff> {
    let target = |node, name| Some(graph.edge_named(node, EdgeKind::Internal, name)?.1);
    let value = |node: NodeIx, name: &[u8]| {
        let is_value = graph.kind(node) == NodeKind::Number && graph.raw_name(node) == name;
        is_value.then(|| target(node, "value"))?
    };
    let number = |name| leading_number(graph.raw_name(value(target(node, name)?, b"int")?));
    let is_cut_off = value(target(node, "truncated")?, b"bool")?;
    (graph.raw_name(is_cut_off) == b"true").then(|| CutOff {
        length: number("length"),
        hash: number("hash"),
    })
}
