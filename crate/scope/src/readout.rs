//! What the meters said at one moment.

use crate::format;
use crate::layout::Layout;
use crate::panel::Series;
use crate::record::Record;
use crate::view::View;
use serde::Serialize;

/// Marks this near to the cursor are named, in CSS pixels.
const NEAR: f64 = 8.0;

/// The readout at one sample, as the page shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Readout {
    /// Where the crosshair is, in CSS pixels from the canvas' left edge.
    pub x: f64,
    /// When the sample was taken, in ms on the run's time line.
    pub time: f64,
    /// The same since the run's start, in words.
    pub clock: String,
    /// One text a series.
    pub rows: Vec<Row>,
    /// The events near it, in words.
    pub marks: Vec<String>,
}

/// One series' value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The series.
    pub id: String,
    /// Its value with its unit.
    pub text: String,
}

impl Readout {
    /// Reads sample number `index`.
    pub fn new(record: &Record, index: usize, view: &View, layout: &Layout) -> Option<Self> {
        let time = *record.history()?.times().get(index)?;
        let mut rows = Vec::new();
        for panel in record.panels() {
            for series in &panel.series {
                let value = value(record, series, index, time);
                rows.push(Row {
                    id: series.id.clone(),
                    text: format::value(panel.unit, value),
                });
            }
        }
        let near = NEAR * layout.ratio * view.step;
        let marks = record
            .marks()
            .between(time - near, (time + near).min(view.now));
        Some(Self {
            x: (f64::from(layout.left()) + view.position(time).floor()) / layout.ratio,
            time,
            clock: format::time(time - view.origin),
            rows,
            marks: marks
                .iter()
                .map(|mark| mark.describe(view.origin))
                .collect(),
        })
    }
}

/// A series' value at a sample; of a sparse series the latest one until then.
pub fn value(record: &Record, series: &Series, index: usize, time: f64) -> f64 {
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
    use crate::sample_run::run;
    use crate::view::Span;

    #[test]
    fn a_sample_is_read_with_its_units_and_events() {
        let record = run();
        let layout = Layout::new(700.0, 400.0, 2.0, &[true; 2]);
        let view = View::new(Span::Default, 0.0, 20_000.0, layout.columns());
        let readout = Readout::new(&record, 60, &view, &layout).unwrap();
        let texts: Vec<&str> = readout.rows.iter().map(|row| row.text.as_str()).collect();
        assert_eq!(texts, ["8.0 MB", "10.0 MB", "9.5 MB", "1,200"]);
        assert_eq!(readout.marks, ["0:12 start leak-objects"]);
        assert_eq!((readout.time, readout.clock.as_str()), (12_000.0, "0:12"));
        assert!(readout.x > 62.0 && readout.x < 700.0);
        let early = Readout::new(&record, 1, &view, &layout).unwrap();
        assert_eq!(early.rows[2].text, "absent");
        assert!(early.marks.is_empty());
        assert_eq!(Readout::new(&record, 9_999, &view, &layout), None);
    }
}
