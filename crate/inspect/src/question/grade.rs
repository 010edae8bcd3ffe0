//! Snapshots of the Lab's own page: what ran on it, and whether they show what is claimed of that.

mod beside;
mod pair;
mod ran;
#[cfg(test)]
mod tests;
mod told;
mod trail;
mod wrong;

use std::{borrow::Borrow, rc::Rc};

use claim::{Claim, Evidence, Pair, Reading, When, WouldBe, promised};
use heap::Snapshot;
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::{Problem, Session};
pub use beside::BesideAnswer;
use pair::Both;
pub use ran::Variant;
use ran::{Ran, Run, labs};
pub use told::{ClaimAnswer, Verdict};
pub use trail::{HolderAt, StepAnswer, TrailAnswer};
use wrong::Wrong;

/// An earlier file of the same page, if there is one.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct RanRequest {
    /// Its number.
    #[serde(default)]
    #[tsify(optional)]
    pub before: Option<u32>,
}

/// What ran on the page of which a file is.
#[derive(Debug, Default, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RanAnswer {
    /// Whether it is a page of Leak Lab.
    pub ours: bool,
    /// Variants of scenarios, what made units last first.
    pub runs: Vec<RunAnswer>,
    /// There are so many more.
    pub left_out: u32,
}

/// A variant of a scenario that ran.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RunAnswer {
    /// The scenario.
    pub slug: String,
    /// Which of the two.
    pub variant: Variant,
    /// Units since the page began.
    pub made: f64,
    /// Of these, so many were there when the page last let go of them.
    pub let_go: f64,
    /// Units since the earlier file, if there is one and it tells.
    #[tsify(optional)]
    pub since: Option<f64>,
}

/// What is to be graded.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct GradeRequest {
    /// The file taken before the units, by number.
    pub before: u32,
    /// The file taken after letting go, if there is one.
    #[serde(default)]
    #[tsify(optional)]
    pub after: Option<u32>,
    /// What ran, and what is claimed of it.
    pub ran: Scenario,
    /// Files of the leaky variant, which prove what is not there in those of the fixed one.
    #[serde(default)]
    #[tsify(optional)]
    pub control: Option<ControlRequest>,
}

/// What ran, and what is claimed of it.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct Scenario {
    /// The scenario.
    pub slug: String,
    /// Which of the two ran.
    pub variant: Variant,
    /// What is claimed of it: `leaky.claims` or `fixed.claims` of `catalogue/<slug>.json`.
    #[tsify(type = "unknown[]")]
    pub claims: Vec<Claim>,
    /// Whether the scenario is a leak that can be let go: then nothing of it is left in the file after that.
    #[serde(default)]
    #[tsify(optional)]
    pub leak: bool,
}

/// Files before and after units of the leaky variant, by number.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct ControlRequest {
    /// Before.
    pub before: u32,
    /// After.
    pub file: u32,
}

/// How files compare with what is claimed.
#[derive(Debug, Serialize, Tsify)]
pub struct GradeAnswer {
    /// Units made between the two files.
    pub units: f64,
    /// A line for each claim, in their order; then what is promised of every leak.
    pub claims: Vec<ClaimAnswer>,
    /// The largest rows of the comparison that no claim is about.
    pub beside: Vec<BesideAnswer>,
    /// What else made units in between.
    pub others: Vec<RunAnswer>,
}

#[wasm_bindgen]
impl Session {
    /// What ran on the page of which a snapshot is, if that was a page of Leak Lab.
    ///
    /// # Errors
    /// `session.*`, `grade.*`.
    pub fn ran(&self, file: u32, asked: Ts<RanRequest>) -> Result<Ts<RanAnswer>, JsValue> {
        self.carry(file, &asked, ran)
    }

    /// Whether a snapshot taken after units shows what is claimed of them.
    ///
    /// # Errors
    /// `session.*`; `grade.*`: the files do not belong together.
    pub fn grade(&self, file: u32, asked: Ts<GradeRequest>) -> Result<Ts<GradeAnswer>, JsValue> {
        self.carry(file, &asked, grade)
    }
}

pub(super) fn ran(session: &Session, file: u32, asked: RanRequest) -> Result<RanAnswer, Problem> {
    let after = session.snapshot(file)?;
    let answer = |ran: &Ran, since: &dyn Fn(&Run) -> Option<u64>| RanAnswer {
        ours: true,
        runs: ran
            .runs
            .iter()
            .map(|run| run_answer(run, since(run)))
            .collect(),
        left_out: ran.left_out,
    };
    if let Some(before) = asked.before {
        let both = Both::of(session.snapshot(before)?, after, |_| true)?;
        let since = |run: &Run| run.since(&both.earlier);
        return Ok(answer(&both.later, &since));
    }
    let pages = labs(after);
    Ok(pages
        .first()
        .map_or_else(RanAnswer::default, |lab| answer(&lab.ran, &|_| None)))
}

