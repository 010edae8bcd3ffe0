//! Pieces of a sentence.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

use crate::{Meter, Text, Unit};

/// A sentence.
pub type Words = Vec<Span>;

/// A piece of a sentence: in JSON an object whose first key says what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Span {
    /// `{ text }`: words.
    Text {
        /// The words.
        text: Text,
    },
    /// `{ code }`: to be typed, or read literally.
    Code {
        /// The code.
        code: Text,
    },
    /// `{ ui }`: what a button, a column, a view of `DevTools` is called.
    Ui {
        /// As `DevTools` prints it.
        ui: Text,
    },
    /// `{ strong }`: what to look for.
    Strong {
        /// What.
        strong: Words,
    },
    /// `{ meter }`: a meter of the page, under the title that the page gives it.
    Meter {
        /// Which.
        meter: Meter,
    },
    /// `{ number, signed, unit }`, or with `written` as well.
    Number {
        /// The number.
        number: i64,
        /// Whether a plus is written before it, as in a difference.
        signed: bool,
        /// What it counts.
        unit: Unit,
        /// As `DevTools` writes it, if it is to be read in a cell of its; otherwise it is written as the visitor's browser does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        written: Option<Text>,
    },
}

/// Words.
pub(super) fn text(text: impl Into<Text>) -> Span {
    Span::Text { text: text.into() }
}

/// What is typed, or read literally.
pub(super) fn code(code: impl Into<Text>) -> Span {
    Span::Code { code: code.into() }
}

/// A word of `DevTools`.
pub(super) fn ui(ui: impl Into<Text>) -> Span {
    Span::Ui { ui: ui.into() }
}

/// What to look for.
pub(super) fn strong(words: impl Into<Words>) -> Span {
    Span::Strong {
        strong: words.into(),
    }
}

/// How many, as in "exactly 1,000".
pub(super) fn count(number: u64) -> Span {
    Span::Number {
        number: i64::try_from(number).unwrap_or(i64::MAX),
        signed: false,
        unit: Unit::Count,
        written: None,
    }
}

/// A text written by hand as spans: `` `code` `` is typed or read literally, `*words*` are `DevTools`' own.
///
/// A mark without its partner is text.
pub fn marked(words: &str) -> Words {
    let mut spans = Words::new();
    let mut rest = words;
    let mut plain = String::new();
    while let Some(start) = rest.find(['`', '*']) {
        let mark = &rest[start..=start];
        let Some(length) = rest[start + 1..].find(mark).filter(|length| *length > 0) else {
            plain.push_str(&rest[..=start]);
            rest = &rest[start + 1..];
            continue;
        };
        plain.push_str(&rest[..start]);
        let within = Cow::Owned(rest[start + 1..][..length].to_owned());
        if !plain.is_empty() {
            spans.push(text(std::mem::take(&mut plain)));
        }
        spans.push(if mark == "`" {
            code(within)
        } else {
            ui(within)
        });
        rest = &rest[start + length + 2..];
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        spans.push(text(plain));
    }
    spans
}
