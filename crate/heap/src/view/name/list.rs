//! Names of the objects of a list, to sort them by.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::{ByPlainName, Source};
use crate::{NodeIx, Snapshot, Strings, wtf8};

/// Names by number; equal numbers, equal names.
pub(crate) struct Names<'a> {
    strings: &'a Strings,
    /// Numbers of strings, and behind these those of names that DevTools makes, each made once.
    list: Vec<u32>,
    made: Vec<Vec<u8>>,
}

impl<'a> Names<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot, nodes: impl Iterator<Item = NodeIx>) -> Self {
        let (graph, texts) = (&snapshot.graph, &snapshot.texts);
        let mut made = Vec::new();
        let mut number = |source| {
            let mut name = Vec::new();
            snapshot.write_name(source, &mut name);
            made.push(name);
            (graph.strings.len() + made.len() - 1) as u32
        };
        let mut plain = ByPlainName::new();
        let mut concatenated: FxHashMap<u32, u32> = FxHashMap::default();
        let name = |node: NodeIx| match snapshot.name_source(node) {
            Source::Raw(string) => string,
            source @ Source::Parts(node) => {
                *concatenated.entry(node).or_insert_with(|| number(source))
            }
            source @ Source::Properties(node) => plain.get(graph, texts, node, || number(source)),
        };
        let list = nodes.map(name).collect();
        Self {
            strings: &graph.strings,
            list,
            made,
        }
    }

    /// Numbers of the names by place in the list.
    pub(crate) fn numbers(&self) -> &[u32] {
        &self.list
    }

    /// In the order of JavaScript's texts.
    pub(crate) fn compare(&self, a: u32, b: u32) -> Ordering {
        if a == b {
            return Ordering::Equal;
        }
        wtf8::utf16_order(self.text(a), self.text(b))
    }

    /// A number that orders as the names do, as far as it goes: a part of eight bytes.
    pub(crate) fn key(&self, number: u32, part: usize) -> u64 {
        wtf8::order_key(self.text(number), part)
    }

    fn text(&self, number: u32) -> &[u8] {
        match (number as usize).checked_sub(self.strings.len()) {
            None => self.strings.get(number),
            Some(made) => &self.made[made],
        }
    }
}
