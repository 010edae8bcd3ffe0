//! How a number grew.

use crate::{Certainty, format};

/// From step to step so many more are worth a word, whatever they weigh.
const FEW: u64 = 3;
/// Counts that differ by less than one part in so many are even.
const EVEN_COUNTS: u64 = 20;
/// Bytes vary with texts and tables that grow by doubling.
const EVEN_BYTES: u64 = 4;

/// If one step is so many times another, nothing piles up from action to action.
const UNEVEN: u64 = 10;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Objects,
    Bytes,
}

/// A number in each snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Steps {
    pub(super) values: Vec<u64>,
    pub(super) unit: Unit,
}

impl Steps {
    pub(super) fn objects(values: Vec<u64>) -> Self {
        let unit = Unit::Objects;
        Self { values, unit }
    }

    pub(super) fn bytes(values: Vec<u64>) -> Self {
        let unit = Unit::Bytes;
        Self { values, unit }
    }

    /// Whether there was more in each snapshot than in the one before.
    pub(super) fn grows(&self) -> bool {
        self.values.windows(2).all(|pair| pair[0] < pair[1])
    }

    pub(super) fn gained(&self) -> u64 {
        match self.values[..] {
            [first, .., last] => last.saturating_sub(first),
            _ => 0,
        }
    }

    pub(super) fn differences(&self) -> impl Iterator<Item = u64> + '_ {
        self.values
            .windows(2)
            .map(|pair| pair[1].saturating_sub(pair[0]))
    }

    /// Whether the last step is much smaller than an earlier one: what warms up ends some time.
    pub(super) fn wanes(&self) -> bool {
        let (most, last) = (self.differences().max(), self.differences().last());
        most.zip(last).is_some_and(|(most, last)| last < most / 2)
    }

    /// Whether one step is much larger than another.
    pub(super) fn are_uneven(&self) -> bool {
        let (least, most) = (self.differences().min(), self.differences().max());
        least
            .zip(most)
            .is_some_and(|(least, most)| most / UNEVEN > least)
    }

    /// The same number at every step (two steps at least), or a multiple of the number of actions.
    pub(super) fn is_even(&self, actions: Option<u64>) -> bool {
        let (least, most) = (self.differences().min(), self.differences().max());
        let (Some(least), Some(most)) = (least, most) else {
            return false;
        };
        if let (Some(actions), Unit::Objects) = (actions, self.unit)
            && least >= actions
            && self.differences().all(|step| step % actions == 0)
        {
            return true;
        }
        let part = match self.unit {
            Unit::Objects => EVEN_COUNTS,
            Unit::Bytes => EVEN_BYTES,
        };
        least >= FEW && self.values.len() > 2 && most - least <= (most / part).max(1)
    }

    pub(super) fn certainty(&self, actions: Option<u64>) -> Certainty {
        if self.is_even(actions) {
            Certainty::GrowsEvenly
        } else {
            Certainty::Grows
        }
    }

    /// `2, 19, 36`
    pub(super) fn text(&self) -> String {
        let value = |&value: &u64| match self.unit {
            Unit::Objects => format::number(value),
            Unit::Bytes => format::size(value),
        };
        self.values.iter().map(value).collect::<Vec<_>>().join(", ")
    }
}
