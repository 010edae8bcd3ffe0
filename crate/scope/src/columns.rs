//! What one series covers in each device-pixel column.
//!
//! A line is one vertical span a column: the extent of the polyline inside it, from the samples in the column
//! and where the line crosses its two edges. The same rule holds for three samples and for a million.

use crate::history::History;
use crate::pyramid::Extent;
use crate::view::View;

/// Values of a view's columns, kept from one picture to the next: a column is finished once a later one has a sample.
#[derive(Clone, Debug, Default)]
struct Kept<T> {
    /// With the history's edition: after another, samples have other numbers.
    view: Option<(View, u32)>,
    values: Vec<T>,
}

impl<T> Kept<T> {
    /// Drops what scrolled away and what may still change; returns how many columns from the left remain.
    fn reuse(&mut self, view: &View, edition: u32) -> usize {
        let same = |old: &(View, u32)| old.0.follows_into(view) && old.1 == edition;
        if let Some((old, _)) = self.view.filter(same) {
            let gone = usize::try_from(view.first - old.first).unwrap_or(0);
            self.values.drain(..gone.min(self.values.len()));
            let finished = old.position(old.now).min(old.position(view.now)).floor() - gone as f64;
            self.values.truncate(finished.max(0.0) as usize);
        } else {
            self.values.clear();
        }
        self.view = Some((*view, edition));
        self.values.len()
    }
}

/// The sample at which each column begins: `width + 1` indices, shared by all series of one history.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cuts(Kept<usize>);

impl Cuts {
    /// Cuts the samples of a history into a view's columns.
    pub(crate) fn update(&mut self, history: &History, view: &View) {
        let times = &history.times()[..history.until(view.now)];
        let done = self.0.reuse(view, history.edition());
        let cuts = &mut self.0.values;
        let mut from = cuts.last().copied().unwrap_or(0);
        for column in done..=view.width {
            let edge = view.time(column);
            from += times[from..].partition_point(|&time| time < edge);
            cuts.push(from);
        }
    }

    /// The samples on show, from the first to behind the last.
    pub(crate) fn range(&self) -> (usize, usize) {
        (self.at(0), self.0.values.last().copied().unwrap_or(0))
    }

    fn at(&self, column: usize) -> usize {
        self.0.values.get(column).copied().unwrap_or(0)
    }
}

/// What one series covers, one extent a device-pixel column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns(Kept<Extent>);

impl Columns {
    /// The extents, left to right.
    pub(crate) fn extents(&self) -> &[Extent] {
        &self.0.values
    }

    /// Follows the line through one column of a history.
    pub(crate) fn line(&mut self, history: &History, column: usize, cuts: &Cuts, view: &View) {
        let len = history.until(view.now);
        let crossing = |at: usize| {
            let index = cuts.at(at);
            if index >= len || !history.joined(index) {
                return f64::NAN;
            }
            let (t0, t1) = (history.times()[index - 1], history.times()[index]);
            let (v0, v1) = (
                history.value(column, index - 1),
                history.value(column, index),
            );
            let part = (view.time(at) - t0) / (t1 - t0);
            if t1 > t0 { v0 + (v1 - v0) * part } else { v1 }
        };
        let done = self.0.reuse(view, history.edition());
        let mut left = crossing(done);
        for at in done..view.width {
            let right = crossing(at + 1);
            let inside = history.extent(column, cuts.at(at), cuts.at(at + 1));
            self.0.values.push(inside.with(left).with(right));
            left = right;
        }
    }

