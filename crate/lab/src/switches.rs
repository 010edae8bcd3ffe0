//! The page's state as an address (`#leak-objects&chart`) and as a command line (`npm start -- --leak-objects --chart`).
//!
//! Reading never fails: what is not understood is named and ignored.

use crate::budget::DEFAULT_MEGABYTES;
use crate::pace::{LONGEST_PERIOD, MOST_UNITS, SHORTEST_PERIOD};
use crate::scenario::{SCENARIOS, Scenario};
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

/// The shortest time between samples, in milliseconds: Chromium refreshes `performance.memory` no faster.
pub const SHORTEST_TICK: u32 = 50;
/// The longest time between samples, in milliseconds.
pub const LONGEST_TICK: u32 = 10_000;
/// The time between samples unless said otherwise, in milliseconds.
pub const DEFAULT_TICK: u32 = 200;
/// Words that show something; each can be taken back by `no-`.
const SHOWN: [&str; 4] = ["chart", "log", "witnesses", "guide"];
const SPANS: [(&str, u32); 3] = [("30s", 30), ("2min", 120), ("all", 0)];

/// All of the page's state that an address carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
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

/// What was read, and what was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parsed {
    /// The state asked for.
    pub state: State,
    /// Whether the options sheet was asked for.
    pub help: bool,
    /// A sentence for each word that was ignored or changed.
    pub notices: Vec<String>,
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

/// Reads an address's hash, with or without its `#`.
pub fn from_hash(hash: &str) -> Parsed {
    let words = hash.trim_start_matches('#').split('&');
    let words: Vec<_> = words
        .map(|word| percent_decode_str(word).decode_utf8_lossy())
        .collect();
    read(words.iter().map(AsRef::as_ref))
}

/// Reads a pasted command line: `npm start -- --chart --leak-objects`, or only its switches.
pub fn from_command(line: &str) -> Parsed {
    let is_preamble = |word: &&str| ["npm", "start", "run", "--", "$"].contains(word);
    read(
        line.split_whitespace()
            .skip_while(is_preamble)
            .map(|word| word.trim_start_matches('-')),
    )
}

/// The hash that leads to `state`, without `#`; empty for the state a page starts with.
pub fn to_hash(state: &State) -> String {
    words(state).join("&")
}

/// The command line that equals `state`.
pub fn to_command(state: &State) -> String {
    let switches = words(state).into_iter().map(|word| format!(" --{word}"));
    let switches: String = switches.collect();
    if switches.is_empty() {
        "npm start -- --chart".into()
    } else {
        format!("npm start --{switches}")
    }
}

fn read<'a>(words: impl Iterator<Item = &'a str>) -> Parsed {
    let mut parsed = Parsed {
        state: State::default(),
        help: false,
        notices: Vec::new(),
    };
    for word in words.map(str::trim).filter(|word| !word.is_empty()) {
        if let Err(notice) = take(&mut parsed, word) {
            parsed.notices.push(notice);
        }
    }
    parsed
}

fn take(parsed: &mut Parsed, word: &str) -> Result<(), String> {
    let (name, value) = word.split_once('=').unwrap_or((word, ""));
    let state = &mut parsed.state;
    if let Some(scenario) = find(name) {
        let run = run(scenario, value, &mut parsed.notices);
        state.runs.retain(|other| other.slug != run.slug);
        state.runs.push(run);
        return Ok(());
    }
    match name {
        "chart" => state.chart = true,
        "no-chart" => state.chart = false,
        "log" => state.log = true,
        "no-log" => state.log = false,
        "witnesses" => state.witnesses = true,
        "no-witnesses" => state.witnesses = false,
        "guide" => {
            state.guide = true;
            if !value.is_empty() {
                state.topic = find(value)
                    .ok_or_else(|| unknown("scenario", value))?
                    .slug
                    .into();
            }
        }
        "no-guide" => state.guide = false,
        "span" => {
            let known = SPANS.iter().find(|(word, _)| *word == value);
            state.span = known
                .ok_or_else(|| format!("“{}” ignored: span is 30s, 2min or all.", shown(word)))?
                .1;
        }
        "every" => state.every = number(word, value, SHORTEST_TICK, LONGEST_TICK)?,
        "budget" => state.budget = number(word, value, 1, DEFAULT_MEGABYTES)?,
        "h" | "help" | "?" => parsed.help = true,
        "heap-dump" => {
            return Err("heap-dump ignored: a page cannot write a snapshot of itself. Save one from DevTools' Memory tab.".into());
        }
        _ => return Err(unknown("word", name)),
    }
    Ok(())
}

