//! What the page asks to be shown: panels one above the other, each with its series.

use crate::error::Problem;
use crate::format::Unit;

/// One panel of the small multiples, with a value axis of its own.
#[derive(Clone, Debug)]
pub(crate) struct Panel {
    /// Stable name.
    pub(crate) id: String,
    /// What its numbers are.
    pub(crate) unit: Unit,
    /// How high it is beside others; 1 when nothing is said.
    pub(crate) height: f64,
    /// What is drawn in it.
    pub(crate) series: Vec<Series>,
}

/// One series of a panel.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    /// Stable name, also of its color.
    pub(crate) id: String,
    /// Index into a sample's row (0 is the time); `-1` for a sparse series, which comes point by point.
    pub(crate) column: i32,
    /// How it is drawn.
    pub(crate) style: Style,
    /// The series this one is a part of, drawn behind it.
    pub(crate) within: Option<String>,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// A line.
    Line,
    /// A line on a lightly filled ground; its axis shows zero.
    Area,
    /// Single values, not joined.
    Dots,
}

impl Style {
    pub(crate) const WORDS: [(&str, Self); 3] = [
        ("line", Self::Line),
        ("area", Self::Area),
        ("dots", Self::Dots),
    ];
}

impl Series {
    /// The history column of a dense series; `None` for a sparse one.
    pub(crate) fn column(&self) -> Option<usize> {
        usize::try_from(self.column).ok()?.checked_sub(1)
    }
}

impl Panel {
    /// Whether its axis must show zero: where values are compared, not where one alone is followed.
    pub(crate) fn is_grounded(&self) -> bool {
        (self.unit == Unit::Count && self.series.len() > 1)
            || self.series.iter().any(|series| series.style == Style::Area)
    }

    /// Its series with their places in `series`, from the outermost to the innermost.
    pub(crate) fn back_to_front(&self) -> impl Iterator<Item = (usize, &Series)> {
        let all = || self.series.iter().enumerate();
        all()
            .filter(|(_, series)| series.within.is_none())
            .chain(all().filter(|(_, series)| series.within.is_some()))
    }
}

/// Checks what came over the wire: at least one panel, each of some height, no column 0 (that is the time).
///
/// # Errors
/// `scope.panels`.
pub(crate) fn check(panels: Vec<Panel>) -> Result<Vec<Panel>, Problem> {
    if panels.is_empty() {
        return Err(Problem::panels("there are none"));
    }
    for panel in &panels {
        if !(panel.height > 0.0 && panel.height <= 100.0) {
            return Err(Problem::panels(format!("“{}” has no height", panel.id)));
        }
        let wrong = |series: &&Series| series.column == 0 || series.column < -1;
        if let Some(series) = panel.series.iter().find(wrong) {
            return Err(Problem::panels(format!("“{}” has no column", series.id)));
        }
    }
    Ok(panels)
}
