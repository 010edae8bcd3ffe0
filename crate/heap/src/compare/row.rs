//! A row of a comparison.

use std::ops::Range;

/// A constructor of which objects came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparisonRow {
    /// See [`crate::ClassRow::key`].
    pub key: Vec<u8>,
    /// The constructor, WTF-8. Where no object is left: what the first snapshot itself calls the newest of those that went.
    pub name: Vec<u8>,
    /// Objects that are only in the later snapshot.
    pub added_count: u32,
    /// Objects that are only in the earlier one.
    pub removed_count: u32,
    /// Bytes of the added objects themselves.
    pub added_size: u64,
    /// Bytes of the removed objects themselves.
    pub removed_size: u64,
    pub(super) added: Range<usize>,
    pub(super) removed: Range<usize>,
}

impl ComparisonRow {
    /// Objects added less those removed.
    pub fn count_delta(&self) -> i64 {
        i64::from(self.added_count) - i64::from(self.removed_count)
    }

    /// Bytes added less those removed.
    pub fn size_delta(&self) -> i64 {
        let delta = i128::from(self.added_size) - i128::from(self.removed_size);
        delta.clamp(i64::MIN.into(), i64::MAX.into()) as i64
    }
}
