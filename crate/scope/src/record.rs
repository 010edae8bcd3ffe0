//! Everything that was measured in a run, and what the panels make of it.

use crate::clock::Clock;
use crate::error::Problem;
use crate::history::History;
use crate::marks::{Kind, Mark, Marks};
use crate::panel::{Panel, Series};
use std::collections::BTreeMap;

/// One run: samples, sparse series and events on one time line.
#[derive(Clone, Debug)]
pub struct Record {
    panels: Vec<Panel>,
    history: Option<History>,
    sparse: BTreeMap<String, History>,
    marks: Marks,
    clock: Clock,
}

impl Record {
    /// An empty run.
    pub fn new(panels: Vec<Panel>) -> Self {
        let sparse = panels
            .iter()
            .flat_map(|panel| &panel.series)
            .filter(|series| series.column().is_none())
            .map(|series| (series.id.clone(), History::new(1)))
            .collect();
        Self {
            panels,
            history: None,
            sparse,
            marks: Marks::default(),
            clock: Clock::default(),
        }
    }

    /// Adds a sample: its time in ms, then one value a meter. The first one fixes the number of meters.
    ///
    /// # Errors
    /// `scope.row-length`; the sample is left out.
    pub fn sample(&mut self, row: &[f64]) -> Result<(), Problem> {
        let least = self
            .series()
            .map(|series| series.column + 1)
            .max()
            .unwrap_or(0)
            .max(1) as usize;
        let wanted = self
            .history
            .as_ref()
            .map_or(row.len().max(least), |history| history.width() + 1);
        if row.len() != wanted {
            return Err(Problem::row_length(row.len(), wanted));
        }
        if row[0].is_finite() {
            let time = self.clock.tick(row[0]);
            self.history
                .get_or_insert_with(|| History::new(wanted - 1))
                .push(time, &row[1..]);
        }
        Ok(())
    }

    /// Adds one value of a sparse series.
    ///
    /// # Errors
    /// `scope.unknown-series`; the value is left out.
    pub fn point(&mut self, id: &str, time: f64, value: f64) -> Result<(), Problem> {
        let time = self.clock.place(time);
        let series = self
            .sparse
            .get_mut(id)
            .ok_or_else(|| Problem::unknown_series(id))?;
        if time.is_finite() {
            series.push(time, &[value]);
        }
        Ok(())
    }

    /// Adds an event.
    ///
    /// # Errors
    /// `scope.unknown-mark`; the event is kept as a note.
    pub fn mark(&mut self, time: f64, kind: &str, text: String) -> Result<(), Problem> {
        let parsed = Kind::parse(kind);
        let time = self.clock.place(time);
        self.marks.add(Mark {
            time,
            kind: parsed.unwrap_or(Kind::Note),
            text,
        });
        parsed
            .map(|_| ())
            .ok_or_else(|| Problem::unknown_mark(kind))
    }

    /// What is shown, top to bottom.
    pub fn panels(&self) -> &[Panel] {
        &self.panels
    }

    /// Whether each panel is shown: one with sparse series only waits for its first value.
    pub fn shown(&self) -> Vec<bool> {
        let shown = |panel: &Panel| panel.series.iter().any(|series| self.may_have(series));
        self.panels.iter().map(shown).collect()
    }

    fn may_have(&self, series: &Series) -> bool {
        let known = |history: &History| !history.extent(0, 0, history.len()).is_empty();
        series.column().is_some() || self.sparse.get(&series.id).is_some_and(known)
    }

    /// The samples; `None` before the first one.
    pub fn history(&self) -> Option<&History> {
        self.history.as_ref()
    }

    /// The events.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// Where a series' values are: its history and the column in it.
    pub fn source(&self, series: &Series) -> Option<(&History, usize)> {
        match series.column() {
            Some(column) => Some((self.history.as_ref()?, column)),
            None => Some((self.sparse.get(&series.id)?, 0)),
        }
    }

    /// Time of the first sample, in ms.
    pub fn origin(&self) -> Option<f64> {
        self.history.as_ref()?.times().first().copied()
    }

    /// Time of the latest sample, in ms.
    pub fn now(&self) -> Option<f64> {
        self.history.as_ref()?.last_time()
    }

    fn series(&self) -> impl Iterator<Item = &Series> {
        self.panels.iter().flat_map(|panel| &panel.series)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::Style;

    fn series(id: &str, column: i32) -> Series {
        Series {
            id: id.into(),
            title: id.into(),
            column,
            style: Style::Line,
            within: None,
        }
    }

    fn panel(id: &str, series: Vec<Series>) -> Panel {
        Panel {
            id: id.into(),
            title: id.into(),
            unit: crate::format::Unit::Bytes,
            series,
        }
    }

    fn record() -> Record {
        Record::new(vec![
            panel("heap", vec![series("used", 1), series("agents", -1)]),
            panel("page", vec![series("page", -1), series("process", -1)]),
        ])
    }

    #[test]
    fn a_panel_of_points_waits_for_the_first() {
        let mut record = record();
        assert_eq!(record.shown(), [true, false]);
        record.point("agents", 5.0, 1.0).unwrap();
        record.point("process", 5.0, f64::NAN).unwrap();
        assert_eq!(record.shown(), [true, false]);
        record.point("process", 6.0, 1.0).unwrap();
        assert_eq!(record.shown(), [true, true]);
    }

    #[test]
    fn rows_of_the_wrong_length_are_left_out() {
        let mut record = record();
        assert_eq!(record.sample(&[]).unwrap_err().code, "scope.row-length");
        assert_eq!(record.sample(&[1.0]).unwrap_err().code, "scope.row-length");
        assert!(record.sample(&[1.0, 2.0, 3.0]).is_ok());
        assert_eq!(
            record.sample(&[2.0, 2.0]).unwrap_err().code,
            "scope.row-length"
        );
        assert!(record.sample(&[f64::NAN, 2.0, 3.0]).is_ok());
        assert_eq!(record.history().unwrap().len(), 1);
    }

    #[test]
    fn unknown_names_are_reported() {
        let mut record = record();
        assert!(record.point("agents", 5.0, 1.0).is_ok());
        assert_eq!(
            record.point("nobody", 5.0, 1.0).unwrap_err().code,
            "scope.unknown-series"
        );
        assert!(record.mark(5.0, "start", String::new()).is_ok());
        assert_eq!(
            record.mark(6.0, "party", String::new()).unwrap_err().code,
            "scope.unknown-mark"
        );
        assert_eq!(record.marks().between(0.0, 9.0)[1].kind, Kind::Note);
    }
}
