//! What the chart shows, for those who hear it: data of which the page makes sentences.

use crate::events::Event;
use crate::panel::Series;
use crate::record::{Precision, Record};
use crate::view::View;

/// At most so many events are told: the latest.
const EVENTS: usize = 8;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Summary {
    /// Time on show, in ms.
    pub(crate) span: f64,
    /// Samples on show that are kept.
    pub(crate) samples: usize,
    /// Of the JS heap's meters.
    pub(crate) precision: Precision,
    /// The series of the panels on show.
    pub(crate) series: Vec<Course>,
    /// The latest events on show, their times in ms since the run's start.
    pub(crate) events: Vec<Event>,
    /// Earlier events on show that are not told.
    pub(crate) skipped: usize,
    /// Events of the whole run that were not kept.
    pub(crate) dropped: u32,
}

/// What one series did; without values where it is absent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Course {
    pub(crate) id: String,
    pub(crate) values: Option<Values>,
}

/// In the panel's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Values {
    pub(crate) first: f64,
    pub(crate) last: f64,
    pub(crate) lowest: f64,
    pub(crate) highest: f64,
}

impl Summary {
    /// Of what a view shows; `None` while that is nothing.
    pub(crate) fn new(record: &Record, view: &View) -> Option<Self> {
        let history = record.history()?;
        let start = view.start().max(view.origin);
        let samples = history
            .until(view.now)
            .saturating_sub(history.before(start));
        let shown = record.panels().iter().zip(record.shown());
        let series = shown
            .filter(|&(_, shown)| shown)
            .flat_map(|(panel, _)| &panel.series);
        let events = record.events().between(view.events_from(), view.now);
        let skipped = events.len().saturating_sub(EVENTS);
        (samples > 0).then(|| Self {
            span: view.now - start,
            samples,
            precision: record.precision(),
            series: series.map(|series| course(record, series, view)).collect(),
            events: events[skipped..]
                .iter()
                .map(|event| event.since(view.origin))
                .collect(),
            skipped,
            dropped: record.events().dropped(),
        })
    }
}

fn course(record: &Record, series: &Series, view: &View) -> Course {
    let values = record.source(series).and_then(|(history, column)| {
        let (from, to) = (history.before(view.start()), history.until(view.now));
        let known = |&index: &usize| history.value(column, index).is_finite();
        let extent = history.extent(column, from, to);
        Some(Values {
            first: history.value(column, (from..to).find(known)?),
            last: history.value(column, (from..to).rev().find(known)?),
            lowest: extent.lo,
            highest: extent.hi,
        })
    });
    Course {
        id: series.id.clone(),
        values,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::Type;
    use crate::sample_run::{event, run};
    use crate::view::Span;

    #[test]
    fn a_run_is_told_by_what_each_series_did() {
        let mut record = run();
        let view = View::new(Span::Default, 0.0, 20_000.0, 800);
        let summary = Summary::new(&record, &view).unwrap();
        assert_eq!((summary.span, summary.samples), (20_000.0, 101));
        let values = |first, last, lowest, highest| {
            Some(Values {
                first,
                last,
                lowest,
                highest,
            })
        };
        let courses: Vec<_> = summary.series.iter().map(|course| course.values).collect();
        assert_eq!(
            courses,
            [
                values(2e6, 1.2e7, 2e6, 1.2e7),
                values(1e7, 1e7, 1e7, 1e7),
                values(9.5e6, 9.5e6, 9.5e6, 9.5e6),
                values(0.0, 2_000.0, 0.0, 2_000.0),
            ]
        );
        assert_eq!(summary.events.len(), 2);
        record.event(event(-100.0, Type::Start));
        let summary = Summary::new(&record, &view).unwrap();
        assert_eq!((summary.events.len(), summary.events[0].time), (3, -100.0));
        (0..50).for_each(|_| record.event(event(4_000.0, Type::Step)));
        let summary = Summary::new(&record, &view).unwrap();
        assert_eq!((summary.events.len(), summary.skipped), (EVENTS, 45));
    }

    #[test]
    fn nothing_is_told_as_nothing() {
        let view = View::new(Span::All, 0.0, 0.0, 10);
        assert_eq!(
            Summary::new(&Record::new(Vec::new(), Precision::Exact), &view),
            None
        );
        let before = View::new(Span::All, 0.0, f64::NEG_INFINITY, 10);
        assert_eq!(Summary::new(&run(), &before), None);
    }
}
