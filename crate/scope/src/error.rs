//! What can go wrong here, as a stable code with advice.

use serde::Serialize;

/// A problem the page shows: what happened and what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Stable `scope.reason` code.
    pub code: &'static str,
    /// What happened, one sentence.
    pub message: String,
    /// What to do next, one sentence.
    pub advice: &'static str,
}

impl Problem {
    /// A sample with too few or too many values.
    pub fn row_length(found: usize, wanted: usize) -> Self {
        Self {
            code: "scope.row-length",
            message: format!("A sample had {found} numbers instead of {wanted} and was left out."),
            advice: "Reload the page: the meters and the chart are not of one version.",
        }
    }

    /// Panels that cannot be read or name things that do not exist.
    pub fn panels(reason: impl std::fmt::Display) -> Self {
        Self {
            code: "scope.panels",
            message: format!("The chart's panels could not be read: {reason}."),
            advice: "Reload the page: its parts are not of one version.",
        }
    }

    /// A point for a series that no panel has.
    pub fn unknown_series(id: &str) -> Self {
        Self {
            code: "scope.unknown-series",
            message: format!(
                "A value came for the series “{id}”, which no panel shows; it was left out."
            ),
            advice: "Name one of the series with column -1 from the panels the chart was opened with.",
        }
    }

    /// A mark of a kind that does not exist.
    pub fn unknown_mark(kind: &str) -> Self {
        Self {
            code: "scope.unknown-mark",
            message: format!("“{kind}” is not a kind of mark; it is shown as a note."),
            advice: "Use one of start, stop, step, collection, let-go, reset, budget, trap, note.",
        }
    }

    /// A theme colour that is not understood.
    pub fn colour(text: &str) -> Self {
        Self {
            code: "scope.colour",
            message: format!("“{text}” is not a colour the chart can read; the one before stays."),
            advice: "Use #rrggbb, rgb(…) or color(srgb …) for the chart's colours.",
        }
    }

    /// The canvas refused to be drawn on.
    pub fn canvas(reason: impl std::fmt::Display) -> Self {
        Self {
            code: "scope.canvas",
            message: format!("The chart's canvas cannot be drawn on: {reason}."),
            advice: "Open the chart again; if it stays, close other tabs to free memory.",
        }
    }
}
