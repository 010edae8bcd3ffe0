//! All texts of a file in one piece of memory.

use std::ops::Range;

use super::bits::Bits;
use crate::{
    Code, Error,
    limits::{MAX_ITEMS, MAX_STRING_BYTES},
};

/// The table of strings: WTF-8 in one arena, found by number.
#[derive(Clone, Debug, Default)]
pub struct Strings {
    bytes: Vec<u8>,
    /// Where each string ends; it begins where the one before ends.
    ends: Vec<u32>,
}

impl Strings {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The string with this number, as WTF-8; empty where there is none.
    pub fn get(&self, index: u32) -> &[u8] {
        let index = index as usize;
        let Some(&end) = self.ends.get(index) else {
            return &[];
        };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.bytes[start as usize..end as usize]
    }

    /// The first number of a string with this text.
    pub fn find(&self, text: &[u8]) -> Option<u32> {
        self.iter()
            .position(|other| other == text)
            .map(|index| index as u32)
    }

    /// All numbers of strings with this text; files of V8 have one at most.
    pub(crate) fn all(&self, text: &[u8]) -> Vec<u32> {
        let numbered = (0..).zip(self.iter());
        numbered
            .filter(|(_, other)| *other == text)
            .map(|(number, _)| number)
            .collect()
    }

    /// Those in which a text stands that `find` finds first at some place of a longer one.
    pub(crate) fn having(&self, find: impl Fn(&[u8]) -> Option<Range<usize>>) -> Bits {
        let mut having = Bits::new(self.len());
        let (mut from, mut string) = (0, 0);
        while let Some(found) = find(&self.bytes[from..]) {
            let (start, end) = (from + found.start, from + found.end);
            while self.ends[string] as usize <= start {
                string += 1;
            }
            let behind = self.ends[string] as usize;
            from = if end <= behind {
                having.set(string as u32);
                behind
            } else {
                start + 1
            };
        }
        having
    }

    /// All strings in order.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let text = &self.bytes[start..end as usize];
            start = end as usize;
            text
        })
    }

    /// Bytes of memory this takes.
    pub fn memory(&self) -> usize {
        self.bytes.capacity() + 4 * self.ends.capacity()
    }

    /// Adds one and gives its number; equal texts get new numbers, as DevTools' added names do.
    pub(crate) fn push(&mut self, text: &[u8]) -> u32 {
        self.bytes.extend_from_slice(text);
        self.end_here();
        (self.len() - 1) as u32
    }

    /// The arena, to append to before [`Strings::end_string`].
    pub(crate) fn arena(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    /// Makes what was appended since the last end a string.
    pub(crate) fn end_string(&mut self, at: u64) -> Result<(), Error> {
        if self.bytes.len() as u64 > MAX_STRING_BYTES || self.ends.len() as u64 >= MAX_ITEMS {
            return Err(Error::at(Code::TooLarge, at, "more than 4 GB of strings"));
        }
        self.end_here();
        Ok(())
    }

    /// Takes memory for `bytes` more of text, in steps that do not double what is there.
    pub(crate) fn reserve(&mut self, bytes: usize, at: u64) -> Result<(), Error> {
        let free = self.bytes.capacity() - self.bytes.len();
        if free >= bytes && self.ends.len() < self.ends.capacity() {
            return Ok(());
        }
        let no_memory = |_| Error::at(Code::Memory, at, "no memory for the strings");
        if free < bytes {
            let step = bytes.max(self.bytes.len() / 4).max(1 << 16);
            self.bytes.try_reserve_exact(step).map_err(no_memory)?;
        }
        if self.ends.len() == self.ends.capacity() {
            let step = (self.ends.len() / 4).max(1 << 10);
            self.ends.try_reserve_exact(step).map_err(no_memory)?;
        }
        Ok(())
    }

    /// Gives back memory that was taken in advance.
    pub(crate) fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    fn end_here(&mut self) {
        self.ends.push(self.bytes.len() as u32);
    }
}
