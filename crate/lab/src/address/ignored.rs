use serde::Serialize;
use tsify::Tsify;

/// How much of a word is shown, in characters.
const LONGEST_SHOWN: usize = 40;

/// A word of an address or command line that was not followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
pub struct Ignored {
    /// The word, cut to a length that fits a notice, without signs that rule the line it is shown in.
    pub word: String,
    /// Why.
    pub why: Reason,
}

/// Why a word is not followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(tag = "reason", rename_all = "camelCase")]
pub enum Reason {
    /// It means nothing here; `near` is what it may have been meant to be.
    Unknown {
        /// A known word, if one is near.
        near: Option<String>,
    },
    /// It names no scenario.
    UnknownScenario {
        /// A scenario, if one is near.
        near: Option<String>,
    },
    /// It takes a whole number in a range.
    Range {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// It takes one of a few words.
    Choice {
        /// Those words.
        of: Vec<String>,
    },
    /// A scenario takes `fixed`, a period and a number of units.
    NoRate,
    /// That scenario makes one unit, once.
    Once {
        /// Which.
        slug: String,
    },
    /// That scenario has nothing to mend.
    NoFixed {
        /// Which.
        slug: String,
    },
    /// A page cannot write a snapshot of itself.
    HeapDump,
}

impl Ignored {
    pub(super) fn new(word: &str, reason: Reason) -> Self {
        Self {
            word: shown(word),
            why: reason,
        }
    }
}

/// A word as it can be shown: without controls and marks of direction, which would turn the rest of its line.
fn shown(word: &str) -> String {
    let rules_the_line = |sign: &char| {
        sign.is_control()
            || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
    };
    let mut signs = word.chars().filter(|sign| !rules_the_line(sign));
    let mut shown: String = signs.by_ref().take(LONGEST_SHOWN).collect();
    if signs.next().is_some() {
        shown.push('…');
    }
    shown
}
