//! Everything that was measured in a run, and what the panels make of it.

use crate::clock::Clock;
use crate::error::Problem;
use crate::events::{Event, Events};
use crate::history::History;
use crate::panel::{Panel, Series};

/// How far the readings of the JS heap can be trusted in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Precision {
    Exact,
    Bucketed,
    Absent,
}

impl Precision {
    pub(crate) const WORDS: [(&str, Self); 3] = [
        ("exact", Self::Exact),
        ("bucketed", Self::Bucketed),
        ("absent", Self::Absent),
    ];
}

/// One run: samples, sparse series and events on one time line.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    panels: Vec<Panel>,
    precision: Precision,
    history: Option<History>,
    /// Whether a meter of the history has ever been there.
    known: Vec<bool>,
    /// By series.
    sparse: Vec<(String, History)>,
    events: Events,
    clock: Clock,
}

/// What of a run is kept elsewhere, to go on with it.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub(crate) history: Option<History>,
    pub(crate) sparse: Vec<(String, History)>,
    pub(crate) events: Events,
    pub(crate) clock: Clock,
}

impl Record {
    /// An empty run.
    pub(crate) fn new(panels: Vec<Panel>, precision: Precision) -> Self {
        let sparse = panels
            .iter()
            .flat_map(|panel| &panel.series)
            .filter(|series| series.column().is_none())
            .map(|series| (series.id.clone(), History::new(1)))
            .collect();
        Self {
            panels,
            precision,
            history: None,
            known: Vec::new(),
            sparse,
            events: Events::default(),
            clock: Clock::default(),
        }
    }

    /// Goes on with a run of the same panels; `false` if it is not one.
    pub(crate) fn restore(&mut self, parts: Parts) -> bool {
        let least = self.least();
        let fits = |history: &History| history.width() + 1 >= least;
        if !parts.history.as_ref().is_none_or(fits)
            || parts.sparse.iter().any(|(_, history)| history.width() != 1)
        {
            return false;
        }
        if let Some(history) = &parts.history {
            let known = |column| !history.extent(column, 0, history.len()).is_empty();
            self.known = (0..history.width()).map(known).collect();
        }
        self.history = parts.history;
        for (id, history) in parts.sparse {
            if let Some((_, own)) = self.sparse.iter_mut().find(|(own, _)| *own == id) {
                *own = history;
            }
        }
        self.events = parts.events;
        self.clock = parts.clock;
        true
    }

    /// The least length of a row: the panels name columns up to there.
    fn least(&self) -> usize {
        let columns = self.series().map(|series| series.column + 1);
        columns.max().unwrap_or(0).max(1) as usize
    }

