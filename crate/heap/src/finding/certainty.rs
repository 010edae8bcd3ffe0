//! How sure a finding is, and what would settle it.

/// From what was measured to what only catches the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The same number came at every step.
    GrowsEvenly,
    /// More at every step.
    Grows,
    /// One file; what is alive in this shape seldom goes.
    ShapedLikeALeak,
    /// One file; a program may well need it.
    MerelyLarge,
}

impl Certainty {
    /// All of them, the surest first.
    pub const ALL: &[Certainty] = &[
        Certainty::GrowsEvenly,
        Certainty::Grows,
        Certainty::ShapedLikeALeak,
        Certainty::MerelyLarge,
    ];

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::GrowsEvenly => "grows evenly",
            Self::Grows => "grows",
            Self::ShapedLikeALeak => "shaped like a leak",
            Self::MerelyLarge => "merely large",
        }
    }

    /// The second measurement that tells.
    pub const fn settle(self) -> &'static str {
        match self {
            Self::GrowsEvenly => {
                "Undo what the action did (close, leave, log out), take one more file and ask again: what is still there, leaks."
            }
            Self::Grows => {
                "Repeat the same number of actions before each of three files: a leak grows by the same number each time, a cache that warms up does not."
            }
            Self::ShapedLikeALeak | Self::MerelyLarge => {
                "Take two more files with the same number of actions before each and ask for all three: a leak grows by the same number each time."
            }
        }
    }
}
