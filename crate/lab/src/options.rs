//! The options sheet: every switch with what it does, one line each.

use crate::budget::{DEFAULT_MEGABYTES, MOST_MEGABYTES};
use crate::pace::{LONGEST_PERIOD, MOST_UNITS, Pace, SHORTEST_PERIOD};
use crate::scenario::SCENARIOS;
use crate::switches::{LONGEST_TICK, SHORTEST_TICK};
use serde::Serialize;

/// One line of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Switch {
    /// `demonstrate` or `show`.
    pub group: &'static str,
    /// As typed in a command line: `--leak-objects`.
    pub flag: String,
    /// What it does.
    pub line: String,
    /// How often, in words; empty where it has no rate.
    pub rate: String,
}

/// All switches, in the order of the sheet.
pub fn sheet() -> Vec<Switch> {
    let demonstrate = SCENARIOS.iter().map(|scenario| Switch {
        group: "demonstrate",
        flag: format!("--{}", scenario.slug),
        line: scenario.summary.to_owned(),
        rate: match scenario.pace {
            Pace::Every(period) => format!("every {} ms", grouped(period)),
            Pace::Once => "once".to_owned(),
        },
    });
    demonstrate.chain(show()).collect()
}

fn show() -> impl Iterator<Item = Switch> {
    let line = |flag: &str, line: String, rate: &str| Switch {
        group: "show",
        flag: flag.to_owned(),
        line,
        rate: rate.to_owned(),
    };
    [
        line("--chart", "chart memory over time (--no-chart hides it)".into(), "every 200 ms"),
        line("--log", "print memory figures to the console and below the chart".into(), "every 2,000 ms"),
        line("--witnesses", "show how many units were made, and how many are still alive".into(), "after each collection"),
        line("--guide=<scenario>", "open the snapshot guide at a scenario (--no-guide hides it)".into(), ""),
        line("--span=30s|2min|all", "how much of the run the chart shows".into(), ""),
        line(
            "--every=<ms>",
            format!("read the meters every {SHORTEST_TICK} to {} ms", grouped(LONGEST_TICK)),
            "default 200",
        ),
        line(
            "--budget=<MB>",
            format!("stop all runs at so much growth, at most {} in the Budget box and {DEFAULT_MEGABYTES} in an address", grouped(MOST_MEGABYTES)),
            "default 512",
        ),
        line(
            "--<scenario>=fixed,<n>ms,x<n>",
            format!(
                "run the fixed variant, another period ({SHORTEST_PERIOD} to {} ms) or more units a tick (up to {})",
                grouped(LONGEST_PERIOD),
                grouped(MOST_UNITS)
            ),
            "",
        ),
        line("--heap-dump", "a page cannot write a snapshot of itself: save one from the Memory tab".into(), ""),
        line("-h, --help", "show these options".into(), ""),
    ]
    .into_iter()
}

fn grouped(value: u32) -> String {
    if value < 1_000 {
        value.to_string()
    } else {
        format!("{},{:03}", value / 1_000, value % 1_000)
    }
}

#[cfg(test)]
mod tests {
    use super::sheet;

    #[test]
    fn every_switch_of_the_original_demo_is_there() {
        let flags: Vec<_> = sheet().into_iter().map(|switch| switch.flag).collect();
        for flag in [
            "--leak-objects",
            "--leak-classes",
            "--leak-buffers",
            "--leak-callbacks",
            "--allocate-classes",
            "--allocate-locals",
            "--chart",
            "--log",
            "--heap-dump",
        ] {
            assert!(flags.iter().any(|known| known == flag), "{flag}");
        }
    }
}