fn run(scenario: &Scenario, value: &str, notices: &mut Vec<String>) -> Run {
    let mut run = Run {
        slug: scenario.slug.into(),
        fixed: false,
        period: scenario.pace.period(),
        units: 1,
    };
    for part in value
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let outcome = match part {
            "leaky" => Ok(()),
            "fixed" if scenario.has_fixed() => {
                run.fixed = true;
                Ok(())
            }
            "fixed" => Err(format!(
                "“fixed” ignored: {} is a control, there is nothing to mend.",
                scenario.slug
            )),
            _ => rate(&mut run, part),
        };
        notices.extend(outcome.err());
    }
    run
}

fn rate(run: &mut Run, part: &str) -> Result<(), String> {
    if let Some(units) = part.strip_prefix('x') {
        run.units = number(part, units, 1, MOST_UNITS)?;
    } else if let Some(period) = part.strip_suffix("ms") {
        run.period = number(part, period, SHORTEST_PERIOD, LONGEST_PERIOD)?;
    } else {
        let part = shown(part);
        return Err(format!(
            "“{part}” ignored: a scenario takes fixed, a period such as 50ms, and units such as x10."
        ));
    }
    Ok(())
}

fn number(word: &str, digits: &str, least: u32, most: u32) -> Result<u32, String> {
    match digits.parse::<u32>() {
        Ok(value) if (least..=most).contains(&value) => Ok(value),
        _ => Err(format!(
            "“{}” ignored: it takes a whole number from {least} to {most}.",
            shown(word)
        )),
    }
}

fn words(state: &State) -> Vec<String> {
    if *state == State::default() {
        return Vec::new();
    }
    let mut words: Vec<_> = state.runs.iter().map(run_word).collect();
    let mut add = |wanted: bool, word: String| {
        if wanted {
            words.push(word);
        }
    };
    add(
        true,
        if state.chart {
            "chart".into()
        } else {
            "no-chart".into()
        },
    );
    add(state.log, "log".into());
    add(state.witnesses, "witnesses".into());
    add(!state.guide, "no-guide".into());
    add(
        state.guide && !state.topic.is_empty(),
        format!("guide={}", state.topic),
    );
    let span = SPANS
        .iter()
        .find(|(_, seconds)| *seconds == state.span)
        .map_or("all", |(word, _)| word);
    add(state.span != 30, format!("span={span}"));
    add(
        state.every != DEFAULT_TICK,
        format!("every={}", state.every),
    );
    // A link may lower the budget and never raise it, so a raised one is not put in the address either.
    add(
        state.budget < DEFAULT_MEGABYTES,
        format!("budget={}", state.budget),
    );
    words
}

fn run_word(run: &Run) -> String {
    let mut parts = Vec::new();
    if run.fixed {
        parts.push("fixed".to_owned());
    }
    if find(&run.slug).is_some_and(|scenario| scenario.pace.period() != run.period) {
        parts.push(format!("{}ms", run.period));
    }
    if run.units != 1 {
        parts.push(format!("x{}", run.units));
    }
    if parts.is_empty() {
        run.slug.clone()
    } else {
        format!("{}={}", run.slug, parts.join(","))
    }
}

fn find(slug: &str) -> Option<&'static Scenario> {
    SCENARIOS
        .iter()
        .copied()
        .find(|scenario| scenario.slug == slug)
}

fn unknown(kind: &str, word: &str) -> String {
    let known = SCENARIOS.iter().map(|scenario| scenario.slug);
    let known = known
        .chain(SHOWN)
        .chain(["span", "every", "budget", "help"]);
    let word = shown(word);
    let nearest = known
        .map(|name| (strsim::damerau_levenshtein(name, &word), name))
        .min();
    let hint = match nearest {
        Some((distance, name)) if distance <= 3 && distance < name.len() => {
            format!(" Did you mean “{name}”?")
        }
        _ => " Press ? for all options.".into(),
    };
    format!("Unknown {kind} “{word}” ignored.{hint}")
}

/// A word of an address, cut to a length that fits a notice.
fn shown(word: &str) -> String {
    let mut shown: String = word.chars().take(40).collect();
    if word.chars().count() > 40 {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
#[path = "switches_tests.rs"]
mod tests;
