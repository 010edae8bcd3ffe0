//! Rows of a comparison that nobody claims: what the page, V8 and DevTools make of their own accord.

use std::{borrow::Borrow, cmp::Reverse};

use claim::{Claim, Path, Pattern, Statement};
use heap::{Comparison, ComparisonRow, Snapshot};
use serde::Serialize;
use tsify::Tsify;

use crate::question::column::text;

/// A row of the comparison beside those that are claimed.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct BesideAnswer {
    /// What `compared` takes.
    pub key: String,
    /// The constructor, with its place in the script where others have the same name.
    pub shown: String,
    /// # Delta
    pub count_delta: f64,
    /// Size delta
    pub size_delta: f64,
    /// Why it is there, where that is known: otherwise it may well be of the scenario.
    #[tsify(optional)]
    pub why: Option<&'static str>,
    /// Rows with names of this kind that moved less: they are not listed.
    pub alike: u32,
}

/// Names of rows, and who makes such objects, however many there are.
const MAKERS: &[(&str, &str)] = &[
    (
        "WeakRef",
        "The page watches every unit through one, to count those that are alive.",
    ),
    (
        "(compiled code)",
        "V8 compiles what runs for the first time or often, and notes what it learnt of it.",
    ),
    (
        "(object shape)",
        "V8 describes by these what objects look like: they come with new kinds of objects.",
    ),
    ("(system)", "V8's own tables and lists."),
    (
        "system / FunctionTemplateInfo",
        "V8 describes by these the functions that the browser offers: they come when one is first used.",
    ),
    (
        "InjectedScript",
        "DevTools' console works with it in the page.",
    ),
    (
        "CommandLineAPI",
        "DevTools' console works with it in the page.",
    ),
    ("V8Console…", "DevTools' console works with it in the page."),
    ("Inspector…", "DevTools looks at the page by it."),
    ("V8Inspector…", "DevTools looks at the page by it."),
    ("Performance…", "Marks and measures of the browser's clock."),
    (
        "blink::…",
        "The browser's own, for the document: it draws the page.",
    ),
    ("cc::…", "The browser's own: it draws the page."),
];

/// The same, as far as there are fewer than units: otherwise they may as well come with the units.
const FEW: &[(&str, &str)] = &[
    (
        "system / Context…",
        "Variables of the page's functions that wait for something, or of the console.",
    ),
    ("system / …", "V8's own tables and lists."),
    (
        "(array)",
        "Stores of arrays and tables, V8's own among them: they grow in leaps.",
    ),
    (
        "(string)",
        "Texts of the page: its numbers, its log, and what it says of itself in lab.ran.",
    ),
    (
        "(number)",
        "Numbers with a fraction, or large ones: clocks, sizes, counts of the page.",
    ),
    (
        "(symbol)",
        "The page sees collections by symbols that die in them.",
    ),
    ("Promise", "Something of the page is under way."),
    ("Generator", "Something of the page is under way."),
    (
        "…Event",
        "The last event that the browser sent to the page, or the page to itself.",
    ),
    (
        "Function",
        "Functions that the page hands on: to timers, promises and listeners.",
    ),
    ("Text", "The page wrote a number or a line of its log."),
    ("HTML…Element", "A part of the page that came into view."),
    ("<…", "A part of the page that came into view."),
];

/// So many rows, those that moved most first.
const MOST: usize = 12;

/// The largest rows that none of the claims is about: of those of one kind the first.
pub(super) fn beside<S: Borrow<Snapshot>>(
    comparison: &Comparison<S>,
    claims: &[Claim],
    units: u64,
) -> Vec<BesideAnswer> {
    let claimed = |name: &[u8]| claims.iter().any(|claim| is_about(claim, name));
    let rows = comparison.rows().iter();
    let mut rows: Vec<&ComparisonRow> = rows.filter(|row| !claimed(&row.name)).collect();
    rows.sort_by_key(|row| {
        let (size, count) = (row.size_delta(), row.count_delta());
        Reverse((size.unsigned_abs(), count.unsigned_abs()))
    });
    let names = comparison.class_names();
    let mut answers: Vec<BesideAnswer> = Vec::new();
    for row in rows {
        let why = why(row, units);
        let mut listed = answers.iter_mut();
        if let Some(first) = listed.find(|first| why.is_some() && first.why == why) {
            first.alike += 1;
        } else if answers.len() < MOST {
            answers.push(BesideAnswer {
                key: text(&row.key),
                shown: text(names.shown(&row.key, &row.name)),
                count_delta: row.count_delta() as f64,
                size_delta: row.size_delta() as f64,
                why,
                alike: 0,
            });
        }
    }
    answers
}

fn is_about(claim: &Claim, name: &[u8]) -> bool {
    match &claim.says {
        Statement::Row { row, .. } | Statement::Nothing { row, .. } => row.is_called(name),
        Statement::Path { along } => Path::parse(along).is_ok_and(|path| path.from.matches(name)),
        _ => false,
    }
}

fn why(row: &ComparisonRow, units: u64) -> Option<&'static str> {
    let is_few = u64::from(row.added_count) < units;
    let few = if is_few { FEW } else { &[] };
    let mut known = MAKERS.iter().chain(few);
    let found = known.find(|(pattern, _)| Pattern::new(pattern).matches(&row.name));
    found.map(|(_, why)| *why)
}
