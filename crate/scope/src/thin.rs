//! Making fewer samples of many without losing what was lowest and highest.

use std::ops::Range;

/// Samples at the front of a history, and how many of them become two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) range: Range<usize>,
    pub(crate) group: usize,
}

/// Replaces each group of the parts, which begin at the front and follow on each other, by the two that `pick` makes of it.
pub(crate) fn thin<T: Copy>(items: &mut Vec<T>, parts: &[Part], pick: impl Fn(&[T]) -> [T; 2]) {
    let (mut to, mut rest) = (0, 0);
    for Part { range, group } in parts {
        let mut from = range.start;
        while from < range.end {
            let end = range.end.min(from + group);
            let pair = pick(&items[from..end]);
            let count = 2.min(end - from);
            items[to..to + count].copy_from_slice(&pair[..count]);
            (to, from) = (to + count, end);
        }
        rest = range.end;
    }
    items.drain(to..rest);
}

/// The lowest and the highest value in the order in which they came; `NaN` only where nothing else is.
pub(crate) fn extremes(values: &[f64]) -> [f64; 2] {
    let mut known = (0..values.len()).filter(|&at| values[at].is_finite());
    let Some(first) = known.next() else {
        return [f64::NAN; 2];
    };
    let (lowest, highest) = known.fold((first, first), |(lowest, highest), at| {
        (
            if values[at] < values[lowest] {
                at
            } else {
                lowest
            },
            if values[at] > values[highest] {
                at
            } else {
                highest
            },
        )
    });
    [values[lowest.min(highest)], values[lowest.max(highest)]]
}

/// A group's times, each with whether a gap is before it: its beginning, and behind its last gap or else its middle, so
/// that gaps stay and thinned times are evenly apart.
pub(crate) fn beginnings(moments: &[(f64, bool)]) -> [(f64, bool); 2] {
    let gap = (1..moments.len()).rev().find(|&at| moments[at].1);
    let second = gap.unwrap_or(moments.len() / 2);
    [moments[0], (moments[second].0, gap.is_some())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extremes_keep_their_order_and_what_is_behind_stays() {
        let mut values = vec![1.0, 9.0, 3.0, 4.0, 8.0, 2.0, f64::NAN, 7.0, 5.0, 6.0];
        let parts = [
            Part {
                range: 0..4,
                group: 4,
            },
            Part {
                range: 4..9,
                group: 2,
            },
        ];
        thin(&mut values, &parts, extremes);
        assert_eq!(values, [1.0, 9.0, 8.0, 2.0, 7.0, 7.0, 5.0, 6.0]);
        assert!(extremes(&[f64::NAN, f64::INFINITY])[0].is_nan());
    }

    #[test]
    fn a_gap_stays_a_gap() {
        let moments = |gaps: [bool; 4]| {
            let mut times = 3.0..;
            gaps.map(|gap| {
                times.start += 1.0;
                (times.start, gap)
            })
        };
        let thinned = |gaps| beginnings(&moments(gaps));
        assert_eq!(
            thinned([true, false, false, false]),
            [(4.0, true), (6.0, false)]
        );
        assert_eq!(
            thinned([false, true, false, false]),
            [(4.0, false), (5.0, true)]
        );
        assert_eq!(
            thinned([false, true, false, true]),
            [(4.0, false), (7.0, true)]
        );
    }
}
