//! Names of all objects by number, to find and to sort them by.

use std::{borrow::Cow, cmp::Ordering};

use super::{Source, plain::PlainNames};
use crate::{
    NodeIx, Snapshot,
    ground::piece::to_end,
    text::names::{Made, Names},
    wtf8,
};

/// Names on their way to their numbers.
#[derive(Debug)]
pub(crate) struct Naming {
    names: Names,
    plain: PlainNames,
    /// By place among the concatenated strings.
    parts: Vec<Option<u32>>,
    /// Of a string that is not there, in a file without its end.
    absent: Option<u32>,
}

/// Bytes of a key.
const KEY: usize = 8;
/// Bytes before which most names differ.
const SOON: usize = 64;

impl Naming {
    pub(crate) fn new(snapshot: &Snapshot) -> Self {
        Self {
            names: Names::new(&snapshot.graph.strings),
            plain: PlainNames::default(),
            parts: vec![None; snapshot.concatenated().count()],
            absent: None,
        }
    }

    /// Does the next piece, of so many nodes; the last one gives the result.
    pub(crate) fn step(&mut self, snapshot: &Snapshot, most: usize) -> Option<Names> {
        let count = snapshot.graph.nodes.len();
        let start = self.names.of.len();
        self.names.of.reserve_exact(count - start);
        for node in start..count.min(start.saturating_add(most)) {
            let number = self.number(snapshot, NodeIx(node as u32));
            self.names.of.push(number);
        }
        (self.names.of.len() == count).then(|| std::mem::take(&mut self.names))
    }

    fn number(&mut self, snapshot: &Snapshot, node: NodeIx) -> u32 {
        let graph = &snapshot.graph;
        let names = &mut self.names;
        match snapshot.name_source(node) {
            Source::Raw(string) if (string as usize) < graph.strings.len() => string,
            Source::Raw(_) => *self.absent.get_or_insert_with(|| names.text(Vec::new())),
            Source::Properties(node) => self.plain.get(graph, &snapshot.texts, node, || {
                let mut name = Vec::new();
                snapshot.write_name(Source::Properties(node), &mut name);
                names.text(name)
            }),
            Source::Parts(node) => {
                let place = snapshot.concatenated().place(node).unwrap_or_default();
                *self.parts[place].get_or_insert_with(|| {
                    let mut start = Vec::new();
                    snapshot.concatenated().write(graph, node, KEY, &mut start);
                    names.make(Made::Parts(node), &start)
                })
            }
        }
    }
}

impl Snapshot {
    pub(crate) fn names(&self) -> &Names {
        self.cache.names.get_or_init(|| {
            let mut naming = Naming::new(self);
            to_end(|| naming.step(self, usize::MAX))
        })
    }

    /// By numbers, in the order of JavaScript's texts.
    pub(crate) fn compare_names(&self, a: u32, b: u32) -> Ordering {
        if a == b {
            return Ordering::Equal;
        }
        let upto = |most| wtf8::utf16_order(&self.name_start(a, most), &self.name_start(b, most));
        upto(SOON).then_with(|| upto(usize::MAX))
    }

    /// What [`Names::key`] is of the first eight bytes, of later ones.
    pub(crate) fn name_key(&self, name: u32, part: usize) -> u64 {
        wtf8::order_key(&self.name_start(name, KEY * (part + 1)), part)
    }

    /// So many bytes of a name, or all of it if it is shorter.
    fn name_start(&self, name: u32, most: usize) -> Cow<'_, [u8]> {
        let strings = &self.graph.strings;
        let made = (name as usize).checked_sub(strings.len());
        let whole = match made.map(|made| &self.names().made()[made]) {
            None => strings.get(name),
            Some(Made::Text(text)) => text,
            Some(Made::Parts(node)) => {
                let mut start = Vec::new();
                self.concatenated()
                    .write(&self.graph, *node, most, &mut start);
                start.truncate(most);
                return Cow::Owned(start);
            }
        };
        Cow::Borrowed(&whole[..whole.len().min(most)])
    }
}
