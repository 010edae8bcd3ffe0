//! Part of a sorted list.

use std::{cmp::Ordering, ops::Range};

/// Part of a list, and how long the list is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page<T> {
    /// Rows of the whole list.
    pub total: u32,
    /// The rows asked for; fewer where the list ends.
    pub rows: Vec<T>,
}

/// A number to sort rows by.
type Key<'a, I> = &'a dyn Fn(&I) -> u64;

/// By which column a list is sorted, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The column.
    pub by: Column,
    /// From the largest to the smallest.
    pub descending: bool,
}

/// Columns of lists of objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The order of the file; of retainers the last of the file come first, as in DevTools.
    File,
    /// Object: its name, or that of the edge to or from it.
    Name,
    /// V8's number, `@id`.
    Id,
    /// Distance.
    Distance,
    /// Shallow size.
    Shallow,
    /// Retained size.
    Retained,
}

impl Sort {
    /// From the smallest to the largest.
    pub const fn ascending(by: Column) -> Self {
        Self {
            by,
            descending: false,
        }
    }

    /// From the largest to the smallest.
    pub const fn descending(by: Column) -> Self {
        Self {
            by,
            descending: true,
        }
    }

    /// A number that sorts this way when sorted upwards.
    pub(crate) fn key(self, value: u64) -> u64 {
        if self.descending { !value } else { value }
    }

    pub(crate) fn way(self, order: Ordering) -> Ordering {
        if self.descending {
            order.reverse()
        } else {
            order
        }
    }
}

impl<T> Page<T> {
    /// The page of a list in its own order; what lies outside of the list is left out.
    pub(crate) fn of(list: impl ExactSizeIterator<Item = T>, range: Range<usize>) -> Self {
        let total = list.len();
        let range = within(range, total);
        Self {
            total: total as u32,
            rows: list.skip(range.start).take(range.len()).collect(),
        }
    }

    /// The page of a list as it would be after sorting: only the page itself is put in order, and only rows that may be on it or
    /// before it are kept.
    ///
    /// Keys order the rows as `compare` does, as far as they go; the next one is asked only of rows that are equal to one at an
    /// end of the page by all before.
    pub(crate) fn sorted<I>(
        list: impl IntoIterator<Item = I>,
        range: Range<usize>,
        keys: &[Key<'_, I>],
        compare: impl Fn(&I, &I) -> Ordering,
        row: impl Fn(&I) -> T,
    ) -> Self {
        let mut best = Best {
            rows: Vec::new(),
            most: range.end.max(range.start),
            is_full: false,
            keys,
            compare: &compare,
        };
        let mut total = 0;
        for row in list {
            total += 1;
            best.add(row);
        }
        let (mut rows, range) = (best.rows, within(range, total));
        smallest_first(&mut rows, range.end, keys, &compare);
        smallest_first(&mut rows[..range.end], range.start, keys, &compare);
        let part = &mut rows[range];
        part.sort_unstable_by(|a, b| compare(&a.1, &b.1));
        Self {
            total: total as u32,
            rows: part.iter().map(|(_, item)| row(item)).collect(),
        }
    }
}

/// The rows that would be first after sorting, out of those that came so far, and some others.
struct Best<'a, I, F> {
    /// Each with its first key. Once it was full, the first one here comes last.
    rows: Vec<(u64, I)>,
    most: usize,
    is_full: bool,
    keys: &'a [Key<'a, I>],
    compare: &'a F,
}

/// For fewer rows it is not worth it.
const ROOM: usize = 1 << 10;

