//! Ids of nodes: 32 bits each, and the upper halves only where a file has addresses for ids.

use std::collections::TryReserveError;

use super::rare::Rare;

/// A column of ids.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ids {
    low: Vec<u32>,
    high: Rare,
}

impl Ids {
    #[inline]
    pub(crate) fn get(&self, index: u32) -> u64 {
        let [high, low] = self.halves(index);
        u64::from(high) << 32 | u64::from(low)
    }

    #[inline]
    pub(crate) fn push(&mut self, id: u64) -> Result<(), TryReserveError> {
        if id >> 32 != 0 {
            self.high.set(self.low.len(), (id >> 32) as u32)?;
        }
        self.low.push(id as u32);
        Ok(())
    }

    /// The lower halves, to take memory for.
    pub(crate) fn column(&mut self) -> &mut Vec<u32> {
        &mut self.low
    }

    /// The upper half and the lower one.
    #[inline]
    fn halves(&self, index: u32) -> [u32; 2] {
        [self.high.get(index), self.low[index as usize]]
    }

    /// The first place of an id.
    pub(crate) fn position(&self, id: u64) -> Option<u32> {
        let (low, high) = (id as u32, (id >> 32) as u32);
        if high != 0 && self.high.is_empty() {
            return None;
        }
        let mut places = (0_u32..).zip(&self.low);
        let found = places.find(|&(place, &other)| other == low && self.high.get(place) == high);
        found.map(|(place, _)| place)
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn halves_of_wide_ids_belong_together() {
        let list = [1, 1 << 32 | 1, 3, u64::MAX, 5];
        let mut ids = Ids::default();
        for id in list {
            ids.push(id).unwrap();
        }
        for (place, id) in (0..).zip(list) {
            assert_eq!((ids.get(place), ids.position(id)), (id, Some(place)));
        }
        assert_eq!(ids.position(1 << 32 | 5), None);
        let mut small = Ids::default();
        small.push(7).unwrap();
        assert_eq!(small.position(1 << 32 | 7), None);
        assert!(small.high.is_empty());
    }
}
