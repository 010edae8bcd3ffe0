//! What objects are called, as numbers.

use crate::{NodeIx, Strings, wtf8};

/// What objects are called: equal numbers, equal names.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// By node. Numbers of strings, and behind these those of names that are made.
    pub(crate) of: Vec<u32>,
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

impl Names {
    /// Of no object yet: only the texts of the file have numbers.
    pub(crate) fn new(strings: &Strings) -> Self {
        Self {
            keys: strings
                .iter()
                .map(|text| wtf8::order_key(text, 0))
                .collect(),
            ..Self::default()
        }
    }

    pub(crate) fn text(&mut self, name: Vec<u8>) -> u32 {
        let key = name.clone();
        self.make(Made::Text(name.into()), &key)
    }

    pub(crate) fn make(&mut self, made: Made, start: &[u8]) -> u32 {
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
