//! What goes wrong, as JavaScript gets it.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;

/// Thrown by every method that can fail.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Problem {
    /// Stable `area.reason` code.
    pub code: &'static str,
    /// What is wrong, in a few words.
    pub message: String,
    /// What to do about it.
    pub advice: &'static str,
    /// Bytes into the uncompressed file, where there is such a place.
    #[tsify(optional)]
    pub at: Option<f64>,
    /// Whether the file can be opened without its missing end.
    pub partial: bool,
}

impl Problem {
    /// A file number that is not open, or no longer.
    pub fn no_such_file() -> Self {
        Self::own(
            "session.no-such-file",
            "There is no open file of that number.",
            "Use the number that opening gave; a file that was closed has to be opened again.",
        )
    }

    /// A question at a time when it has no answer.
    pub fn not_ready() -> Self {
        Self::own(
            "session.not-ready",
            "The file is still being read.",
            "Wait until opening it is done.",
        )
    }

    /// A question to a file of another kind.
    pub fn other_kind() -> Self {
        Self::own(
            "session.other-kind",
            "The file is of another kind than the question is about.",
            "Snapshots and timelines have objects, sampling profiles have functions.",
        )
    }

    /// A question that cannot be read.
    pub fn request(reason: impl std::fmt::Display) -> Self {
        Self {
            message: format!("The question cannot be read: {reason}."),
            ..Self::own(
                "session.bad-request",
                "",
                "The types in inspect.d.ts say what each question takes.",
            )
        }
    }

    /// A node that the file does not have.
    pub fn no_such_node() -> Self {
        heap::Error::new(heap::Code::NoSuchObject, "no such node").into()
    }

    fn own(code: &'static str, message: &str, advice: &'static str) -> Self {
        Self {
            code,
            message: message.into(),
            advice,
            at: None,
            partial: false,
        }
    }
}

impl From<heap::Error> for Problem {
    fn from(error: heap::Error) -> Self {
        let (code, advice) = (error.code.name(), error.advice());
        let at = error.at.map(|at| at as f64);
        Self {
            code,
            message: error.what,
            advice,
            at,
            partial: false,
        }
    }
}

impl From<Problem> for JsValue {
    fn from(problem: Problem) -> Self {
        serde_wasm_bindgen::to_value(&problem).unwrap_or(JsValue::NULL)
    }
}
