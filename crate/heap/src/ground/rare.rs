//! A column that ordinary files do not need.

use std::collections::TryReserveError;

/// Numbers by node that are 0 in ordinary files, and take no memory there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rare(Vec<u32>);

impl Rare {
    #[inline]
    pub(crate) fn get(&self, index: u32) -> u32 {
        self.0.get(index as usize).copied().unwrap_or(0)
    }

    /// Whether all are 0.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sets a number that is not 0; indexes come in their order.
    #[cold]
    pub(crate) fn set(&mut self, index: usize, value: u32) -> Result<(), TryReserveError> {
        let length = index + 1;
        if length > self.0.len() {
            self.0.try_reserve(length - self.0.len())?;
            self.0.resize(length, 0);
        }
        self.0[index] = value;
        Ok(())
    }
}
