//! The whole run: when each sample was taken and what every meter said.

use crate::bound;
use crate::pyramid::{Extent, Pyramid};
use crate::thin::{self, Part};

/// An interval this many times the usual one is a gap: the tab was hidden, nothing was measured.
const GAP: f64 = 5.0;
/// After this many gaps in a row the slower pace is the usual one.
const NEW_PACE: u32 = 3;
/// Readings closer together than this, in ms, say nothing of the pace: the meters are read twice in a tick.
const SHORTEST: f64 = 25.0;

/// A history of more columns than this was never one.
const WIDEST: usize = 1_024;

/// Samples in time order, one [`Pyramid`] a column. Never more than [`bound::SAMPLES`]: the older ones thin out.
#[derive(Clone, Debug)]
pub(crate) struct History {
    times: Vec<f64>,
    columns: Vec<Pyramid>,
    /// Whether a gap is before a sample.
    gaps: Vec<bool>,
    usual: f64,
    gaps_in_a_row: u32,
    /// So many in front were thinned, and each stands for so many.
    coarse: usize,
    weight: usize,
    edition: u32,
}

impl History {
    /// An empty history of so many columns.
    pub(crate) fn new(columns: usize) -> Self {
        Self {
            times: Vec::new(),
            columns: vec![Pyramid::default(); columns],
            gaps: Vec::new(),
            usual: 0.0,
            gaps_in_a_row: 0,
            coarse: 0,
            weight: 1,
            edition: 0,
        }
    }

    /// Appends a sample: `time` in ms, one value a column, `NaN` where absent. Missing values are absent,
    /// and a time before the last one counts as the last one.
    pub(crate) fn push(&mut self, time: f64, values: &[f64]) {
        if self.len() >= bound::SAMPLES {
            self.thin();
        }
        let time = self.last_time().map_or(time, |last| time.max(last));
        let gap = self
            .last_time()
            .is_some_and(|last| self.is_gap(time - last));
        bound::push(&mut self.times, time, bound::SAMPLES);
        bound::push(&mut self.gaps, gap, bound::SAMPLES);
        for (index, column) in self.columns.iter_mut().enumerate() {
            column.push(values.get(index).copied().unwrap_or(f64::NAN));
        }
    }

    /// Whether nothing was measured in an interval; learns the pace from it.
    fn is_gap(&mut self, interval: f64) -> bool {
        if interval < SHORTEST {
            return false;
        }
        if self.usual > 0.0 && interval > GAP * self.usual {
            self.gaps_in_a_row += 1;
            if self.gaps_in_a_row >= NEW_PACE {
                self.usual = interval;
            }
            return true;
        }
        self.gaps_in_a_row = 0;
        self.usual = if self.usual > 0.0 {
            // By time, not by number: a burst of readings is no new pace.
            let part = (interval / self.usual / 8.0).min(0.25);
            self.usual + (interval - self.usual) * part
        } else {
            interval
        };
        false
    }

    /// Makes room in front of the latest [`bound::FINE`] samples: those that were not thinned yet become as coarse as the
    /// others; when little is to be had of that, all of them become coarser.
    fn thin(&mut self) {
        let end = self.len().saturating_sub(bound::FINE);
        let coarser = self.weight == 1 || self.coarse > bound::COARSE / 2;
        let old = if coarser { 4 } else { 2 };
        self.weight *= old / 2;
        let parts = [
            Part {
                range: 0..self.coarse,
                group: old,
            },
            Part {
                range: self.coarse..end,
                group: 2 * self.weight,
            },
        ];
        let fine = self.len() - end;
        let moments = self.times.drain(..).zip(self.gaps.drain(..));
        let mut moments: Vec<(f64, bool)> = moments.collect();
        thin::thin(&mut moments, &parts, thin::beginnings);
        for (time, gap) in moments {
            self.times.push(time);
            self.gaps.push(gap);
        }
        self.columns
            .iter_mut()
            .for_each(|column| column.thin(&parts));
        self.coarse = self.len() - fine;
        self.edition += 1;
    }

    /// Changes whenever samples were thinned and so have other numbers.
    pub(crate) fn edition(&self) -> u32 {
        self.edition
    }

