//! Files that do not belong together.

use crate::Problem;

/// Why files cannot be graded.
#[derive(Debug)]
pub(super) enum Wrong {
    /// One file twice.
    Same,
    /// The second was taken first.
    Reversed,
    /// They are of two processes.
    Strangers,
    /// One of them is of another page.
    NotOurs,
    /// The page was loaded anew in between.
    Reloaded,
    /// Too much ran for all to be told.
    LeftOut,
    /// No units of this variant were made in between, but what these sentences say.
    NoUnits(String),
    /// What was made was let go before the second.
    Gone,
    /// Not all of it was let go before the third.
    Kept,
    /// More was made before the third.
    More,
}

impl From<Wrong> for Problem {
    fn from(wrong: Wrong) -> Self {
        const AGAIN: &str = "Take snapshot 1, make units, take snapshot 2, and save both.";
        let instead = match &wrong {
            Wrong::NoUnits(instead) => instead,
            _ => "",
        };
        let (code, message, advice) = match &wrong {
            Wrong::Same => (
                "grade.same-file",
                "Both files are the same snapshot.",
                AGAIN,
            ),
            Wrong::Reversed => (
                "grade.reversed",
                "The second file was taken before the first.",
                "Give them in the order in which they were taken.",
            ),
            Wrong::Strangers => (
                "grade.strangers",
                "The files are of two processes.",
                "Take both snapshots in the same tab, without loading the page anew in between.",
            ),
            Wrong::NotOurs => (
                "grade.not-ours",
                "Not both files are snapshots of a page of Leak Lab.",
                "Take them of the Lab, with its page chosen as the JavaScript VM instance.",
            ),
            Wrong::Reloaded => (
                "grade.reloaded",
                "The page was loaded anew between the snapshots.",
                AGAIN,
            ),
            Wrong::LeftOut => (
                "grade.left-out",
                "So many scenarios ran that the first file does not tell of this one.",
                "Load the page anew, and run fewer of them.",
            ),
            Wrong::NoUnits(_) => (
                "grade.no-units",
                "No units of this variant were made between the snapshots.",
                AGAIN,
            ),
            Wrong::Gone => (
                "grade.gone",
                "What was made between the snapshots was let go before the second.",
                "Take snapshot 2 before letting go; one after it can be given as the third.",
            ),
            Wrong::Kept => (
                "grade.kept",
                "The page had not let go of all when the third snapshot was taken.",
                "Let go, wait for the collection, and take the third snapshot.",
            ),
            Wrong::More => (
                "grade.more",
                "More units were made between the second snapshot and the third.",
                "Let go after snapshot 2, and take the third before anything else is made.",
            ),
        };
        Self {
            code,
            message: format!("{message}{instead}"),
            advice,
            at: None,
            partial: false,
        }
    }
}
