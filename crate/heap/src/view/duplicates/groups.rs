//! Which strings have the same text.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::{
    CutOff, EdgeKind, Graph, NodeIx, NodeKind, Snapshot,
    snapshot::cache::{DuplicateGroup, Duplicates},
    text::number::leading_number,
};

pub(super) fn duplicates(snapshot: &Snapshot) -> Duplicates {
    let graph = &snapshot.graph;
    let mut texts = Texts::new(snapshot);
    let any_cut_off = graph.strings.find(b"truncated").is_some();
    let mut by_key: FxHashMap<(u32, Option<[u64; 2]>), u32> = FxHashMap::default();
    let mut groups: Vec<(DuplicateGroup, u32)> = Vec::new();
    for node in graph.nodes() {
        let Some(text) = texts.of(node) else { continue };
        let cut_off = if any_cut_off {
            cut_off(graph, node)
        } else {
            None
        };
        // Adding zero makes one of 0 and -0.
        let bits = |number: Option<f64>| number.map_or(u64::MAX, |number| (number + 0.0).to_bits());
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

/// Numbers of texts: equal texts, equal numbers.
struct Texts<'a> {
    snapshot: &'a Snapshot,
    numbers: FxHashMap<Cow<'a, [u8]>, u32>,
    of_string: FxHashMap<u32, u32>,
    of_node: FxHashMap<u32, u32>,
}

impl<'a> Texts<'a> {
    fn new(snapshot: &'a Snapshot) -> Self {
        Self {
            snapshot,
            numbers: FxHashMap::default(),
            of_string: FxHashMap::default(),
            of_node: FxHashMap::default(),
        }
    }

    /// The text of a string that can be a duplicate.
    fn of(&mut self, node: NodeIx) -> Option<u32> {
        let graph = &self.snapshot.graph;
        // Values that V8 writes as strings into the file have no size.
        if graph.nodes.size.is_zero(node.0) {
            return None;
        }
        let known = match graph.kind(node) {
            NodeKind::String => self.of_string.entry(graph.nodes.name[node.0 as usize]),
            NodeKind::ConsString if !self.is_flat(node) => {
                let same = self.snapshot.concatenated().reads_like(node.0);
                self.of_node.entry(same)
            }
            _ => return None,
        };
        let next = self.numbers.len() as u32;
        let name = || self.snapshot.name(node);
        Some(*known.or_insert_with(|| *self.numbers.entry(name()).or_insert(next)))
    }

    /// V8 makes a concatenated string flat by putting the whole text into one part: it is no duplicate of that part.
    fn is_flat(&self, node: NodeIx) -> bool {
        let graph = &self.snapshot.graph;
        let concatenated = self.snapshot.concatenated();
        graph.edges(node).any(|edge| {
            let name = graph.strings.get(graph.edges.name[edge.0 as usize]);
            graph.edge_kind(edge) == EdgeKind::Internal
                && (name == b"first" || name == b"second")
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
