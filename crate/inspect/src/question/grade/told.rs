//! One claim, held against files.

use std::borrow::Borrow;

use claim::{
    Claim, Evidence, Miss, Pair, Row, Statement, View, When, find,
    words::{Words, told, verdict},
};
use heap::Snapshot;
use serde::Serialize;
use tsify::Tsify;

use super::trail::{TrailAnswer, trail_answer};
use crate::question::column::text;

/// A claim, and what the files show of it.
#[derive(Debug, Serialize, Tsify)]
pub struct ClaimAnswer {
    /// What is claimed, as in the guide.
    #[tsify(type = "import('../generated/catalogue.js').Words")]
    pub says: Words,
    /// At which moment.
    #[tsify(type = "'duringUnits' | 'afterUnits' | 'afterLetGo' | 'later'")]
    pub when: When,
    /// Whether it is so.
    pub verdict: Verdict,
    /// What is there, in words; empty where no snapshot can tell.
    #[tsify(type = "import('../generated/catalogue.js').Words")]
    pub shows: Words,
    /// The number that is claimed, of a claim about one that could be read.
    #[tsify(optional)]
    pub expected: Option<f64>,
    /// How far off it may be.
    #[tsify(optional)]
    pub within: Option<f64>,
    /// The number that is there.
    #[tsify(optional)]
    pub found: Option<f64>,
    /// The file that shows it.
    #[tsify(optional)]
    pub file: Option<u32>,
    /// The row, if it is there: what `compared` takes if the claim is about the Comparison, and `instances` otherwise.
    #[tsify(optional)]
    pub key: Option<String>,
    /// Whether that is a row of the Comparison.
    pub compares: bool,
    /// How far the path leads, of a claim about one.
    #[tsify(optional)]
    pub path: Option<TrailAnswer>,
}

/// What becomes of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// It is as claimed.
    Found,
    /// It is not.
    Missed,
    /// These files do not tell, others would: a third one, or those of the leaky variant.
    Open,
    /// No snapshot tells: it is about a meter, a counter or a process.
    Elsewhere,
}

/// Holds a claim against the files taken after units and after letting go.
pub(super) fn claim_answer<S: Borrow<Snapshot> + Clone>(
    claim: &Claim,
    evidence: &Evidence<S>,
) -> ClaimAnswer {
    let pair = evidence.pair(claim.when);
    let mut answer = ClaimAnswer {
        says: told(claim, evidence.units()),
        when: claim.when,
        verdict: Verdict::Elsewhere,
        shows: Words::new(),
        expected: None,
        within: None,
        found: None,
        file: None,
        key: None,
        compares: false,
        path: None,
    };
    match &claim.says {
        Statement::Row { row, .. } | Statement::Nothing { row, .. } => {
            answer.compares = row.view == View::Comparison;
            answer.key = pair.and_then(|pair| key(row, pair));
        }
        Statement::Path { .. } => {}
        _ => return answer,
    }
    let finding = find(claim, evidence);
    answer.shows = verdict(claim, &finding);
    answer.verdict = match finding.verdict {
        Ok(()) => Verdict::Found,
        Err(Miss::NotRead { .. } | Miss::NoControl { .. }) => Verdict::Open,
        Err(_) => Verdict::Missed,
    };
    if let (Statement::Path { along }, Some(trail), Some(pair)) = (&claim.says, finding.trail, pair)
    {
        answer.path = trail_answer(along, trail, pair.after());
    }
    if let Some(measured) = finding.measured {
        answer.expected = Some(measured.expected);
        answer.within = Some(measured.within);
        answer.found = Some(measured.seen);
    }
    answer
}

/// The first row that is meant.
fn key<S: Borrow<Snapshot>>(row: &Row, pair: &Pair<S>) -> Option<String> {
    let is_meant = |name: &[u8]| row.is_called(name);
    let found = match row.view {
        View::Comparison => {
            let mut rows = pair.comparison().rows().iter();
            rows.find(|class| is_meant(&class.name))
                .map(|class| &class.key)
        }
        View::Summary => {
            let mut rows = pair.after().rows().iter();
            rows.find(|class| is_meant(&class.name))
                .map(|class| &class.key)
        }
        _ => None,
    };
    found.map(|key| text(key))
}
