//! Which part of the run is on show, as a row of device-pixel columns.
//!
//! A column is always the same stretch of time while the span stays: columns are counted from the run's start,
//! so a picture that scrolls moves by whole columns and none of them changes its height on the way.

/// The whole run is shown in a span that grows by this factor, not with every sample.
const GROWTH: f64 = 1.25;
/// The shortest span of "all", in ms.
const SHORTEST: f64 = 10_000.0;

/// How much of the run is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Span {
    /// All of it.
    All,
    /// The last so many ms.
    Last(f64),
    /// The last thirty seconds.
    #[default]
    Default,
}

impl Span {
    /// From the page's choice in seconds; zero or less is all.
    pub(crate) fn from_seconds(seconds: f64) -> Self {
        if seconds > 0.0 && seconds.is_finite() {
            Self::Last(seconds * 1_000.0)
        } else {
            Self::All
        }
    }

    fn length(self, elapsed: f64) -> f64 {
        match self {
            Self::Last(length) => length,
            Self::Default => 30_000.0,
            Self::All if elapsed <= SHORTEST => SHORTEST,
            Self::All => {
                let steps = ((elapsed / SHORTEST).ln() / GROWTH.ln() - 1e-9).ceil();
                SHORTEST * GROWTH.powi(steps as i32)
            }
        }
    }
}

/// A row of device-pixel columns over time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct View {
    /// Time of the run's first sample, in ms; labels count from here.
    pub(crate) origin: f64,
    /// Number of the leftmost column, counted from `origin`.
    pub(crate) first: i64,
    /// Time per column, in ms.
    pub(crate) step: f64,
    /// Number of columns.
    pub(crate) width: usize,
    /// Time of the latest sample on show, in ms.
    pub(crate) now: f64,
}

impl View {
    /// The view of a run from `origin` to `now` (ms) in `width` columns.
    pub(crate) fn new(span: Span, origin: f64, now: f64, width: usize) -> Self {
        let width = width.max(1);
        let elapsed = (now - origin).max(0.0);
        // Half a column in hand, so that the latest sample never falls off the right edge by rounding.
        let step = span.length(elapsed + 1.0) / (width as f64 - 0.5);
        let last = (elapsed / step).floor() as i64 + 1;
        Self {
            origin,
            first: (last - width as i64).max(0),
            step,
            width,
            now,
        }
    }

    /// Time of a column's left edge, in ms; `column` counts from the left and may be `width`.
    pub(crate) fn time(&self, column: usize) -> f64 {
        self.origin + (self.first + column as i64) as f64 * self.step
    }

    /// Where a time falls, in columns from the left; outside of `0..width` when it is not on show.
    pub(crate) fn position(&self, time: f64) -> f64 {
        (time - self.origin) / self.step - self.first as f64
    }

    /// Whether another view has the same columns, this one's first or later ones.
    pub(crate) fn follows_into(&self, next: &Self) -> bool {
        let same = |a: f64, b: f64| a.to_bits() == b.to_bits();
        same(self.origin, next.origin)
            && same(self.step, next.step)
            && self.width == next.width
            && self.first <= next.first
    }

    /// Left edge, in ms.
    pub(crate) fn start(&self) -> f64 {
        self.time(0)
    }

    /// From when on events are on show: what happened before the first sample belongs to the run's start.
    pub(crate) fn events_from(&self) -> f64 {
        if self.first > 0 {
            self.start()
        } else {
            f64::NEG_INFINITY
        }
    }

    /// Right edge, in ms.
    pub(crate) fn end(&self) -> f64 {
        self.time(self.width)
    }

    /// Whether a time is on show.
    #[cfg(test)]
    pub(crate) fn shows(&self, time: f64) -> bool {
        time >= self.start() && time < self.end() && time <= self.now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_keep_their_time_while_scrolling() {
        let a = View::new(Span::Last(30_000.0), 7.3, 60_007.3, 333);
        let b = View::new(Span::Last(30_000.0), 7.3, 60_207.3, 333);
        assert_eq!(a.step, b.step);
        let moved = usize::try_from(b.first - a.first).unwrap();
        assert!(moved > 0);
        assert_eq!(a.time(moved), b.time(0));
    }

    #[test]
    fn the_latest_sample_is_always_inside() {
        for width in [0, 1, 7, 900] {
            for now in [0.0, 1.0, 9_999.0, 10_000.0, 12_500.0, 1e7] {
                for span in [Span::All, Span::Default, Span::from_seconds(120.0)] {
                    let view = View::new(span, 0.0, now, width);
                    assert!(view.shows(now), "{view:?}");
                }
            }
        }
    }

    #[test]
    fn all_grows_in_steps_and_shows_the_start() {
        let spans: Vec<f64> = (0..600)
            .map(|second| {
                let view = View::new(Span::All, 50.0, 50.0 + f64::from(second) * 1e3, 100);
                view.end() - view.start()
            })
            .collect();
        let mut distinct = spans.clone();
        distinct.dedup();
        assert!(distinct.len() < 25, "{}", distinct.len());
        assert!(spans.is_sorted());
        assert_eq!(
            View::new(Span::from_seconds(0.0), 50.0, 9e5, 100).start(),
            50.0
        );
    }
}