impl<I, F: Fn(&I, &I) -> Ordering> Best<'_, I, F> {
    fn add(&mut self, row: I) {
        let key = self.key(&row);
        if self.most == 0 || self.is_full && self.order((key, &row), 0) != Ordering::Less {
            return;
        }
        self.rows.push((key, row));
        if self.rows.len() >= self.most.saturating_mul(2).max(ROOM) {
            self.shrink();
        }
    }

    fn shrink(&mut self) {
        smallest_first(&mut self.rows, self.most, self.keys, self.compare);
        self.rows.truncate(self.most);
        for at in 0..self.rows.len() {
            self.rows[at].0 = self.key(&self.rows[at].1);
        }
        let later =
            |last: usize, at: usize| match self.order((self.rows[at].0, &self.rows[at].1), last) {
                Ordering::Greater => at,
                _ => last,
            };
        let last = (0..self.rows.len()).fold(0, later);
        self.rows.swap(0, last);
        self.is_full = true;
    }

    fn key(&self, row: &I) -> u64 {
        self.keys.first().map_or(0, |key| key(row))
    }

    fn order(&self, (key, row): (u64, &I), at: usize) -> Ordering {
        let (other_key, other) = &self.rows[at];
        key.cmp(other_key).then_with(|| (self.compare)(row, other))
    }
}

/// Moves so many rows to the front that would be there after sorting.
fn smallest_first<I>(
    mut rows: &mut [(u64, I)],
    mut count: usize,
    keys: &[Key<'_, I>],
    compare: &impl Fn(&I, &I) -> Ordering,
) {
    for key in keys {
        if count == 0 || count == rows.len() {
            return;
        }
        for (of, row) in rows.iter_mut() {
            *of = key(row);
        }
        if rows.iter().all(|row| row.0 == rows[0].0) {
            continue;
        }
        let (_, &mut (end, _), _) = rows.select_nth_unstable_by_key(count, |(key, _)| *key);
        let less = to_front(rows, |(key, _)| *key < end);
        rows = &mut rows[less..];
        count -= less;
        let equal = to_front(rows, |(key, _)| *key == end);
        rows = &mut rows[..equal];
    }
    if count > 0 && count < rows.len() {
        rows.select_nth_unstable_by(count, |a, b| compare(&a.1, &b.1));
    }
}

/// Moves the rows of which it is true to the front and counts them.
fn to_front<T>(rows: &mut [T], is_true: impl Fn(&T) -> bool) -> usize {
    let mut count = 0;
    for at in 0..rows.len() {
        if is_true(&rows[at]) {
            rows.swap(count, at);
            count += 1;
        }
    }
    count
}

fn within(range: Range<usize>, total: usize) -> Range<usize> {
    let start = range.start.min(total);
    start..range.end.clamp(start, total)
}

/// Distances as numbers that sort like them.
pub(crate) fn distance_key(distance: i32) -> u64 {
    (i64::from(distance) - i64::from(i32::MIN)) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_the_same_part_of_the_sorted_list() {
        // Few rows, which are all kept, and many: in disorder, in order, from behind.
        let mixed = |count: u32| (0..count).map(|n| n * 7919 % 101).collect();
        let lists: [Vec<u32>; 4] = [
            mixed(200),
            mixed(5000),
            (0..5000).map(|n| n / 7).collect(),
            (0..5000).rev().map(|n| n / 7).collect(),
        ];
        for list in &lists {
            pages(list);
        }
    }

    fn pages(list: &[u32]) {
        let total = list.len();
        let mut sorted: Vec<(u32, usize)> = list.iter().copied().zip(0..).collect();
        sorted.sort_unstable();
        for range in [
            0..0,
            0..5,
            3..9,
            100..200,
            195..300,
            200..201,
            900..901,
            4000..4100,
            9000..9001,
            0..200,
            0..5000,
        ] {
            // Keys with few values and with many, and none.
            let (tens, ones) = (
                |row: &(u32, usize)| u64::from(row.0 / 10),
                |row: &(u32, usize)| u64::from(row.0),
            );
            let keys: [Key<'_, (u32, usize)>; 3] = [&|_| 7, &tens, &ones];
            for keys in [&keys[..], &keys[..2], &keys[..1], &[]] {
                let items: Vec<_> = list.iter().copied().zip(0..).collect();
                let page = Page::sorted(items, range.clone(), keys, Ord::cmp, |item| *item);
                assert_eq!(page.total as usize, total);
                assert_eq!(page.rows, sorted[within(range.clone(), total)]);
            }
        }
        #[allow(clippy::reversed_empty_ranges)]
        let backwards = Page::sorted(list.to_vec(), 9..3, &[], Ord::cmp, |item| *item);
        assert!(backwards.rows.is_empty());
    }
}
