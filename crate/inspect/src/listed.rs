//! Lists that are asked for in sorted parts: an order is worked out once, not at every page of a scroll.

use std::{convert::Infallible, ops::Range, rc::Rc};

use crate::memory::Memory;

/// A list and the last few orders in which it was asked for.
#[derive(Debug)]
pub(crate) struct Listed<L, O> {
    pub(crate) list: L,
    pub(crate) orders: Orders<O>,
}

impl<L, O> Listed<L, O> {
    pub(crate) fn new(list: L) -> Self {
        Self {
            list,
            orders: Orders::default(),
        }
    }
}

/// Numbers of rows in order, by what the order was asked by.
#[derive(Debug)]
pub(crate) struct Orders<O>(Memory<O, Vec<u32>>);

impl<O> Default for Orders<O> {
    fn default() -> Self {
        Self(Memory::default())
    }
}

impl<O: PartialEq> Orders<O> {
    /// The order; worked out unless it is kept.
    pub(crate) fn get(&self, by: O, work_out: impl FnOnce(&O) -> Vec<u32>) -> Rc<Vec<u32>> {
        let order = |by: &O| Ok::<_, Infallible>(work_out(by));
        let Ok(order) = self.0.get(by, order);
        order
    }

    #[cfg(test)]
    pub(crate) fn kept(&self) -> usize {
        self.0.kept()
    }
}

/// What a page shows of all rows: a range beyond the end is cut.
pub(crate) fn part<T>(rows: &[T], range: Range<u32>) -> &[T] {
    let end = (range.end as usize).min(rows.len());
    &rows[(range.start as usize).min(end)..end]
}
