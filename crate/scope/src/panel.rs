//! What the page asks to be shown: panels one above the other, each with its series.

use crate::error::Problem;
use crate::format::Unit;
use serde::Deserialize;

/// One panel of the small multiples, with a value axis of its own.
#[derive(Clone, Debug, Deserialize)]
pub struct Panel {
    /// Stable name.
    pub id: String,
    /// Title in the reader's words.
    pub title: String,
    /// What its numbers are.
    pub unit: Unit,
    /// What is drawn in it.
    pub series: Vec<Series>,
}

/// One series of a panel.
#[derive(Clone, Debug, Deserialize)]
pub struct Series {
    /// Stable name, also of its colour.
    pub id: String,
    /// Name in the reader's words.
    pub title: String,
    /// Index into a sample's row (0 is the time); `-1` for a sparse series, which comes point by point.
    pub column: i32,
    /// How it is drawn.
    pub style: Style,
    /// The series this one is a part of, drawn behind it.
    #[serde(default)]
    pub within: Option<String>,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// A line.
    Line,
    /// A line on a lightly filled ground; its axis shows zero.
    Area,
    /// Single values, not joined.
    Dots,
}

impl Series {
    /// The history column of a dense series; `None` for a sparse one.
    pub fn column(&self) -> Option<usize> {
        usize::try_from(self.column).ok()?.checked_sub(1)
    }
}

impl Panel {
    /// Whether its axis must show zero.
    pub fn is_grounded(&self) -> bool {
        self.unit == Unit::Count || self.series.iter().any(|series| series.style == Style::Area)
    }

    /// Its series with their places in `series`, from the outermost to the innermost.
    pub fn back_to_front(&self) -> impl Iterator<Item = (usize, &Series)> {
        let all = || self.series.iter().enumerate();
        all()
            .filter(|(_, series)| series.within.is_none())
            .chain(all().filter(|(_, series)| series.within.is_some()))
    }
}

/// Checks what came over the wire: at least one panel, no column 0 (that is the time).
///
/// # Errors
/// `scope.panels`.
pub fn check(panels: Vec<Panel>) -> Result<Vec<Panel>, Problem> {
    if panels.is_empty() {
        return Err(Problem::panels("there are none"));
    }
    match panels
        .iter()
        .flat_map(|panel| &panel.series)
        .find(|series| series.column == 0 || series.column < -1)
    {
        Some(series) => Err(Problem::panels(format!(
            "series “{}” has no column",
            series.id
        ))),
        None => Ok(panels),
    }
}
