//! Names of all objects by number, to find and to sort them by.

use std::{borrow::Cow, cmp::Ordering};

use super::{Source, plain::PlainNames};
use crate::{NodeIx, Snapshot, wtf8};

/// What objects are called: equal numbers, equal names.
#[derive(Debug)]
pub(crate) struct Names {
    /// By node. Numbers of strings, and behind these those of names that are made.
    of: Vec<u32>,
    made: Vec<Made>,
    /// By number: the first bytes, as a number that orders as the names do, as far as it goes.
    keys: Vec<u64>,
}

/// A name that the file does not have as it is.
#[derive(Debug)]
pub(crate) enum Made {
    /// WTF-8.
    Text(Box<[u8]>),
    /// That of a concatenated string, put together when it is needed.
    Parts(u32),
}

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
        let strings = snapshot.graph.strings.iter();
        let names = Names {
            of: Vec::new(),
            made: Vec::new(),
            keys: strings.map(|text| wtf8::order_key(text, 0)).collect(),
        };
        Self {
            names,
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
        let empty = Names {
            of: Vec::new(),
            made: Vec::new(),
            keys: Vec::new(),
        };
        (self.names.of.len() == count).then(|| std::mem::replace(&mut self.names, empty))
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

impl Names {
    fn text(&mut self, name: Vec<u8>) -> u32 {
        let key = name.clone();
        self.make(Made::Text(name.into()), &key)
    }

    fn make(&mut self, made: Made, start: &[u8]) -> u32 {
        self.made.push(made);
        self.keys.push(wtf8::order_key(start, 0));
        (self.keys.len() - 1) as u32
    }

    #[inline]
    pub(crate) fn of(&self, node: NodeIx) -> u32 {
        self.of[node.0 as usize]
    }

    /// A number that orders as the names do, as far as it goes.
    #[inline]
    pub(crate) fn key(&self, name: u32) -> u64 {
        self.keys[name as usize]
    }

    /// Those whose numbers follow the strings'.
    pub(crate) fn made(&self) -> &[Made] {
        &self.made
    }
}

impl Snapshot {
    pub(crate) fn names(&self) -> &Names {
        self.cache.names.get_or_init(|| {
            let mut naming = Naming::new(self);
            loop {
                if let Some(names) = naming.step(self, usize::MAX) {
                    return names;
                }
            }
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
        let whole = match made.map(|made| &self.names().made[made]) {
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
