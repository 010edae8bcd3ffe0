//! What can go wrong here, as a stable code with advice.

/// A problem the page shows: what happened and what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Stable `scope.reason` code.
    pub(crate) code: &'static str,
    /// What happened, one sentence.
    pub(crate) message: String,
    /// What to do next, one sentence.
    pub(crate) advice: &'static str,
}

impl Problem {
    /// A sample with too few or too many values.
    pub(crate) fn row_length(found: usize, wanted: usize) -> Self {
        Self {
            code: "scope.row-length",
            message: format!("A sample had {found} numbers instead of {wanted} and was left out."),
            advice: "Reload the page: the meters and the chart are not of one version.",
        }
    }

    /// Panels that cannot be read or name things that do not exist.
    pub(crate) fn panels(reason: impl std::fmt::Display) -> Self {
        Self {
            code: "scope.panels",
            message: format!("The chart's panels could not be read: {reason}."),
            advice: "Reload the page: its parts are not of one version.",
        }
    }

    /// A point for a series that no panel has.
    pub(crate) fn unknown_series(id: &str) -> Self {
        Self {
            code: "scope.unknown-series",
            message: format!(
                "A value came for the series “{id}”, which no panel shows; it was left out."
            ),
            advice: "Name one of the series with column -1 from the panels the chart was opened with.",
        }
    }

    /// An event that is not one.
    pub(crate) fn event(reason: impl std::fmt::Display) -> Self {
        Self {
            code: "scope.event",
            message: format!("An event could not be read and was left out: {reason}."),
            advice: "Reload the page: the lab and the chart are not of one version.",
        }
    }

    /// Colors that are not numbers.
    pub(crate) fn colors(reason: impl std::fmt::Display) -> Self {
        Self {
            code: "scope.colors",
            message: format!("The chart's colors could not be read: {reason}; those before stay."),
            advice: "Reload the page; if it stays, choose another theme.",
        }
    }

    /// A recording that cannot be taken up.
    pub(crate) fn recording() -> Self {
        Self {
            code: "scope.recording",
            message: "What the chart had recorded could not be taken up again and is lost.".into(),
            advice: "Go on: a new recording has begun.",
        }
    }

    /// The canvas refused to be drawn on.
    pub(crate) fn canvas(reason: impl std::fmt::Display) -> Self {
        Self {
            code: "scope.canvas",
            message: format!("The chart's canvas cannot be drawn on: {reason}."),
            advice: "Open the chart again; if it stays, close other tabs to free memory.",
        }
    }
}
