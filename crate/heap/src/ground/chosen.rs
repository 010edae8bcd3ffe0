//! Some of many numbers.

use rustc_hash::FxHashSet;

use super::bits::Bits;

/// A set of numbers: a few are found by their value, of many each number has a bit.
pub(crate) enum Chosen {
    Few(FxHashSet<u32>),
    Many(Bits),
}

/// A bit for each number costs no more than a set of one in so many.
const FEW: usize = 1 << 10;

impl Chosen {
    /// From numbers below `length`, each once or oftener.
    pub(crate) fn new(length: usize, numbers: impl ExactSizeIterator<Item = u32>) -> Self {
        if numbers.len() < length / FEW {
            Self::Few(numbers.collect())
        } else {
            Self::Many(Bits::of(length, numbers))
        }
    }

    #[inline]
    pub(crate) fn has(&self, number: u32) -> bool {
        match self {
            Self::Few(few) => few.contains(&number),
            Self::Many(bits) => bits.get(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_numbers_however_many_they_are() {
        for numbers in [&[][..], &[7], &[0, 9_999, 5, 5], &[1; 100]] {
            let set = Chosen::new(10_000, numbers.iter().copied());
            assert!((0..10_000).all(|number| set.has(number) == numbers.contains(&number)));
        }
    }
}
