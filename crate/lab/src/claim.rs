//! What `DevTools` and the meters will show, as data: the guide's words are made from claims and the tests execute them.

use crate::meter::Meter;
use serde::Serialize;

/// One statement about what a variant of a scenario shows after a number of units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Claim {
    /// A row of the Comparison view of two heap snapshots, one taken before the units and one after.
    Row {
        /// The row's name in the Constructor column, exactly as the Memory tab prints it.
        constructor: &'static str,
        /// What to type in *Filter by class*.
        filter: &'static str,
        /// The column to read.
        column: Column,
        /// What it says.
        amount: Amount,
    },
    /// A retaining path, object first, as the Retainers pane lists it.
    Path {
        /// The constructor of the object that is kept.
        from: &'static str,
        /// Each retainer in turn, up to the window.
        hops: &'static [Hop],
    },
    /// A meter of this page, read after a collection before and after the units.
    Meter {
        /// Which meter.
        meter: Meter,
        /// By how much it moved.
        amount: Amount,
    },
}

/// A column of the Comparison view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Column {
    /// `# Delta`: objects new in the second snapshot less those gone from the first.
    Delta,
    /// `Size delta`, in bytes of shallow size.
    SizeDelta,
}

impl Column {
    /// The column's heading in `DevTools`.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Delta => "# Delta",
            Self::SizeDelta => "Size delta",
        }
    }
}

/// By how much something grows, in the unit of its column or meter.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Amount {
    /// Exactly `each` for every unit.
    PerUnit {
        /// Growth per unit.
        each: i64,
    },
    /// Exactly `total`, however many units were made.
    Once {
        /// Growth in all.
        total: i64,
    },
    /// `each` for every unit, within `percent` of it.
    About {
        /// Growth per unit.
        each: i64,
        /// Tolerance in per cent.
        percent: u8,
    },
    /// At least `total`, however many units were made.
    AtLeast {
        /// Least growth in all.
        total: i64,
    },
    /// Exactly as much as `meter` grew.
    SameAs {
        /// The meter to compare with.
        meter: Meter,
    },
    /// Nothing but the meter's noise.
    Still,
}

impl Amount {
    /// The growth to expect after `units`, where it does not depend on another meter.
    pub fn after(self, units: u32) -> Option<i64> {
        match self {
            Self::PerUnit { each } | Self::About { each, .. } => Some(each * i64::from(units)),
            Self::Once { total } | Self::AtLeast { total } => Some(total),
            Self::Still => Some(0),
            Self::SameAs { .. } => None,
        }
    }
}

/// One retainer: the edge by which it holds what came before it in the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Hop {
    /// The edge's name; `[…]` stands for any index.
    pub edge: &'static str,
    /// The retainer's name; a trailing `…` stands for whatever follows.
    pub node: &'static str,
}

/// Shorthand for a [`Hop`].
pub const fn hop(edge: &'static str, node: &'static str) -> Hop {
    Hop { edge, node }
}

/// Shorthand for a `# Delta` row of exactly `each` objects per unit.
pub const fn delta(constructor: &'static str, each: i64) -> Claim {
    Claim::Row {
        constructor,
        filter: constructor,
        column: Column::Delta,
        amount: Amount::PerUnit { each },
    }
}

/// Shorthand for a meter that moves by about `each` bytes per unit.
pub const fn moves(meter: Meter, each: i64) -> Claim {
    Claim::Meter {
        meter,
        amount: Amount::About { each, percent: 5 },
    }
}

/// Shorthand for a meter that counts exactly `each` per unit.
pub const fn counts(meter: Meter, each: i64) -> Claim {
    Claim::Meter {
        meter,
        amount: Amount::PerUnit { each },
    }
}

/// Shorthand for a meter that does not move.
pub const fn still(meter: Meter) -> Claim {
    Claim::Meter {
        meter,
        amount: Amount::Still,
    }
}

/// How a path is written in one line: `LeakyClass ← […] in Array ← leakClasses in Lab ← lab in Window`.
pub fn path_words(from: &str, hops: &[Hop]) -> String {
    let mut words = from.to_owned();
    for hop in hops {
        words.push_str(" ← ");
        words.push_str(hop.edge);
        words.push_str(" in ");
        words.push_str(hop.node);
    }
    words
}