    /// Adds a sample: its time in ms, then one value a meter. The first one fixes the number of meters.
    ///
    /// # Errors
    /// `scope.row-length`; the sample is left out.
    pub(crate) fn sample(&mut self, row: &[f64]) -> Result<(), Problem> {
        let wanted = match &self.history {
            Some(history) => history.width() + 1,
            None => row.len().max(self.least()),
        };
        if row.len() != wanted {
            return Err(Problem::row_length(row.len(), wanted));
        }
        if row[0].is_finite() {
            let time = self.clock.tick(row[0]);
            self.known.resize(wanted - 1, false);
            for (known, value) in self.known.iter_mut().zip(&row[1..]) {
                *known |= value.is_finite();
            }
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
    pub(crate) fn point(&mut self, id: &str, time: f64, value: f64) -> Result<(), Problem> {
        let time = self.clock.place(time);
        let (_, series) = self
            .sparse
            .iter_mut()
            .find(|(own, _)| own == id)
            .ok_or_else(|| Problem::unknown_series(id))?;
        if time.is_finite() {
            series.push(time, &[value]);
        }
        Ok(())
    }

    /// Adds an event.
    pub(crate) fn event(&mut self, mut event: Event) {
        event.time = self.clock.place(event.time);
        self.events.add(event);
    }

    /// What is shown, top to bottom.
    pub(crate) fn panels(&self) -> &[Panel] {
        &self.panels
    }

    /// How far the JS heap's readings can be trusted.
    pub(crate) fn precision(&self) -> Precision {
        self.precision
    }

    /// Whether each panel is shown: one of which no meter has ever been there takes no room. Before the first sample
    /// nobody knows, and only those of sparse series wait.
    pub(crate) fn shown(&self) -> Vec<bool> {
        let shown = |panel: &Panel| panel.series.iter().any(|series| self.may_have(series));
        self.panels.iter().map(shown).collect()
    }

    /// The relative height of each panel, 0 of those that are not shown.
    pub(crate) fn heights(&self, shown: &[bool]) -> Vec<f64> {
        let heights = self.panels.iter().zip(shown);
        heights
            .map(|(panel, &shown)| if shown { panel.height } else { 0.0 })
            .collect()
    }

    fn may_have(&self, series: &Series) -> bool {
        let known = |history: &History| !history.extent(0, 0, history.len()).is_empty();
        match series.column() {
            Some(column) => self.history.is_none() || self.known.get(column) == Some(&true),
            None => self.points(&series.id).is_some_and(known),
        }
    }

    /// The samples; `None` before the first one.
    pub(crate) fn history(&self) -> Option<&History> {
        self.history.as_ref()
    }

    /// The histories of the sparse series.
    pub(crate) fn sparse(&self) -> &[(String, History)] {
        &self.sparse
    }

    fn points(&self, id: &str) -> Option<&History> {
        let found = self.sparse.iter().find(|(own, _)| own == id);
        found.map(|(_, history)| history)
    }

    pub(crate) fn clock(&self) -> Clock {
        self.clock
    }

    /// The events.
    pub(crate) fn events(&self) -> &Events {
        &self.events
    }

    /// Where a series' values are: its history and the column in it.
    pub(crate) fn source(&self, series: &Series) -> Option<(&History, usize)> {
        match series.column() {
            Some(column) => Some((self.history.as_ref()?, column)),
            None => Some((self.points(&series.id)?, 0)),
        }
    }

    /// Time of the first sample, in ms.
    pub(crate) fn origin(&self) -> Option<f64> {
        self.history.as_ref()?.times().first().copied()
    }

    /// Time of the latest sample, in ms.
    pub(crate) fn now(&self) -> Option<f64> {
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
            column,
            style: Style::Line,
            within: None,
        }
    }

    fn panel(id: &str, series: Vec<Series>) -> Panel {
        Panel {
            id: id.into(),
            unit: crate::format::Unit::Bytes,
            height: 1.0,
            series,
        }
    }

    fn record() -> Record {
        let panels = vec![
            panel("heap", vec![series("used", 1), series("agents", -1)]),
            panel("page", vec![series("page", -1), series("process", -1)]),
            panel("wasm", vec![series("linear", 2)]),
        ];
        Record::new(panels, Precision::Exact)
    }

    #[test]
    fn a_panel_of_points_waits_for_the_first() {
        let mut record = record();
        assert_eq!(record.shown(), [true, false, true]);
        record.point("agents", 5.0, 1.0).unwrap();
        record.point("process", 5.0, f64::NAN).unwrap();
        assert_eq!(record.shown(), [true, false, true]);
        record.point("process", 6.0, 1.0).unwrap();
        assert_eq!(record.shown(), [true, true, true]);
    }

    #[test]
    fn a_panel_whose_meters_are_absent_takes_no_room() {
        let mut record = record();
        record.sample(&[0.0, f64::NAN, 1.0]).unwrap();
        assert_eq!(record.shown(), [false, false, true]);
        record.sample(&[9.0, 5.0, f64::NAN]).unwrap();
        assert_eq!(record.shown(), [true, false, true]);
    }

    #[test]
    fn a_run_goes_on_in_another_record() {
        let mut first = crate::sample_run::run();
        let mut second = Record::new(first.panels().to_vec(), Precision::Exact);
        let parts = |run: &Record| Parts {
            history: run.history.clone(),
            sparse: run.sparse.clone(),
            events: run.events.clone(),
            clock: run.clock,
        };
        assert!(second.restore(parts(&first)));
        for record in [&mut first, &mut second] {
            record.sample(&[20_200.0, 1.0, 2.0, 3.0]).unwrap();
            record.point("agents", 20_300.0, 7.0).unwrap();
        }
        assert_eq!(second.shown(), first.shown());
        assert_eq!(second.events().all(), first.events().all());
        assert_eq!(second.now(), first.now());
        let read = |record: &Record| {
            let samples = record.history().unwrap().numbers();
            samples
                .chain(record.points("agents").unwrap().numbers())
                .collect::<Vec<_>>()
        };
        assert_eq!(read(&second), read(&first));
        let mut other = record();
        let mut parts = parts(&first);
        parts.history = Some(History::new(0));
        assert!(!other.restore(parts));
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
    }
}
