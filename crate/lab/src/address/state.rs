use super::Ignored;
use crate::run::limits::{DEFAULT_MEGABYTES, DEFAULT_TICK};
use tsify::Tsify;

/// All of the lab's state that an address carries.
#[derive(Clone, Debug, PartialEq, Eq, Tsify)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct State {
    /// The scenarios that run.
    pub runs: Vec<Run>,
    /// Whether the chart is shown.
    pub chart: bool,
    /// Whether figures are logged.
    pub log: bool,
    /// Whether made and alive are shown.
    pub witnesses: bool,
    /// Whether the guide is shown.
    pub guide: bool,
    /// The scenario the guide is open at; empty for none chosen.
    pub topic: String,
    /// Seconds the chart shows, 0 for all.
    pub span: u32,
    /// Milliseconds between samples.
    pub every: u32,
    /// Megabytes of growth at which runs stop.
    pub budget: u32,
}

/// One scenario that runs.
#[derive(Clone, Debug, PartialEq, Eq, Tsify)]
pub struct Run {
    /// Which scenario.
    pub slug: String,
    /// Whether the fixed variant runs.
    pub fixed: bool,
    /// Milliseconds between ticks; 0 for a scenario that makes one unit and stops.
    pub period: u32,
    /// Units a tick.
    pub units: u32,
}

/// A scenario that an address may name, from the catalogue's index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its word.
    pub slug: String,
    /// Its default period in milliseconds; 0 for a scenario that makes one unit and stops.
    pub period: u32,
    /// Whether it has a fixed variant.
    pub cured: bool,
}

/// What was read, and what was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Tsify)]
pub struct Parsed {
    /// The state asked for.
    pub state: State,
    /// Whether the options sheet was asked for.
    pub help: bool,
    /// The first words that were ignored or changed.
    #[tsify(type = "IgnoredWord[]")]
    pub ignored: Vec<Ignored>,
    /// How many more there were.
    pub more: u32,
}

impl Default for State {
    fn default() -> Self {
        Self {
            runs: Vec::new(),
            chart: true,
            log: false,
            witnesses: false,
            guide: true,
            topic: String::new(),
            span: 30,
            every: DEFAULT_TICK,
            budget: DEFAULT_MEGABYTES,
        }
    }
}
