//! Strings with the same text.

mod groups;

pub(crate) use groups::Grouping;

use std::ops::Range;

use super::{Column, Page, Passing, Sort};
use crate::{
    CutOff, NodeIx, Snapshot,
    snapshot::cache::{DuplicateGroup, Duplicates},
};

/// Strings with the same text.
#[derive(Clone, Debug, PartialEq)]
pub struct StringGroup {
    /// The number of the group in DevTools' order, for [`Snapshot::duplicates`].
    pub number: u32,
    /// The text, WTF-8.
    pub value: Vec<u8>,
    /// How many there are; two at least.
    pub count: u32,
    /// Bytes of all of them.
    pub shallow: u64,
    /// Their retained sizes, added up.
    pub retained: u64,
    /// Bytes that could be saved: all shallow sizes but the largest.
    pub wasted: u64,
    /// If V8 wrote only the beginning of the text: what tells it apart from others with that beginning.
    pub cut_off: Option<CutOff>,
}

/// Columns of the list of duplicated strings; the largest are first, of equal ones those that DevTools has first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StringColumn {
    /// DevTools' order.
    #[default]
    Retained,
    /// How many.
    Count,
    /// Bytes of all.
    Shallow,
    /// Bytes that could be saved.
    Wasted,
}

impl Snapshot {
    /// Groups of strings with the same text (DevTools: `getDuplicateStrings`): concatenated ones too, unless one part is empty.
    pub fn duplicate_strings(&self, by: StringColumn, range: Range<usize>) -> Page<StringGroup> {
        let groups = &self.duplicated().groups;
        let rows = (0..).zip(groups).map(|(number, group)| {
            let key = match by {
                StringColumn::Retained => group.retained,
                StringColumn::Count => group.nodes.len() as u64,
                StringColumn::Shallow => group.shallow,
                StringColumn::Wasted => group.wasted(),
            };
            (!key, number)
        });
        let row = |&(_, number): &(u64, u32)| {
            let group = &groups[number as usize];
            StringGroup {
                number,
                value: self.name(group.nodes[0]).into_owned(),
                count: group.nodes.len() as u32,
                shallow: group.shallow,
                retained: group.retained,
                wasted: group.wasted(),
                cut_off: group.cut_off,
            }
        };
        Page::sorted(rows, range, &[&|row| row.0], Ord::cmp, row)
    }

    /// Bytes that could be saved if each text were there once.
    pub fn wasted_by_duplicates(&self) -> u64 {
        let groups = self.duplicated().groups.iter();
        groups
            .map(DuplicateGroup::wasted)
            .fold(0, u64::saturating_add)
    }

    /// The strings of a group ([`StringGroup::number`]); none if there is no such group.
    pub fn duplicates(&self, number: u32, sort: Sort, range: Range<usize>) -> Page<NodeIx> {
        let group = self.duplicated().groups.get(number as usize);
        let nodes = group.map_or_else(Vec::new, |group| group.nodes.clone());
        if sort == Sort::ascending(Column::File) {
            return Page::of(nodes.into_iter(), range);
        }
        self.sorted(nodes, sort, range)
    }

    pub(crate) fn duplicated_strings(&self) -> Passing {
        let mut nodes = crate::ground::bits::Bits::new(self.graph.nodes.len());
        for group in &self.duplicated().groups {
            for node in &group.nodes {
                nodes.set(node.0);
            }
        }
        self.passing(|node| nodes.get(node.0))
    }

    fn duplicated(&self) -> &Duplicates {
        self.cache
            .duplicates
            .get_or_init(|| groups::duplicates(self))
    }
}
