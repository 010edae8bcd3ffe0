use tsify::Tsify;

/// How much of a word is shown, in characters.
const LONGEST_SHOWN: usize = 40;

/// A word of an address or command line that was not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The word, cut to a length that fits a notice, without signs that rule the line it is shown in.
    pub word: String,
    /// Why.
    pub why: Reason,
}

/// Why a word is not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It means nothing here; this is what it may have been meant to be.
    Unknown(Option<String>),
    /// It names no scenario; this is one that is near.
    UnknownScenario(Option<String>),
    /// It takes a whole number from the one to the other.
    Range(u32, u32),
    /// It takes one of a few words.
    Choice(String),
    /// A scenario takes `fixed`, a period and a number of units.
    NoRate,
    /// That scenario makes one unit, once.
    Once(String),
    /// That scenario has nothing to mend.
    NoFixed(String),
    /// A page cannot write a snapshot of itself.
    HeapDump,
}

/// [`Ignored`] as the page gets it.
#[derive(Tsify)]
#[expect(dead_code, reason = "only its type is made")]
struct IgnoredWord {
    word: String,
    #[tsify(
        type = "'unknown' | 'unknownScenario' | 'range' | 'choice' | 'noRate' | 'once' | 'noFixed' | 'heapDump'"
    )]
    reason: String,
    /// What it may have been meant to be, what it takes, or which scenario it is about.
    #[tsify(optional)]
    name: Option<String>,
    #[tsify(optional)]
    least: Option<u32>,
    #[tsify(optional)]
    most: Option<u32>,
}

impl Ignored {
    pub(super) fn new(word: &str, why: Reason) -> Self {
        Self {
            word: shown(word),
            why,
        }
    }
}

impl Reason {
    /// Its name on the page.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown",
            Self::UnknownScenario(_) => "unknownScenario",
            Self::Range(..) => "range",
            Self::Choice(_) => "choice",
            Self::NoRate => "noRate",
            Self::Once(_) => "once",
            Self::NoFixed(_) => "noFixed",
            Self::HeapDump => "heapDump",
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