pub(super) fn grade(
    session: &Session,
    file: u32,
    asked: GradeRequest,
) -> Result<GradeAnswer, Problem> {
    let read = |number| session.snapshot(number).map(Rc::clone);
    let files = Files {
        before: read(asked.before)?,
        file: read(file)?,
        after: asked.after.map(read).transpose()?,
        control: match asked.control {
            Some(ControlRequest { before, file }) => Some([read(before)?, read(file)?]),
            None => None,
        },
    };
    let after = asked.after;
    let mut answer = judge(&files, asked.ran)?;
    for claim in &mut answer.claims {
        claim.file = match claim.when {
            _ if claim.verdict == Verdict::Elsewhere => None,
            When::AfterUnits => Some(file),
            When::AfterLetGo => after,
            When::DuringUnits | When::Later => None,
        };
    }
    Ok(answer)
}

/// Snapshots of one page.
#[derive(Clone, Debug)]
pub struct Files<S> {
    /// Before the units.
    pub before: S,
    /// After them.
    pub file: S,
    /// After letting go.
    pub after: Option<S>,
    /// Before and after units of the leaky variant.
    pub control: Option<[S; 2]>,
}

/// Whether files show what is claimed of what ran; the claims' files have no numbers.
///
/// # Errors
/// `grade.*`: the files do not belong together, or something else ran.
pub fn judge<S: Borrow<Snapshot> + Clone>(
    files: &Files<S>,
    ran: Scenario,
) -> Result<GradeAnswer, Problem> {
    let Scenario {
        slug,
        variant,
        mut claims,
        leak,
    } = ran;
    let Files {
        before,
        file,
        after,
        control,
    } = files;
    let (both, units) = made([before, file], &slug, variant)?;
    let mut evidence = Evidence::new(units, reading(before)).at(When::AfterUnits, reading(file));
    let compared = evidence.pair(When::AfterUnits).cloned();
    let compared = compared.filter(|pair| !pair.comparison().rows().is_empty());
    let compared = compared.ok_or(Wrong::Same)?;
    if variant == Variant::Leaky {
        evidence = evidence.proven(WouldBe::Leaky, compared.clone());
    } else if let Some([before, file]) = control {
        made([before, file], &slug, Variant::Leaky)?;
        evidence = evidence.proven(WouldBe::Leaky, Pair::new(before.clone(), file.clone()));
    }
    if let Some(after) = after {
        Both::of(file.borrow(), after.borrow(), |run| run.slug == slug)?.let_go(&slug, variant)?;
        evidence = evidence.at(When::AfterLetGo, reading(after));
        if leak {
            claims.extend(promised(&claims));
        }
    }
    let is_other = |run: &Run| run.slug != slug || run.variant != variant;
    Ok(GradeAnswer {
        units: units as f64,
        claims: claims
            .iter()
            .map(|claim| told::claim_answer(claim, &evidence))
            .collect(),
        beside: beside::beside(compared.comparison(), &claims, units),
        others: both
            .made()
            .filter(|(run, _)| is_other(run))
            .map(|(run, units)| run_answer(run, Some(units)))
            .collect(),
    })
}

/// What ran between two files, and how many units of a variant.
fn made<S: Borrow<Snapshot>>(
    [before, after]: [&S; 2],
    slug: &str,
    variant: Variant,
) -> Result<(Both, u64), Problem> {
    let [before, after] = [before.borrow(), after.borrow()];
    if std::ptr::eq::<Snapshot>(before, after) {
        return Err(Wrong::Same.into());
    }
    let both = Both::of(before, after, |run| {
        run.slug == slug && run.variant == variant
    })?;
    let units = both.units(slug, variant)?;
    Ok((both, units))
}

fn reading<S: Borrow<Snapshot> + Clone>(snapshot: &S) -> Reading<S> {
    let has_stacks = !snapshot.borrow().graph().traces().is_empty();
    Reading {
        snapshot: Some(snapshot.clone()),
        timeline: has_stacks.then(|| snapshot.clone()),
        ..Reading::default()
    }
}

fn run_answer(run: &Run, since: Option<u64>) -> RunAnswer {
    RunAnswer {
        slug: run.slug.clone(),
        variant: run.variant,
        made: run.made as f64,
        let_go: run.let_go as f64,
        since: since.map(|units| units as f64),
    }
}
