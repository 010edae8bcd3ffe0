//! Rows of a sorted table, some at a time.

use std::{cmp::Ordering, ops::Range};

use crate::Page;

/// How a table is sorted. Equal rows stand in the order of the file, either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub by: By,
    /// The largest, or last, first.
    pub descending: bool,
}

impl Sort {
    /// The smallest, or first, first.
    pub const fn ascending(by: By) -> Self {
        let descending = false;
        Self { by, descending }
    }

    /// The largest, or last, first.
    pub const fn descending(by: By) -> Self {
        let descending = true;
        Self { by, descending }
    }

    /// Applies the direction.
    pub(super) fn direct(self, order: Ordering) -> Ordering {
        if self.descending {
            order.reverse()
        } else {
            order
        }
    }
}

/// The column by which a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Total size.
    Total,
    /// Own ("self") size.
    Own,
    /// Name, or URL, by UTF-16 units as in JavaScript.
    Name,
}

/// The rows at `range` of the sorted table. Only these are sorted; `compare` must leave no two rows equal.
pub(super) fn page<T>(
    mut table: Vec<T>,
    range: Range<usize>,
    mut compare: impl FnMut(&T, &T) -> Ordering,
) -> Page<T> {
    let (count, total) = (table.len(), table.len() as u32);
    let end = range.end.min(count);
    let start = range.start.min(end);
    if end < count {
        table.select_nth_unstable_by(end, &mut compare);
        table.truncate(end);
    }
    if start < end {
        table.select_nth_unstable_by(start, &mut compare);
    }
    let mut rows = table.split_off(start);
    rows.sort_unstable_by(compare);
    Page { total, rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_a_part_of_the_sorted_whole() {
        let table: Vec<u32> = (0..40).map(|n| n * 17 % 41).collect();
        let mut sorted = table.clone();
        sorted.sort_unstable();
        for start in 0..45 {
            for end in 0..45 {
                let page = page(table.clone(), start..end, Ord::cmp);
                let expected = sorted.iter().take(end).skip(start).copied();
                assert_eq!(page.rows, expected.collect::<Vec<_>>(), "{start}..{end}");
                assert_eq!(page.total, 40);
            }
        }
    }
}
