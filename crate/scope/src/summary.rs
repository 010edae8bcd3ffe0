//! The chart in plain words, for those who hear it.

use crate::format;
use crate::panel::{Panel, Series};
use crate::record::Record;
use crate::view::View;
use std::fmt::Write as _;

/// At most so many events are read out: the latest.
const EVENTS: usize = 8;

/// Span, what every series did in it, and the events.
pub fn summary(record: &Record, view: &View) -> String {
    let Some(history) = record.history() else {
        return "Nothing was measured yet.".into();
    };
    let start = view.start().max(view.origin);
    let samples = history.until(view.now) - history.before(start);
    let mut text = format!("{}, {samples} samples.", format::duration(view.now - start));
    let panels = record.panels().iter().zip(record.shown());
    for (panel, _) in panels.filter(|&(_, shown)| shown) {
        let _ = write!(text, " {}:", panel.title);
        for (at, series) in panel.series.iter().enumerate() {
            let _ = write!(
                text,
                "{} {}",
                if at == 0 { "" } else { ";" },
                describe(record, panel, series, view)
            );
        }
        text.push('.');
    }
    let marks = record.marks().between(start, view.now);
    let skipped = marks.len().saturating_sub(EVENTS);
    if !marks.is_empty() {
        text.push_str(" Events: ");
        if skipped > 0 {
            let _ = write!(text, "{skipped} earlier ones, then ");
        }
        let latest: Vec<String> = marks[skipped..]
            .iter()
            .map(|mark| mark.describe(view.origin))
            .collect();
        text.push_str(&latest.join(", "));
        text.push('.');
    }
    text
}

fn describe(record: &Record, panel: &Panel, series: &Series, view: &View) -> String {
    let absent = format!("{} absent", series.title);
    let Some((history, column)) = record.source(series) else {
        return absent;
    };
    let (from, to) = (history.before(view.start()), history.until(view.now));
    let extent = history.extent(column, from, to);
    if extent.is_empty() {
        return absent;
    }
    let known = |index: &usize| history.value(column, *index).is_finite();
    let (Some(first), Some(last)) = ((from..to).find(known), (from..to).rev().find(known)) else {
        return absent;
    };
    let (first, last) = (history.value(column, first), history.value(column, last));
    let say = |value: f64| format::value(panel.unit, value);
    if extent.lo >= extent.hi {
        return format!("{} steady at {}", series.title, say(last));
    }
    format!(
        "{} from {} to now {}, {}, between {} and {}",
        series.title,
        say(first),
        say(last),
        format::change(panel.unit, last - first),
        say(extent.lo),
        say(extent.hi)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_run::run;
    use crate::view::Span;

    #[test]
    fn a_run_is_told_in_words() {
        let view = View::new(Span::Default, 0.0, 20_000.0, 800);
        assert_eq!(
            summary(&run(), &view),
            "20 seconds, 101 samples. JS heap: used from 2.0 MB to now 12.0 MB, +10.0 MB, between 2.0 MB and 12.0 MB; \
             total steady at 10.0 MB; agents steady at 9.5 MB. Counts: units from 0 to now 2,000, +2,000, \
             between 0 and 2,000. Events: 0:12 start leak-objects, 0:18 collection."
        );
    }

    #[test]
    fn nothing_is_told_as_nothing() {
        let view = View::new(Span::All, 0.0, 0.0, 10);
        assert_eq!(
            summary(&Record::new(Vec::new()), &view),
            "Nothing was measured yet."
        );
    }
}
