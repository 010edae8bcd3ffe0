//! Why a claim does not hold, or cannot be told.

use serde::Serialize;
use std::fmt;

/// What was seen instead.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Miss {
    /// The claim contradicts itself.
    Flawed {
        /// How.
        flaw: String,
    },
    /// It cannot be told: something was not read.
    NotRead {
        /// What.
        what: String,
    },
    /// There is no such row, in any snapshot of the run: a name is misspelt, or the browser calls it otherwise now.
    NoRow {
        /// Which.
        row: String,
    },
    /// The row can be there, but not as it is filtered.
    FilteredOut {
        /// Which.
        row: String,
        /// The text in *Filter by class*.
        filter: String,
    },
    /// The positive control of a zero does not show the row.
    NoControl {
        /// Which.
        row: String,
    },
    /// The units left no such object.
    NoObject {
        /// Which.
        object: String,
    },
    /// Some objects are not kept along the path.
    NotKept {
        /// How many are.
        kept: usize,
        /// Of how many.
        of: usize,
    },
    /// The number is another.
    Differs {
        /// What was seen.
        seen: f64,
        /// What was expected.
        expected: f64,
        /// How far off it may be.
        within: f64,
    },
}

impl Miss {
    pub(crate) fn not_read(what: impl Into<String>) -> Self {
        Self::NotRead { what: what.into() }
    }
}

impl fmt::Display for Miss {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flawed { flaw } => write!(out, "the claim contradicts itself: {flaw}"),
            Self::NotRead { what } => write!(out, "cannot be told: {what} was not read"),
            Self::NoRow { row } => write!(out, "no row `{row}` in any snapshot of the run"),
            Self::FilteredOut { row, filter } => {
                write!(out, "`{filter}` as the filter hides the row `{row}`")
            }
            Self::NoControl { row } => {
                write!(
                    out,
                    "a zero without proof: its control shows no row `{row}`"
                )
            }
            Self::NoObject { object } => write!(out, "no new object `{object}`"),
            Self::NotKept { kept, of } => write!(out, "{kept} of {of} objects are kept along it"),
            Self::Differs {
                seen,
                expected,
                within,
            } => write!(out, "{seen}, not {expected} (±{within})"),
        }
    }
}

impl std::error::Error for Miss {}
