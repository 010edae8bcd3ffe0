//! The steps: two snapshots with units between them, what they show, and a third.

use serde::{Deserialize, Serialize};

use super::{
    Words, need, pictures, reading,
    span::{count, marked, text, ui},
    told::seen,
};
use crate::{Claim, Kind, Need, Statement, View, When};

/// What a guide is about: a variant of a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Whether it leaks.
    pub kind: Kind,
    /// Whether it is the cured variant.
    pub fixed: bool,
    /// What one unit is: "one `LeakyClass`".
    pub unit: &'a str,
    /// How many units the guide makes.
    pub units: u64,
    /// What is done to each in turn, if the units are made in phases.
    pub phases: &'a [&'a str],
    /// Why letting go is impossible, if it is.
    pub stays: Option<&'a str>,
    /// What the scenario takes.
    pub needs: &'a [Need],
    /// What will be seen.
    pub claims: &'a [Claim],
}

/// How to see it: what it takes, what to do in `DevTools`, and what the page's meters do meanwhile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Guide {
    /// A sentence for each thing it takes.
    pub needs: Vec<Words>,
    /// In order.
    pub steps: Vec<Step>,
    /// A sentence for each meter.
    pub meters: Vec<Words>,
}

/// One step for the visitor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Step {
    /// What to do, or what will be seen.
    pub words: Words,
    /// What a button beside the step does on this page.
    pub action: Option<Action>,
    /// The name of its picture among those of the scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
}

/// What the page can do for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Action {
    /// Make exactly so many units.
    Make {
        /// How many.
        units: u64,
    },
    /// Drop everything the scenario keeps, then collect.
    LetGo,
    /// Load the page anew.
    Reload,
}

/// The guide to a variant of a scenario.
pub fn guide(subject: &Subject<'_>) -> Guide {
    let mut all: Vec<Need> = subject.needs.to_vec();
    for need in subject.claims.iter().flat_map(|claim| &*claim.needs) {
        if !all.contains(need) {
            all.push(*need);
        }
    }
    Guide {
        needs: all.into_iter().map(need::sentence).collect(),
        steps: steps(subject),
        meters: reading::sentences(subject.claims, subject.units),
    }
}

fn steps(subject: &Subject<'_>) -> Vec<Step> {
    let at = |when| {
        subject
            .claims
            .iter()
            .filter(move |claim| claim.when == when)
    };
    let in_snapshots = |when| at(when).any(|claim| view_of(claim).is_some());
    let told = |when| at(when).filter_map(|claim| shown(claim, subject));
    let mut steps = Vec::new();
    let first = subject.claims.iter().any(|claim| view_of(claim).is_some());
    if first {
        steps.extend(opening());
    }
    steps.push(make(subject));
    if in_snapshots(When::AfterUnits) {
        steps.push(second(at(When::AfterUnits).filter_map(view_of)));
    }
    steps.extend(told(When::AfterUnits));
    if told(When::Later).next().is_some() {
        steps.push(say([text(
            "Give the browser a moment to tidy up, and take another snapshot.",
        )]));
        steps.extend(told(When::Later));
    }
    steps.extend(ending(subject, first));
    steps.extend(told(When::AfterLetGo));
    steps
}

fn opening() -> [Step; 2] {
    [
        say([
            text("Open DevTools (F12), choose the "),
            ui("Memory"),
            text(" tab, and dock it beside or below this page."),
        ]),
        say([
            text("Choose "),
            ui("Heap snapshot"),
            text(" and press "),
            ui("Take snapshot"),
            text(": this is Snapshot 1."),
        ]),
    ]
}

fn make(subject: &Subject<'_>) -> Step {
    let Subject { unit, units, .. } = *subject;
    let mut words = vec![
        text("Make exactly "),
        count(units),
        text(if units == 1 {
            " unit here ("
        } else {
            " units here ("
        }),
    ];
    words.extend(marked(unit));
    words.push(text(if units == 1 { ")." } else { " each)." }));
    for (place, phase) in subject.phases.iter().enumerate() {
        words.push(text(if place == 0 { " First: " } else { " Then: " }));
        words.extend(marked(phase));
        words.push(text("."));
    }
    Step {
        action: Some(Action::Make { units }),
        ..say(words)
    }
}

fn second(mut views: impl Iterator<Item = View>) -> Step {
    if views.any(|view| view == View::Comparison) {
        return say([
            text("Take a second snapshot, choose "),
            ui(View::Comparison.title()),
            text(" in the drop-down above the table, and compare with Snapshot 1."),
        ]);
    }
    say([text("Take a second snapshot.")])
}

fn ending(subject: &Subject<'_>, with_snapshots: bool) -> Option<Step> {
    let (words, action) = match (subject.kind, subject.stays) {
        (Kind::Control, _) if with_snapshots => (
            vec![text(
                "A snapshot collects garbage first: whatever is dead by then is in none of its rows.",
            )],
            None,
        ),
        (Kind::Leak, Some(reason)) if !subject.fixed => {
            let mut words = vec![text("This cannot be undone: ")];
            words.extend(marked(reason));
            words.push(text(". Load the page anew to be rid of it."));
            (words, Some(Action::Reload))
        }
        (Kind::Leak, None) if !subject.fixed && with_snapshots => (
            vec![text(
                "Now let go, take a third snapshot and compare it with Snapshot 1: what the page kept is gone.",
            )],
            Some(Action::LetGo),
        ),
        (Kind::Leak, None) if !subject.fixed => (
            vec![text("Now let go: what the page kept is gone.")],
            Some(Action::LetGo),
        ),
        (Kind::Trick, _) if !subject.fixed => (
            vec![text(
                "That is all there is to find: nothing is kept by mistake here.",
            )],
            None,
        ),
        _ => return None,
    };
    Some(Step {
        action,
        ..say(words)
    })
}

/// What a claim is seen by, with its picture: of the leak, not of its cure.
fn shown(claim: &Claim, subject: &Subject<'_>) -> Option<Step> {
    let mut step = say(seen(claim, subject.units)?);
    if !subject.fixed {
        let mut all = pictures(subject.claims);
        step.picture = all
            .find(|(_, one)| std::ptr::eq(*one, claim))
            .map(|(name, _)| name);
    }
    Some(step)
}

/// The view of the Memory tab that a claim is about.
fn view_of(claim: &Claim) -> Option<View> {
    match &claim.says {
        Statement::Row { row, .. } | Statement::Nothing { row, .. } => Some(row.view),
        Statement::Path { .. } => Some(View::Comparison),
        Statement::Meter { .. } | Statement::Counter { .. } | Statement::Process { .. } => None,
    }
}

fn say(words: impl Into<Words>) -> Step {
    Step {
        words: words.into(),
        action: None,
        picture: None,
    }
}
