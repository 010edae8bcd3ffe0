//! An axis as plotters wants it: ends, and the ticks we chose.

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use std::ops::Range;

/// A straight axis with ticks of its own.
#[derive(Clone, Debug)]
pub(crate) struct Ticked {
    /// Both ends, in the axis' unit.
    pub(crate) range: Range<f64>,
    /// Where mesh lines and labels are.
    pub(crate) ticks: Vec<f64>,
    /// One a tick.
    pub(crate) labels: Vec<String>,
}

impl Ranged for Ticked {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let part = (value - self.range.start) / (self.range.end - self.range.start);
        limit.0 + (part * f64::from(limit.1 - limit.0)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() {
            Vec::new()
        } else {
            self.ticks.clone()
        }
    }

    fn range(&self) -> Range<f64> {
        self.range.clone()
    }
}

impl ValueFormatter<f64> for Ticked {
    fn format_ext(&self, value: &f64) -> String {
        let same = |tick: &f64| tick.to_bits() == value.to_bits();
        let at = self.ticks.iter().position(same);
        at.and_then(|at| self.labels.get(at).cloned())
            .unwrap_or_default()
    }
}