    /// Takes the samples alone, nothing joined. Values of a sparse series may come late, so nothing is kept.
    pub(crate) fn dots(&mut self, history: &History, column: usize, cuts: &Cuts, view: &View) {
        self.clear();
        let inside = |at| history.extent(column, cuts.at(at), cuts.at(at + 1));
        self.0.values.extend((0..view.width).map(inside));
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.0 = Kept::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Span;

    fn extents(samples: &[(f64, f64)], width: usize) -> Vec<Extent> {
        let mut history = History::new(1);
        for &(time, value) in samples {
            history.push(time, &[value]);
        }
        let view = View {
            origin: 0.0,
            first: 0,
            step: 1_000.0 / width as f64,
            width,
            now: 1_000.0,
        };
        let (mut cuts, mut columns) = (Cuts::default(), Columns::default());
        cuts.update(&history, &view);
        columns.line(&history, 0, &cuts, &view);
        columns.extents().to_vec()
    }

    #[test]
    fn few_samples_make_a_line() {
        let found = extents(&[(0.0, 0.0), (500.0, 50.0), (1_000.0, 0.0)], 4);
        let pairs: Vec<(f64, f64)> = found.iter().map(|extent| (extent.lo, extent.hi)).collect();
        assert_eq!(
            pairs,
            [(0.0, 25.0), (25.0, 50.0), (25.0, 50.0), (0.0, 25.0)]
        );
    }

    #[test]
    fn many_samples_keep_every_spike() {
        let samples: Vec<(f64, f64)> = (0..1_000)
            .map(|index| (f64::from(index), if index == 777 { 9.0 } else { 1.0 }))
            .collect();
        let found = extents(&samples, 10);
        assert_eq!(found.len(), 10);
        for (at, extent) in found.iter().enumerate() {
            assert_eq!(
                (extent.lo, extent.hi),
                (1.0, if at == 7 { 9.0 } else { 1.0 })
            );
        }
    }

    #[test]
    fn neighbours_touch_and_gaps_stay_open() {
        let found = extents(
            &[
                (0.0, 0.0),
                (30.0, 8.0),
                (60.0, 3.0),
                (700.0, 5.0),
                (730.0, 1.0),
            ],
            100,
        );
        assert!(found[10].is_empty() && found[50].is_empty());
        assert!(!found[1].is_empty() && !found[70].is_empty());
        for pair in found
            .windows(2)
            .filter(|pair| !pair[0].is_empty() && !pair[1].is_empty())
        {
            assert!(pair[0].lo <= pair[1].hi && pair[1].lo <= pair[0].hi);
        }
    }

    #[test]
    fn absent_values_break_the_line() {
        let found = extents(&[(0.0, 1.0), (300.0, f64::NAN), (600.0, 2.0)], 10);
        let shown: Vec<usize> = (0..10).filter(|&at| !found[at].is_empty()).collect();
        assert_eq!(shown, [0, 6]);
        assert!(extents(&[], 3).iter().all(|extent| extent.is_empty()));
    }

    #[test]
    fn columns_kept_while_scrolling_are_those_reckoned_afresh() {
        let mut history = History::new(1);
        let (mut cuts, mut columns) = (Cuts::default(), Columns::default());
        for at in 0..400_u32 {
            let gap = if at % 90 == 0 { 3_000.0 } else { 0.0 };
            let time = history.last_time().unwrap_or(0.0) + 37.0 + f64::from(at % 7) + gap;
            history.push(time, &[f64::from(at * 7919 % 101)]);
            let width = if at < 200 { 50 } else { 300 };
            // Now and then the picture is frozen a little in the past, or shows all.
            let back = if at % 50 > 40 { at.min(12) as usize } else { 0 };
            let now = history.times()[at as usize - back];
            let span = if at % 120 > 100 {
                Span::All
            } else {
                Span::Last(5_000.0)
            };
            let view = View::new(span, history.times()[0], now, width);
            cuts.update(&history, &view);
            columns.line(&history, 0, &cuts, &view);
            let (mut fresh_cuts, mut fresh) = (Cuts::default(), Columns::default());
            fresh_cuts.update(&history, &view);
            fresh.line(&history, 0, &fresh_cuts, &view);
            assert!(columns.extents() == fresh.extents(), "after {at}");
            assert_eq!(cuts.range(), fresh_cuts.range());
        }
    }

    #[test]
    fn columns_are_reckoned_afresh_when_samples_have_other_numbers() {
        let mut history = History::new(1);
        let (mut cuts, mut columns) = (Cuts::default(), Columns::default());
        for at in 0..=crate::bound::SAMPLES as u32 {
            let now = f64::from(at) * 50.0;
            history.push(now, &[f64::from(at % 97)]);
            if at as usize >= crate::bound::SAMPLES - 1 {
                let view = View::new(Span::Last(30_000.0), 0.0, now, 300);
                cuts.update(&history, &view);
                columns.line(&history, 0, &cuts, &view);
                let (mut fresh_cuts, mut fresh) = (Cuts::default(), Columns::default());
                fresh_cuts.update(&history, &view);
                fresh.line(&history, 0, &fresh_cuts, &view);
                assert!(columns.extents() == fresh.extents(), "after {at}");
            }
        }
        assert_eq!(history.edition(), 1);
    }
}
