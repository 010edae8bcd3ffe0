//! By how much something moves, and how far off it may be.

#![expect(
    clippy::missing_panics_doc,
    reason = "they panic where a constant is evaluated: it does not compile"
)]

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

use crate::{Meter, Text};

/// What is expected, and how far off it may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Amount {
    /// What is expected.
    pub expect: Expect,
    /// How far off it may be.
    #[serde(default, skip_serializing_if = "Tolerance::is_exact")]
    pub within: Tolerance,
}

/// A number in the unit of its column or meter, which depends on how many units were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Expect {
    /// `each` for every unit and `once` more in all.
    Exactly {
        /// For every unit.
        each: i64,
        /// In all.
        once: i64,
    },
    /// So much or more.
    AtLeast {
        /// For every unit.
        each: i64,
        /// In all.
        once: i64,
    },
    /// So much or less.
    AtMost {
        /// For every unit.
        each: i64,
        /// In all.
        once: i64,
    },
    /// As much as another meter moved.
    SameAs {
        /// Which.
        meter: Meter,
    },
}

/// How far off a number may be: never without a reason. What counts exactly has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", try_from = "Wire")]
pub struct Tolerance {
    bytes: u64,
    percent: u8,
    because: Text,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Wire {
    bytes: u64,
    percent: u8,
    because: Text,
}

impl TryFrom<Wire> for Tolerance {
    type Error = &'static str;

    fn try_from(wire: Wire) -> Result<Self, Self::Error> {
        let Wire {
            bytes,
            percent,
            because,
        } = wire;
        if (bytes == 0 && percent == 0) != because.is_empty() {
            return Err("a tolerance has a reason, and a reason is for a tolerance");
        }
        Ok(Self {
            bytes,
            percent,
            because,
        })
    }
}

/// Not off at all.
pub const EXACT: Tolerance = Tolerance {
    bytes: 0,
    percent: 0,
    because: Cow::Borrowed(""),
};

/// Off by so many bytes (or things) at most, however many units were made.
pub const fn bytes(bytes: u64, because: &'static str) -> Tolerance {
    assert!(bytes > 0 && !because.is_empty(), "a tolerance has a reason");
    Tolerance {
        bytes,
        percent: 0,
        because: Cow::Borrowed(because),
    }
}

/// Off by so many per cent of what is expected at most.
pub const fn percent(percent: u8, because: &'static str) -> Tolerance {
    assert!(
        percent > 0 && percent < 100 && !because.is_empty(),
        "a tolerance has a reason"
    );
    Tolerance {
        bytes: 0,
        percent,
        because: Cow::Borrowed(because),
    }
}

impl Tolerance {
    /// And by so many bytes besides, for the same reason.
    #[must_use]
    pub const fn and_bytes(mut self, bytes: u64) -> Self {
        assert!(!self.is_exact(), "a tolerance has a reason");
        self.bytes = bytes;
        self
    }

    /// Whether nothing may be off.
    pub const fn is_exact(&self) -> bool {
        self.bytes == 0 && self.percent == 0
    }

    /// Why it may be off.
    pub fn because(&self) -> &str {
        &self.because
    }

    /// By how much `expected` may be off.
    pub fn around(&self, expected: f64) -> f64 {
        self.bytes as f64 + expected.abs() * f64::from(self.percent) / 100.0
    }
}

impl Expect {
    /// The number after so many units, if it does not depend on another meter.
    pub fn after(self, units: u64) -> Option<i64> {
        let units = i64::try_from(units).unwrap_or(i64::MAX);
        match self {
            Self::Exactly { each, once }
            | Self::AtLeast { each, once }
            | Self::AtMost { each, once } => Some(each.saturating_mul(units).saturating_add(once)),
            Self::SameAs { .. } => None,
        }
    }

    /// Whether a page on which nothing happens shows it.
    pub const fn is_still(self) -> bool {
        matches!(
            self,
            Self::Exactly { each: 0, once: 0 } | Self::AtMost { .. }
        )
    }
}
