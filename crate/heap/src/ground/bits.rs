//! A bit for each of many things.

#[derive(Clone, Debug, Default)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    pub(crate) fn new(length: usize) -> Self {
        Self(vec![0; length.div_ceil(64)])
    }

    /// Those of the numbers are set.
    pub(crate) fn of(length: usize, numbers: impl IntoIterator<Item = u32>) -> Self {
        let mut bits = Self::new(length);
        for number in numbers {
            bits.set(number);
        }
        bits
    }

    /// The numbers whose bits are set, in order.
    pub(crate) fn ones(&self) -> impl Iterator<Item = u32> + '_ {
        (0_u32..).zip(&self.0).flat_map(|(at, &word)| {
            let rest = std::iter::successors(Some(word), |rest| Some(rest & rest.wrapping_sub(1)));
            let some = rest.take_while(|rest| *rest != 0);
            some.map(move |rest| at * 64 + rest.trailing_zeros())
        })
    }

    #[inline]
    pub(crate) fn get(&self, index: u32) -> bool {
        self.0[index as usize / 64] >> (index % 64) & 1 == 1
    }

    /// Whether it is set; what is beyond the end is not.
    #[inline]
    pub(crate) fn has(&self, index: u32) -> bool {
        let word = self.0.get(index as usize / 64);
        word.is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    #[inline]
    pub(crate) fn set(&mut self, index: u32) {
        self.0[index as usize / 64] |= 1 << (index % 64);
    }

    #[inline]
    pub(crate) fn clear(&mut self, index: u32) {
        self.0[index as usize / 64] &= !(1 << (index % 64));
    }

    /// Sets the bit and says whether it was not set before.
    #[inline]
    pub(crate) fn insert(&mut self, index: u32) -> bool {
        let fresh = !self.get(index);
        self.set(index);
        fresh
    }
}

/// The numbers of which the bits are set, and how many come before each.
#[derive(Debug)]
pub(crate) struct Ranks {
    bits: Bits,
    /// Set bits before each word.
    before: Vec<u32>,
    count: u32,
}

impl Ranks {
    pub(crate) fn new(length: usize, numbers: impl Iterator<Item = u32>) -> Self {
        Self::of_bits(Bits::of(length, numbers))
    }

    pub(crate) fn of_bits(bits: Bits) -> Self {
        let mut sum = 0;
        let before = bits.0.iter().map(|word| {
            let before = sum;
            sum += word.count_ones();
            before
        });
        let before = before.collect();
        Self {
            bits,
            before,
            count: sum,
        }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.count as usize
    }

    /// Whether it is one of them.
    #[inline]
    pub(crate) fn has(&self, number: u32) -> bool {
        self.bits.has(number)
    }

    /// How many smaller numbers there are; nothing if this one is not there.
    #[inline]
    pub(crate) fn of(&self, number: u32) -> Option<u32> {
        if !self.bits.has(number) {
            return None;
        }
        let at = number as usize / 64;
        let below = self.bits.0[at] & ((1 << (number % 64)) - 1);
        Some(self.before[at] + below.count_ones())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_that_were_set_come_in_order() {
        for set in [&[][..], &[0], &[63, 64, 65], &[5, 127, 128, 300]] {
            let bits = Bits::of(301, set.iter().copied());
            assert!(bits.ones().eq(set.iter().copied()), "{set:?}");
        }
    }
}
