//! The same snapshots, graded as the Snapshots room grades those that people drop on it.

use std::sync::Arc;

use claim::{Claim, Expect, Kind, Statement, View, When, WouldBe};
use heap::Snapshot;
use inspect::question::grade::{self, Files, Scenario, Verdict, judge};

use super::card::{Card, Variant, is_of_snapshots};
use super::run::Run;
use super::verdict::{Misses, said};

/// Whether what a variant left behind is graded right; of the fixed one beside the leaky one's files.
///
/// # Panics
/// If a claim has no line in the answer.
pub fn graded(card: &Card, variant: Variant, run: &Run, leaky: Option<&Run>) -> Misses {
    let mut misses = Misses::default();
    let name = variant.name();
    let Some(files) = files(card, run, leaky) else {
        misses.add(format!("{name}: there are no snapshots to grade"));
        return misses;
    };
    let is_leak = card.kind == Kind::Leak && card.lets_go;
    let ran = Scenario {
        slug: card.slug.clone(),
        variant: match variant {
            Variant::Leaky => grade::Variant::Leaky,
            Variant::Fixed => grade::Variant::Fixed,
        },
        claims: card.claims(variant).to_vec(),
        leak: is_leak,
    };
    let answer = match judge(&files, ran) {
        Ok(answer) => answer,
        Err(problem) => {
            misses.add(format!("{name}, graded: {}", problem.message));
            return misses;
        }
    };
    let units = answer.units as u64;
    if units != card.units {
        misses.add(format!("{name}, graded: {units} units, not {}", card.units));
    }
    let mut claims = card.claims(variant).to_vec();
    if is_leak && files.after.is_some() {
        claims.extend(claim::promised(&claims));
    }
    assert_eq!(claims.len(), answer.claims.len(), "each claim has its line");
    for (claim, line) in claims.iter().zip(answer.claims) {
        let expected = expected(claim, &files);
        if line.verdict != expected {
            let (found, said) = (line.verdict, said(claim));
            misses.add(format!(
                "{name}, graded: {found:?}, not {expected:?}: {said}"
            ));
        }
    }
    misses
}

fn files(card: &Card, run: &Run, leaky: Option<&Run>) -> Option<Files<Arc<Snapshot>>> {
    let at = |run: &Run, when| run.evidence.reading(when)?.snapshot.clone();
    let before = |run: &Run| run.evidence.before().snapshot.clone();
    Some(Files {
        before: before(run)?,
        file: at(run, When::AfterUnits)?,
        after: at(run, When::AfterLetGo).filter(|_| card.lets_go),
        control: leaky.and_then(|leaky| Some([before(leaky)?, at(leaky, When::AfterUnits)?])),
    })
}

/// Everything that files can tell is there; what they cannot is said to be open, or to be looked for elsewhere.
fn expected(claim: &Claim, files: &Files<Arc<Snapshot>>) -> Verdict {
    let (Statement::Row { row, .. } | Statement::Nothing { row, .. }) = &claim.says else {
        return match claim.when {
            _ if !is_of_snapshots(claim) => Verdict::Elsewhere,
            When::AfterUnits => Verdict::Found,
            _ => Verdict::Open,
        };
    };
    let is_there = match claim.when {
        When::AfterUnits => true,
        When::AfterLetGo => files.after.is_some(),
        When::DuringUnits | When::Later => false,
    };
    let is_told = match &claim.says {
        // Others are made by the executor alone, with DevTools or in the page.
        Statement::Nothing { would_be, .. } => *would_be == WouldBe::Leaky,
        // No meter is in a file.
        Statement::Row { amount, .. } => !matches!(amount.expect, Expect::SameAs { .. }),
        _ => true,
    };
    let is_in_files = !matches!(row.view, View::Allocation | View::DetachedElements);
    if is_there && is_told && is_in_files {
        Verdict::Found
    } else {
        Verdict::Open
    }
}
