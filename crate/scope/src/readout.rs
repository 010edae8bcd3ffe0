//! What the meters said at one moment.

use crate::events::Event;
use crate::layout::Layout;
use crate::panel::Series;
use crate::record::Record;
use crate::view::View;

/// Events this near to the cursor belong to the readout, in CSS pixels.
const NEAR: f64 = 8.0;
/// At most so many events are told.
const EVENTS: usize = 6;

/// The readout at one sample.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Readout {
    /// Where the crosshair is, in CSS pixels from the canvas' left edge.
    pub(crate) x: f64,
    /// When the sample was taken, in ms since the run's start.
    pub(crate) time: f64,
    /// One value a series, `NaN` where absent.
    pub(crate) values: Vec<Value>,
    /// The events near it, their times in ms since the run's start.
    pub(crate) events: Vec<Event>,
    /// How many more there are near it.
    pub(crate) more: usize,
}

/// One series' value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Value {
    /// The series.
    pub(crate) id: String,
    /// In its panel's unit.
    pub(crate) value: f64,
}

impl Readout {
    /// Reads sample number `index`.
    pub(crate) fn new(record: &Record, index: usize, view: &View, layout: &Layout) -> Option<Self> {
        let time = *record.history()?.times().get(index)?;
        let series = record.panels().iter().flat_map(|panel| &panel.series);
        let near = NEAR * layout.ratio * view.step;
        let events = record
            .events()
            .between(time - near, (time + near).min(view.now));
        Some(Self {
            x: (f64::from(layout.left()) + view.position(time).floor()) / layout.ratio,
            time: time - view.origin,
            values: series
                .map(|series| Value {
                    id: series.id.clone(),
                    value: value(record, series, index, time),
                })
                .collect(),
            events: events
                .iter()
                .take(EVENTS)
                .map(|event| event.since(view.origin))
                .collect(),
            more: events.len().saturating_sub(EVENTS),
        })
    }
}

/// A series' value at a sample; of a sparse series the latest one until then.
pub(crate) fn value(record: &Record, series: &Series, index: usize, time: f64) -> f64 {
    let Some((history, column)) = record.source(series) else {
        return f64::NAN;
    };
    let index = match series.column() {
        Some(_) => Some(index),
        None => history.until(time).checked_sub(1),
    };
    index.map_or(f64::NAN, |index| history.value(column, index))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::Type;
    use crate::sample_run::{event, run};
    use crate::view::Span;

    #[test]
    fn a_sample_is_read_with_the_events_near_it() {
        let record = run();
        let layout = Layout::new(700.0, 400.0, 2.0, &[1.0; 2]);
        let view = View::new(Span::Default, 0.0, 20_000.0, layout.columns());
        let readout = Readout::new(&record, 60, &view, &layout).unwrap();
        let values: Vec<f64> = readout.values.iter().map(|row| row.value).collect();
        assert_eq!(values, [8e6, 1e7, 9.5e6, 1_200.0]);
        assert_eq!(readout.events, record.events().between(12_000.0, 12_000.0));
        assert_eq!((readout.time, readout.more), (12_000.0, 0));
        assert!(readout.x > 62.0 && readout.x < 700.0);
        let early = Readout::new(&record, 1, &view, &layout).unwrap();
        assert!(early.values[2].value.is_nan());
        assert!(early.events.is_empty());
        assert_eq!(Readout::new(&record, 9_999, &view, &layout), None);
    }

    #[test]
    fn a_crowd_of_events_is_counted() {
        let mut record = run();
        (0..50).for_each(|_| record.event(event(4_000.0, Type::Step)));
        let layout = Layout::new(700.0, 400.0, 2.0, &[1.0; 2]);
        let view = View::new(Span::Default, 0.0, 20_000.0, layout.columns());
        let readout = Readout::new(&record, 20, &view, &layout).unwrap();
        assert_eq!((readout.events.len(), readout.more), (6, 44));
    }
}
