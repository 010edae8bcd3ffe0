//! Bytes of each node: 32 bits each, and a side table for those of 4 GB and more.

use rustc_hash::FxHashMap;

/// A column of sizes in bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sizes {
    small: Vec<u32>,
    large: FxHashMap<u32, u64>,
}

/// Stands where the size is in the side table.
const LARGE: u32 = u32::MAX;

impl Sizes {
    #[inline]
    pub(crate) fn get(&self, index: u32) -> u64 {
        match self.small[index as usize] {
            LARGE => self.large[&index],
            small => u64::from(small),
        }
    }

    pub(crate) fn set(&mut self, index: u32, size: u64) {
        if size < u64::from(LARGE) {
            self.small[index as usize] = size as u32;
        } else {
            self.small[index as usize] = LARGE;
            self.large.insert(index, size);
        }
    }

    pub(crate) fn push(&mut self, size: u64) {
        self.small.push(0);
        self.set((self.small.len() - 1) as u32, size);
    }

    pub(crate) fn column(&mut self) -> &mut Vec<u32> {
        &mut self.small
    }

    /// Without the side table: whether a node has no size of its own.
    pub(crate) fn is_zero(&self, index: u32) -> bool {
        self.small[index as usize] == 0
    }
}
