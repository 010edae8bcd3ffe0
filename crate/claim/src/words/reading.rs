//! Meters, counters and processes in words.

use super::{
    Span, Words,
    span::{code, text, ui},
};
use crate::{Amount, Claim, Counter, Expect, Process, Statement, Unit, When};

/// A sentence for each claim about a meter.
pub(super) fn sentences(claims: &[Claim], units: u64) -> Vec<Words> {
    let sentence = |claim: &Claim| {
        let Statement::Meter { meter, of, amount } = &claim.says else {
            return None;
        };
        let mut words = vec![Span::Meter { meter: *meter }];
        if let Some(of) = of {
            words.extend([text(", "), code(of.name())]);
        }
        words.push(text(match claim.when {
            When::AfterUnits => ": ",
            When::DuringUnits => ", while they are made: ",
            When::AfterLetGo => ", after letting go: ",
            When::Later => ", a moment later: ",
        }));
        words.extend(moved(amount, meter.unit(), units));
        if !claim.why.is_empty() {
            words.push(text(": "));
            words.extend(super::marked(&claim.why));
        }
        Some(words)
    };
    claims.iter().filter_map(sentence).collect()
}

/// Where the Performance monitor shows it; without that place no visitor can see it.
pub(super) fn counter(counter: Counter, amount: &Amount, units: u64) -> Option<Words> {
    let mut words = vec![
        text("In the "),
        ui("Performance monitor"),
        text(" (Esc, then ⋮), "),
        ui(counter.shown()?),
        text(": "),
    ];
    words.extend(moved(amount, Unit::Count, units));
    words.push(text("."));
    Some(words)
}

/// Where the browser's own task manager shows it.
pub(super) fn process(process: Process, at_least: u64) -> Words {
    let which = match process {
        Process::Renderer => "this page's process",
        Process::Browser => "the process Browser",
        Process::Gpu => "the process GPU",
    };
    vec![
        text("In Chrome's task manager (Shift+Esc), "),
        text(which),
        text(" grows by at least "),
        number(i64::try_from(at_least).unwrap_or(i64::MAX), Unit::Bytes),
        text("."),
    ]
}

fn moved(amount: &Amount, unit: Unit, units: u64) -> Words {
    let expected = amount.expect.after(units).unwrap_or_default();
    let (about, way) = match amount.expect {
        Expect::SameAs { meter } => {
            return vec![text("as much as "), Span::Meter { meter }];
        }
        Expect::Exactly { .. } if expected == 0 => return vec![text("does not move")],
        Expect::Exactly { .. } if amount.within.is_exact() => ("", expected),
        Expect::Exactly { .. } => ("about ", expected),
        Expect::AtLeast { .. } => ("at least ", expected),
        Expect::AtMost { .. } => ("at most ", expected),
    };
    let direction = if way < 0 { "down by " } else { "up by " };
    let size = i64::try_from(expected.unsigned_abs()).unwrap_or(i64::MAX);
    let mut words = vec![text(direction), text(about), number(size, unit)];
    if matches!(amount.expect, Expect::Exactly { each: 0, .. }) {
        words.push(text(", once"));
    }
    words
}

fn number(number: i64, unit: Unit) -> Span {
    Span::Number {
        number,
        signed: false,
        unit,
        written: None,
    }
}
