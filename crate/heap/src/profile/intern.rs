//! Equal values get equal numbers.

use crate::ground::error::Wrong;
use crate::{Code, limits::MAX_ITEMS};
use std::{borrow::Borrow, collections::HashMap, hash::Hash};

/// Values in the order of their first appearance, each once.
///
/// The map is std's and not the faster one: the names in a file could be chosen to collide.
#[derive(Debug)]
pub(super) struct Interner<T> {
    numbers: HashMap<T, u32>,
    values: Vec<T>,
}

impl<T: Hash + Eq + Clone> Interner<T> {
    /// The number of `value`; `own` makes one to keep.
    pub(super) fn number<Q>(&mut self, value: &Q, own: impl FnOnce(&Q) -> T) -> Result<u32, Wrong>
    where
        T: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        if let Some(&number) = self.numbers.get(value) {
            return Ok(number);
        }
        if self.values.len() as u64 >= MAX_ITEMS {
            return Err((Code::TooLarge, "more names than positions of 32 bits"));
        }
        let number = self.values.len() as u32;
        let value = own(value);
        self.values.push(value.clone());
        self.numbers.insert(value, number);
        Ok(number)
    }

    pub(super) fn into_values(self) -> Vec<T> {
        self.values
    }
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self {
            numbers: HashMap::new(),
            values: Vec::new(),
        }
    }
}
