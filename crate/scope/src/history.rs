//! The whole run: when each sample was taken and what every meter said.

use crate::pyramid::{Extent, Pyramid};

/// An interval this many times the usual one is a gap: the tab was hidden, nothing was measured.
const GAP: f64 = 5.0;
/// After this many gaps in a row the slower pace is the usual one.
const NEW_PACE: u32 = 3;

/// Samples in time order, one [`Pyramid`] a column.
#[derive(Clone, Debug, Default)]
pub struct History {
    times: Vec<f64>,
    columns: Vec<Pyramid>,
    breaks: Vec<usize>,
    usual: f64,
    gaps_in_a_row: u32,
}

impl History {
    /// An empty history of so many columns.
    pub fn new(columns: usize) -> Self {
        Self {
            columns: vec![Pyramid::default(); columns],
            ..Self::default()
        }
    }

    /// Appends a sample: `time` in ms, one value a column, `NaN` where absent. Missing values are absent,
    /// and a time before the last one counts as the last one.
    pub fn push(&mut self, time: f64, values: &[f64]) {
        let time = self.last_time().map_or(time, |last| time.max(last));
        if let Some(last) = self.last_time() {
            self.note_interval(time - last);
        }
        self.times.push(time);
        for (index, column) in self.columns.iter_mut().enumerate() {
            column.push(values.get(index).copied().unwrap_or(f64::NAN));
        }
    }

    fn note_interval(&mut self, interval: f64) {
        let known = self.usual > 0.0;
        if known && interval > GAP * self.usual {
            self.breaks.push(self.times.len());
            self.gaps_in_a_row += 1;
            if self.gaps_in_a_row >= NEW_PACE {
                self.usual = interval;
            }
            return;
        }
        self.gaps_in_a_row = 0;
        self.usual = if known {
            self.usual + (interval - self.usual) / 8.0
        } else {
            interval
        };
    }

    /// Number of samples.
    pub fn len(&self) -> usize {
        self.times.len()
    }

    /// Whether nothing was measured yet.
    pub fn is_empty(&self) -> bool {
        self.times.is_empty()
    }

    /// Number of columns.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// Sample times in ms, never falling.
    pub fn times(&self) -> &[f64] {
        &self.times
    }

    /// Time of the latest sample in ms.
    pub fn last_time(&self) -> Option<f64> {
        self.times.last().copied()
    }

    /// One value; `NaN` where absent or out of range.
    pub fn value(&self, column: usize, index: usize) -> f64 {
        self.columns
            .get(column)
            .map_or(f64::NAN, |column| column.value(index))
    }

    /// Exact extremes of one column over the samples `start..end`.
    pub fn extent(&self, column: usize, start: usize, end: usize) -> Extent {
        self.columns
            .get(column)
            .map_or(Extent::EMPTY, |column| column.extent(start, end))
    }

    /// Whether a line may be drawn from the sample before to this one.
    pub fn joined(&self, index: usize) -> bool {
        index > 0 && index < self.len() && self.breaks.binary_search(&index).is_err()
    }

    /// Number of samples before `time`.
    pub fn before(&self, time: f64) -> usize {
        self.times.partition_point(|&at| at < time)
    }

    /// Number of samples until `time`, that moment included.
    pub fn until(&self, time: f64) -> usize {
        self.times.partition_point(|&at| at <= time)
    }

    /// The sample among the first `len` that is nearest to `time`.
    pub fn nearest(&self, time: f64, len: usize) -> Option<usize> {
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
}
