use claim::{Claim, Kind, Need};

/// Everything that is said of a scenario. In texts, `` `code` `` is read literally and `*words*` are `DevTools`' own.
#[derive(Debug)]
pub struct Card {
    /// Its name in words.
    pub title: &'static str,
    /// Whether it leaks at all.
    pub kind: Kind,
    /// What it does, in one line of the options sheet: a verb first, no capital, no full stop.
    pub summary: &'static str,
    /// Words to find it by that are in neither title nor summary.
    pub words: &'static [&'static str],
    /// What one unit is: "one `LeakyClass`".
    pub unit: &'static str,
    /// How many units the guide asks for: enough to stand out, few enough to be quick.
    pub guide_units: u32,
    /// What leaks, and why.
    pub mechanism: &'static str,
    /// How to mend it.
    pub cure: &'static str,
    /// What it needs of the browser.
    pub needs: &'static [Need],
    /// What is done to all units in turn, if they are made in phases.
    pub phases: &'static [&'static str],
    /// The same in JavaScript, as a reader would write it.
    pub javascript: &'static str,
    /// What the leaky variant shows.
    pub leaky: &'static [Claim],
    /// What the fixed variant shows; empty where there is none.
    pub fixed: &'static [Claim],
}