    /// All of it as numbers, for [`Self::of_numbers`]: five of its own, then a row a sample.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = f64> {
        let own = [
            self.width() as f64,
            self.coarse as f64,
            self.weight as f64,
            self.usual,
            f64::from(self.edition),
        ];
        let row = |at: usize| {
            let values = self.columns.iter().map(move |column| column.value(at));
            [self.times[at], f64::from(u8::from(self.gaps[at]))]
                .into_iter()
                .chain(values)
        };
        own.into_iter().chain((0..self.len()).flat_map(row))
    }

    /// How many those are.
    pub(crate) fn number_count(&self) -> usize {
        5 + self.len() * (2 + self.width())
    }

    /// A history from its numbers; `None` if they are not those of one.
    pub(crate) fn of_numbers(numbers: &[f64]) -> Option<Self> {
        let (&[width, coarse, weight, usual, edition], rows) = numbers.split_first_chunk()?;
        let (width, coarse, weight) = (width as usize, coarse as usize, weight as usize);
        let row = width.min(WIDEST) + 2;
        let len = rows.len() / row;
        let whole = width <= WIDEST && rows.len() == len * row;
        if !whole || len > bound::SAMPLES || coarse > len || weight == 0 {
            return None;
        }
        let column = |at: usize| rows.iter().skip(at).step_by(row).copied();
        let mut times = Vec::with_capacity(len);
        times.extend(column(0));
        if !times.is_sorted() {
            return None;
        }
        Some(Self {
            times,
            columns: (0..width).map(|at| Pyramid::of(column(at + 2))).collect(),
            gaps: column(1).map(|gap| gap != 0.0).collect(),
            usual,
            gaps_in_a_row: 0,
            coarse,
            weight,
            edition: edition as u32,
        })
    }

    /// Bytes held, in use or not.
    #[cfg(test)]
    pub(crate) fn bytes(&self) -> usize {
        self.times.capacity() * size_of::<f64>()
            + self.gaps.capacity()
            + self.columns.iter().map(Pyramid::bytes).sum::<usize>()
    }

    /// Number of samples.
    pub(crate) fn len(&self) -> usize {
        self.times.len()
    }

    /// Number of columns.
    pub(crate) fn width(&self) -> usize {
        self.columns.len()
    }

    /// Sample times in ms, never falling.
    pub(crate) fn times(&self) -> &[f64] {
        &self.times
    }

    /// Time of the latest sample in ms.
    pub(crate) fn last_time(&self) -> Option<f64> {
        self.times.last().copied()
    }

    /// One value; `NaN` where absent or out of range.
    pub(crate) fn value(&self, column: usize, index: usize) -> f64 {
        self.columns
            .get(column)
            .map_or(f64::NAN, |column| column.value(index))
    }

    /// Exact extremes of one column over the samples `start..end`.
    pub(crate) fn extent(&self, column: usize, start: usize, end: usize) -> Extent {
        self.columns
            .get(column)
            .map_or(Extent::EMPTY, |column| column.extent(start, end))
    }

    /// Whether a line may be drawn from the sample before to this one.
    pub(crate) fn joined(&self, index: usize) -> bool {
        index > 0 && index < self.len() && !self.gaps[index]
    }

    /// Number of samples before `time`.
    pub(crate) fn before(&self, time: f64) -> usize {
        self.times.partition_point(|&at| at < time)
    }

    /// Number of samples until `time`, that moment included.
    pub(crate) fn until(&self, time: f64) -> usize {
        self.times.partition_point(|&at| at <= time)
    }

    /// The sample among the first `len` that is nearest to `time`.
    pub(crate) fn nearest(&self, time: f64, len: usize) -> Option<usize> {
        let len = len.min(self.len());
        let after = self.before(time).min(len.checked_sub(1)?);
        let before = after.saturating_sub(1);
        let closer = (self.times[after] - time).abs() < (time - self.times[before]).abs();
        Some(if closer { after } else { before })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(times: &[f64]) -> History {
        let mut history = History::new(1);
        for &time in times {
            history.push(time, &[time]);
        }
        history
    }

    #[test]
    fn a_hidden_tab_leaves_a_gap() {
        let history = at(&[0.0, 200.0, 400.0, 9_000.0, 9_200.0]);
        let joined: Vec<bool> = (0..5).map(|index| history.joined(index)).collect();
        assert_eq!(joined, [false, true, true, false, true]);
    }

    #[test]
    fn a_slower_pace_becomes_the_usual_one() {
        let history = at(&[0.0, 50.0, 100.0, 1_100.0, 2_100.0, 3_100.0, 4_100.0]);
        assert!(!history.joined(3) && !history.joined(5) && history.joined(6));
    }

    #[test]
    fn the_nearest_sample_is_found() {
        let history = at(&[0.0, 100.0, 200.0]);
        assert_eq!(history.nearest(-5.0, 3), Some(0));
        assert_eq!(history.nearest(140.0, 3), Some(1));
        assert_eq!(history.nearest(160.0, 3), Some(2));
        assert_eq!(history.nearest(160.0, 2), Some(1));
        assert_eq!(history.nearest(9e9, 3), Some(2));
        assert_eq!(history.nearest(0.0, 0), None);
        assert_eq!(at(&[]).nearest(0.0, 9), None);
    }

    #[test]
    fn time_never_falls_and_missing_values_are_absent() {
        let mut history = History::new(2);
        history.push(100.0, &[1.0, 2.0]);
        history.push(40.0, &[3.0]);
        assert_eq!(history.times(), [100.0, 100.0]);
        assert!(history.value(1, 1).is_nan() && history.value(7, 0).is_nan());
    }

    #[test]
    fn readings_within_a_tick_are_no_pace() {
        let mut times = vec![0.0, 0.1, 200.0];
        times.extend((0..100).map(|at| 200.0 + 0.2 * f64::from(at)));
        times.extend([400.0, 600.0, 800.0]);
        let history = at(&times);
        let broken = (1..history.len()).filter(|&index| !history.joined(index));
        assert_eq!(broken.count(), 0);
        assert!(!at(&[0.0, 0.1, 200.0, 400.0, 9_000.0]).joined(4));
    }

    /// 12,000 samples are ten minutes at the fastest rate, 72,000 an hour.
    #[test]
    fn any_length_of_run_takes_the_same_bytes_and_keeps_its_extremes() {
        let mut history = History::new(10);
        let mut twin = [Extent::EMPTY; 10];
        let mut push = |history: &mut History, range: std::ops::Range<u32>| {
            for at in range {
                let mut row = [0.0; 10];
                for (column, value) in (0_u32..).zip(&mut row) {
                    let noise = at.wrapping_mul(2_654_435_761).rotate_left(column) >> 8;
                    *value = f64::from(noise) + f64::from(at);
                }
                history.push(f64::from(at) * 50.0, &row);
                for (twin, value) in twin.iter_mut().zip(row) {
                    *twin = twin.with(value);
                }
            }
            for (column, twin) in twin.iter().enumerate() {
                assert_eq!(history.extent(column, 0, history.len()), *twin);
            }
        };
        push(&mut history, 0..12_000);
        let ten_minutes = history.bytes();
        assert!(ten_minutes < 1_250_000, "{ten_minutes}");
        push(&mut history, 12_000..72_000);
        assert_eq!(history.bytes(), ten_minutes);
        push(&mut history, 72_000..792_000);
        assert_eq!(history.bytes(), ten_minutes);
        assert!(history.len() <= bound::SAMPLES && history.len() > bound::FINE);
        assert_eq!(history.times()[0], 0.0);
        assert!(history.times().is_sorted());
        // Evenly: no two neighbours are further apart than a few of the coarse ones are on average.
        let mean = history.times()[history.coarse] / history.coarse as f64;
        let widest = history.times().windows(2).map(|pair| pair[1] - pair[0]);
        assert!(widest.fold(0.0, f64::max) < 4.0 * mean);
        assert!((1..history.len()).all(|at| history.joined(at)));
    }

    #[test]
    fn a_spike_and_a_gap_of_long_ago_are_still_there() {
        let mut history = History::new(1);
        for at in 0..200_000 {
            let pause = if at < 1_000 { 0.0 } else { 600_000.0 };
            // Not of the same group as the gap: within a group only the order of its extremes is kept.
            let spike = if at == 77 { 1e9 } else { 1.0 };
            history.push(f64::from(at) * 50.0 + pause, &[spike]);
        }
        let until = history.until(100_000.0);
        assert_eq!(history.extent(0, 0, until).hi, 1e9);
        assert_eq!(history.extent(0, until, history.len()).hi, 1.0);
        let broken = (1..history.len()).filter(|&at| !history.joined(at));
        let gaps: Vec<f64> = broken.map(|at| history.times()[at]).collect();
        assert_eq!(gaps, [650_000.0]);
    }

    #[test]
    fn a_history_made_of_its_numbers_is_the_same() {
        for count in [0, 3, 40_000] {
            let mut history = History::new(2);
            (0..count)
                .for_each(|at| history.push(f64::from(at) * 50.0, &[f64::from(at), f64::NAN]));
            let numbers: Vec<f64> = history.numbers().collect();
            assert_eq!(numbers.len(), history.number_count());
            let mut again = History::of_numbers(&numbers).unwrap();
            for more in 0..9_000 {
                let (time, value) = (f64::from(count + more) * 50.0, f64::from(more));
                history.push(time, &[value, 1.0]);
                again.push(time, &[value, 1.0]);
            }
            let bits =
                |history: &History| -> Vec<u64> { history.numbers().map(f64::to_bits).collect() };
            assert!(bits(&again) == bits(&history), "{count}");
            assert_eq!(again.extent(0, 0, 99), history.extent(0, 0, 99));
        }
        for wrong in [
            &[][..],
            &[2.0; 5],
            &[1e300, 0.0, 1.0, 0.0, 0.0],
            &[0.0, 0.0, 0.0, 0.0, 0.0],
            &[1.0, 0.0, 1.0, 0.0, 0.0, 7.0],
        ] {
            assert!(History::of_numbers(wrong).is_none(), "{wrong:?}");
        }
    }
}
