//! Ranges and ticks a person can read, that stand still while the data moves.

use crate::pyramid::Extent;

/// A line that uses less than this part of the axis from zero gets an axis that starts higher.
const FLAT: f64 = 0.3;
/// An axis is kept until the data fills less than this part of it.
const SLACK: f64 = 0.4;

/// An axis: its ends and, between them, its ticks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Axis {
    /// Lower end, in the panel's unit.
    pub(crate) lo: f64,
    /// Upper end, in the panel's unit.
    pub(crate) hi: f64,
    /// Ticks in rising order, both ends included.
    pub(crate) ticks: Vec<f64>,
    grounded: bool,
    wanted: usize,
}

impl Axis {
    /// The axis for some data with about `wanted` steps; `grounded` axes always show zero.
    pub(crate) fn new(data: Extent, wanted: usize, grounded: bool) -> Self {
        let wanted = wanted.clamp(1, 20);
        let (mut lo, mut hi) = if data.is_empty() {
            (0.0, 1.0)
        } else {
            (data.lo.min(0.0), data.hi.max(0.0))
        };
        if !grounded && data.lo > 0.0 && data.hi - data.lo < FLAT * data.hi {
            // At least an eighth of the value, so that noise is not blown up to look like news.
            let middle = f64::midpoint(data.lo, data.hi);
            let half = (data.hi - data.lo).max(data.hi / 8.0) * 0.7;
            (lo, hi) = ((middle - half).max(0.0), middle + half);
        }
        if hi <= lo {
            hi = lo + 1.0;
        }
        let room = (hi - lo) * 0.04;
        let (below, above) = (
            if lo < 0.0 { lo - room } else { lo },
            if hi > 0.0 { hi + room } else { hi },
        );
        let step = nice_step((above - below) / wanted as f64);
        let (first, last) = ((below / step + 1e-9).floor(), (above / step - 1e-9).ceil());
        let count = (last - first).clamp(1.0, 60.0) as usize;
        let ticks: Vec<f64> = (0..=count).map(|at| (first + at as f64) * step).collect();
        Self {
            lo: ticks[0],
            hi: ticks[count],
            ticks,
            grounded,
            wanted,
        }
    }

    /// The same axis as long as the data fits well, else a new one.
    #[must_use]
    pub(crate) fn follow(self, data: Extent, wanted: usize, grounded: bool) -> Self {
        let same = self.grounded == grounded && self.wanted == wanted.clamp(1, 20);
        if same
            && !data.is_empty()
            && data.lo >= self.lo
            && data.hi <= self.hi
            && self.is_well_used(data)
        {
            return self;
        }
        if same && data.is_empty() {
            self
        } else {
            Self::new(data, wanted, grounded)
        }
    }

    fn is_well_used(&self, data: Extent) -> bool {
        let fresh = Self::new(data, self.wanted, self.grounded);
        (fresh.hi - fresh.lo) >= SLACK * (self.hi - self.lo)
    }
}

/// Ticks of a time axis between two times (ms since the run's start), about `wanted` of them.
pub(crate) fn time_ticks(start: f64, end: f64, wanted: usize) -> Vec<f64> {
    const STEPS: [f64; 18] = [
        1., 2., 5., 10., 15., 20., 30., 60., 120., 300., 600., 900., 1_800., 3_600., 7_200.,
        14_400., 21_600., 43_200.,
    ];
    let least = (end - start) / wanted.max(1) as f64 / 1_000.0;
    let days = 86_400.0 * (least / 86_400.0).ceil().max(1.0);
    let step = STEPS
        .into_iter()
        .find(|&step| step >= least)
        .unwrap_or(days)
        * 1_000.0;
    let first = (start / step - 1e-9).ceil();
    let count = ((end / step + 1e-9).floor() - first + 1.0).clamp(0.0, 60.0) as usize;
    (0..count).map(|at| (first + at as f64) * step).collect()
}

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is not less than `least`; whole, as bytes and counts are.
fn nice_step(least: f64) -> f64 {
    let least = least.max(1.0);
    let power = 10_f64.powi(least.log10().floor() as i32);
    let factor = [1.0, 2.0, 2.5, 5.0].into_iter().find(|factor| {
        let step = factor * power;
        step >= least * (1.0 - 1e-9) && step.fract() == 0.0
    });
    factor.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(lo: f64, hi: f64) -> Extent {
        Extent { lo, hi }
    }

    #[test]
    fn ticks_are_round_and_hold_the_data() {
        for (lo, hi) in [
            (0.0, 1.0),
            (3.0, 17.0),
            (0.0, 5e6),
            (-4.0, 9.0),
            (0.0, 3e14),
            (-8.0, -7.0),
            (0.0, 0.2),
        ] {
            for wanted in [1, 2, 4, 6] {
                let axis = Axis::new(extent(lo, hi), wanted, true);
                assert!(axis.lo <= lo && axis.hi >= hi, "{axis:?}");
                assert!((2..=9).contains(&axis.ticks.len()), "{axis:?}");
                assert!(
                    axis.ticks.contains(&0.0) || axis.ticks.iter().any(|tick| tick.abs() < 1e-12)
                );
            }
        }
    }

    #[test]
    fn nothing_and_a_zero_range_still_have_an_axis() {
        for data in [
            Extent::EMPTY,
            extent(0.0, 0.0),
            extent(5.0, 5.0),
            extent(-1.0, -1.0),
        ] {
            let axis = Axis::new(data, 3, false);
            assert!(axis.hi > axis.lo && axis.ticks.len() >= 2, "{axis:?}");
        }
    }

    #[test]
    fn a_flat_line_is_looked_at_closely_unless_it_stands_on_zero() {
        assert!(Axis::new(extent(9.8e6, 10.2e6), 4, false).lo > 5e6);
        assert_eq!(Axis::new(extent(9.8e6, 10.2e6), 4, true).lo, 0.0);
    }

    #[test]
    fn an_axis_stays_until_it_must_change() {
        let axis = Axis::new(extent(0.0, 8.0), 4, true);
        let kept = axis.clone().follow(extent(0.0, 7.0), 4, true);
        assert_eq!(axis, kept);
        assert!(axis.clone().follow(extent(0.0, 50.0), 4, true).hi >= 50.0);
        assert!(axis.clone().follow(extent(0.0, 1.0), 4, true).hi < 5.0);
        assert_eq!(axis.clone().follow(Extent::EMPTY, 4, true), axis);
    }

    #[test]
    fn time_ticks_fall_on_round_seconds() {
        assert_eq!(
            time_ticks(1_000.0, 31_000.0, 3),
            [10_000.0, 20_000.0, 30_000.0]
        );
        assert_eq!(
            time_ticks(0.0, 120_000.0, 4),
            [0.0, 30_000.0, 60_000.0, 90_000.0, 120_000.0]
        );
        assert!(time_ticks(0.0, 9e9, 5).len() <= 6);
    }
}
