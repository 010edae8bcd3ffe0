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

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal, $message:literal, $advice:literal;)*) => {
        /// Every way in which the session itself says no; the engine has its own codes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$code,)*];

            fn problem(self) -> Problem {
                let (code, message, advice) = match self {
                    $(Self::$code => ($name, $message, $advice),)*
                };
                Problem { code, message: message.into(), advice, at: None, partial: false }
            }
        }
    };
}

codes! {
    /// A file number that is not open, or no longer.
    NoSuchFile = "session.no-such-file", "There is no open file of that number.", "Use the number that opening gave; a file that was closed has to be opened again.";
    /// A question at a time when it has no answer.
    NotReady = "session.not-ready", "The file is still being read.", "Wait until opening it is done.";
    /// A question to a file of another kind.
    OtherKind = "session.other-kind", "The file is of another kind than the question is about.", "Snapshots and timelines have objects, sampling profiles have functions.";
    /// A question that cannot be read.
    BadRequest = "session.bad-request", "The question cannot be read", "The types in inspect.d.ts say what each question takes.";
}

impl Problem {
    /// A file number that is not open, or no longer.
    pub fn no_such_file() -> Self {
        Code::NoSuchFile.problem()
    }

    /// A question at a time when it has no answer.
    pub fn not_ready() -> Self {
        Code::NotReady.problem()
    }

    /// A question to a file of another kind.
    pub fn other_kind() -> Self {
        Code::OtherKind.problem()
    }

    /// A question that cannot be read.
    pub fn request(reason: impl std::fmt::Display) -> Self {
        let problem = Code::BadRequest.problem();
        Self {
            message: format!("{}: {reason}.", problem.message),
            ..problem
        }
    }

    /// A node that the file does not have.
    pub fn no_such_node() -> Self {
        heap::Error::new(heap::Code::NoSuchObject, "no such node").into()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_of_the_form_area_reason_stands_once_and_has_advice() {
        let own = Code::ALL.iter().map(|code| code.problem());
        let engine = heap::Code::ALL
            .iter()
            .map(|&code| heap::Error::new(code, "so").into());
        let all: Vec<Problem> = own.chain(engine).collect();
        for (index, problem) in all.iter().enumerate() {
            let (area, reason) = problem.code.split_once('.').expect("area.reason");
            assert!(!area.is_empty() && !reason.is_empty(), "{problem:?}");
            assert!(
                !problem.message.is_empty() && problem.advice.ends_with('.'),
                "{problem:?}"
            );
            assert!(
                all[..index].iter().all(|other| other.code != problem.code),
                "{problem:?}"
            );
        }
    }
}
