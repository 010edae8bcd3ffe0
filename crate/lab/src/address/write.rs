use super::{Known, Run, State};
use crate::run::limits::{DEFAULT_MEGABYTES, DEFAULT_TICK, SPANS};

/// The hash that leads to `state`, without `#`; empty for the state a page starts with. A raised budget is not put in
/// it, as a link may not raise one.
pub fn to_hash(state: &State, known: &[Known]) -> String {
    let budget = state.budget.min(DEFAULT_MEGABYTES);
    let state = State {
        budget,
        ..state.clone()
    };
    words(&state, known).join("&")
}

/// The command line that equals `state`.
pub fn to_command(state: &State, known: &[Known]) -> String {
    let switches = words(state, known);
    if switches.is_empty() {
        return "npm start -- --chart".into();
    }
    let switches = switches.iter().map(|word| format!(" --{word}"));
    format!("npm start --{}", switches.collect::<String>())
}

fn words(state: &State, known: &[Known]) -> Vec<String> {
    if *state == State::default() {
        return Vec::new();
    }
    let mut words: Vec<_> = state.runs.iter().map(|run| run_word(run, known)).collect();
    let chart = if state.chart { "chart" } else { "no-chart" };
    words.push(chart.into());
    let switches = [
        (state.log, "log"),
        (state.witnesses, "witnesses"),
        (!state.guide, "no-guide"),
    ];
    words.extend(
        switches
            .iter()
            .filter(|(on, _)| *on)
            .map(|(_, word)| (*word).to_owned()),
    );
    if state.guide && !state.topic.is_empty() {
        words.push(format!("guide={}", state.topic));
    }
    if state.span != State::default().span {
        let span = SPANS.iter().find(|(_, seconds)| *seconds == state.span);
        words.push(format!("span={}", span.map_or("all", |(word, _)| word)));
    }
    if state.every != DEFAULT_TICK {
        words.push(format!("every={}", state.every));
    }
    if state.budget != DEFAULT_MEGABYTES {
        words.push(format!("budget={}", state.budget));
    }
    words
}

fn run_word(run: &Run, known: &[Known]) -> String {
    let usual = known.iter().find(|known| known.slug == run.slug);
    let mut parts = Vec::new();
    if run.fixed {
        parts.push("fixed".to_owned());
    }
    if usual.is_some_and(|known| known.period != run.period) {
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
