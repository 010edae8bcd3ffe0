//! A min/max tree over one column: any range's extremes without reading the range.

use crate::bound;
use crate::thin::{self, Part};

/// Children per node; also raw samples per leaf.
const FAN: usize = 16;

/// The lowest and highest value of a set; `lo > hi` when the set holds none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Extent {
    /// Lowest value, in the column's own unit.
    pub(crate) lo: f64,
    /// Highest value, in the column's own unit.
    pub(crate) hi: f64,
}

impl Default for Extent {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Extent {
    /// The extent of nothing.
    pub(crate) const EMPTY: Self = Self {
        lo: f64::INFINITY,
        hi: f64::NEG_INFINITY,
    };

    /// Whether it holds no value.
    pub(crate) fn is_empty(self) -> bool {
        self.lo > self.hi
    }

    /// The extent of both; `NaN` never gets in.
    #[must_use]
    pub(crate) fn join(self, other: Self) -> Self {
        Self {
            lo: self.lo.min(other.lo),
            hi: self.hi.max(other.hi),
        }
    }

    /// The extent with one value more; `NaN` and infinities count as absent.
    #[must_use]
    pub(crate) fn with(self, value: f64) -> Self {
        if value.is_finite() {
            self.join(Self {
                lo: value,
                hi: value,
            })
        } else {
            self
        }
    }
}

/// One column of samples with its extremes at every power of sixteen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pyramid {
    raw: Vec<f64>,
    levels: Vec<Vec<Extent>>,
}

impl Pyramid {
    /// Appends a sample in amortised constant time; `NaN` is an absent one.
    pub(crate) fn push(&mut self, value: f64) {
        let at = self.raw.len();
        bound::push(&mut self.raw, value, bound::SAMPLES);
        self.note(at, Extent::EMPTY.with(value));
    }

    /// A column of samples that were kept elsewhere.
    pub(crate) fn of(values: impl Iterator<Item = f64>) -> Self {
        let mut made = Self::default();
        values.for_each(|value| made.push(value));
        made
    }

    /// Makes fewer samples of those in front.
    pub(crate) fn thin(&mut self, parts: &[Part]) {
        thin::thin(&mut self.raw, parts, thin::extremes);
        self.levels.clear();
        for at in 0..self.raw.len() {
            self.note(at, Extent::EMPTY.with(self.raw[at]));
        }
    }

    /// Bytes held, in use or not.
    #[cfg(test)]
    pub(crate) fn bytes(&self) -> usize {
        let nodes: usize = self.levels.iter().map(Vec::capacity).sum();
        self.raw.capacity() * size_of::<f64>()
            + nodes * size_of::<Extent>()
            + self.levels.capacity() * size_of::<Vec<Extent>>()
    }

    /// Takes sample number `at`, the latest, into every level.
    fn note(&mut self, mut at: usize, one: Extent) {
        for level in 0.. {
            if at < FAN && level >= self.levels.len() {
                break;
            }
            at /= FAN;
            if level == self.levels.len() {
                let below = self
                    .levels
                    .last()
                    .map(|nodes| join(Extent::EMPTY, &nodes[..FAN]));
                let first = below.unwrap_or_else(|| self.scan(0, FAN));
                self.levels.push(vec![first]);
            }
            let nodes = &mut self.levels[level];
            if at == nodes.len() {
                bound::push(nodes, one, bound::SAMPLES / FAN);
            } else {
                nodes[at] = nodes[at].join(one);
            }
        }
    }

    /// One sample; `NaN` where absent or out of range.
    pub(crate) fn value(&self, index: usize) -> f64 {
        self.raw.get(index).copied().unwrap_or(f64::NAN)
    }

    /// The exact extremes of the samples `start..end`, in time logarithmic in the range.
    pub(crate) fn extent(&self, start: usize, end: usize) -> Extent {
        let (mut start, mut end) = (start, end.min(self.raw.len()));
        if start >= end {
            return Extent::EMPTY;
        }
        let (inner, last) = (start.next_multiple_of(FAN), end - end % FAN);
        if inner >= last || self.levels.is_empty() {
            return self.scan(start, end);
        }
        let mut found = self.scan(start, inner).join(self.scan(last, end));
        (start, end) = (inner / FAN, last / FAN);
        for (level, nodes) in self.levels.iter().enumerate() {
            let (inner, last) = (start.next_multiple_of(FAN), end - end % FAN);
            if inner >= last || level + 1 == self.levels.len() {
                return join(found, &nodes[start..end]);
            }
            found = join(join(found, &nodes[start..inner]), &nodes[last..end]);
            (start, end) = (inner / FAN, last / FAN);
        }
        found
    }

    fn scan(&self, start: usize, end: usize) -> Extent {
        self.raw[start..end]
            .iter()
            .fold(Extent::EMPTY, |found, &value| found.with(value))
    }
}

fn join(found: Extent, nodes: &[Extent]) -> Extent {
    nodes.iter().fold(found, |found, &node| found.join(node))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Noise(u64);

    impl Noise {
        fn next(&mut self) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0
        }
    }

    #[test]
    fn every_range_agrees_with_the_naive_twin() {
        let mut noise = Noise(0x9E37_79B9_7F4A_7C15);
        let mut pyramid = Pyramid::default();
        let mut twin = Vec::new();
        for count in 0..9_000_usize {
            let value = if noise.next().is_multiple_of(11) {
                f64::NAN
            } else {
                (noise.next() % 2_000_001) as f64 - 1e6
            };
            pyramid.push(value);
            twin.push(value);
            let ranges = if count < 600 { 8 } else { 1 };
            for _ in 0..ranges {
                let a = noise.next() as usize % (count + 2);
                let b = noise.next() as usize % (count + 2);
                let (a, b) = (a.min(b), a.max(b));
                let naive = twin[a.min(count + 1)..b.min(count + 1)]
                    .iter()
                    .fold(Extent::EMPTY, |found, &value| found.with(value));
                assert_eq!(pyramid.extent(a, b), naive, "{a}..{b} of {}", count + 1);
            }
        }
        assert_eq!(pyramid.raw.len(), 9_000);
    }

    #[test]
    fn nothing_and_only_absent_values_have_no_extent() {
        let mut pyramid = Pyramid::default();
        assert!(pyramid.extent(0, 10).is_empty());
        (0..40).for_each(|_| pyramid.push(f64::NAN));
        assert!(pyramid.extent(0, 40).is_empty());
        assert!(pyramid.value(40).is_nan());
    }
}
