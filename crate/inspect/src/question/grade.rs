//! Snapshots of the Lab's own page: what ran on it, and whether they show what is claimed of that.

mod beside;
mod pair;
mod ran;
#[cfg(test)]
mod tests;
mod told;
mod trail;
mod wrong;

use std::rc::Rc;

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
    /// Files of the leaky variant, which prove what is not there in those of the fixed one.
    #[serde(default)]
    #[tsify(optional)]
    pub control: Option<ControlRequest>,
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
    let GradeRequest {
        before,
        after,
        slug,
        variant,
        claims,
        leak,
        control,
    } = asked;
    let (both, units) = made(session, [before, file], &slug, variant)?;
    let read = |file| Ok::<_, Problem>(reading(session.snapshot(file)?));
    let mut evidence = Evidence::new(units, read(before)?).at(When::AfterUnits, read(file)?);
    let compared = evidence.pair(When::AfterUnits).cloned();
    let compared = compared.filter(|pair| !pair.comparison().rows().is_empty());
    let compared = compared.ok_or(Wrong::Same)?;
    if variant == Variant::Leaky {
        evidence = evidence.proven(WouldBe::Leaky, compared.clone());
    } else if let Some(control) = control {
        let files = [control.before, control.file];
        made(session, files, &slug, Variant::Leaky)?;
        let [before, after] = files.map(|file| session.snapshot(file).map(Rc::clone));
        evidence = evidence.proven(WouldBe::Leaky, Pair::new(before?, after?));
    }
    let mut claims = claims;
    if let Some(after) = after {
        let [second, third] = [session.snapshot(file)?, session.snapshot(after)?];
        Both::of(second, third, |run| run.slug == slug)?.let_go(&slug, variant)?;
        evidence = evidence.at(When::AfterLetGo, read(after)?);
        if leak {
            claims.extend(promised(&claims));
        }
    }
    let is_other = |run: &Run| run.slug != slug || run.variant != variant;
    Ok(GradeAnswer {
        units: units as f64,
        claims: claims
            .iter()
            .map(|claim| told::claim_answer(claim, &evidence, [Some(file), after]))
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
fn made(
    session: &Session,
    [before, after]: [u32; 2],
    slug: &str,
    variant: Variant,
) -> Result<(Both, u64), Problem> {
    let [earlier, later] = [session.snapshot(before)?, session.snapshot(after)?];
    if before == after {
        return Err(Wrong::Same.into());
    }
    let both = Both::of(earlier, later, |run| {
        run.slug == slug && run.variant == variant
    })?;
    let units = both.units(slug, variant)?;
    Ok((both, units))
}

fn reading(snapshot: &Rc<Snapshot>) -> Reading<Rc<Snapshot>> {
    let has_stacks = !snapshot.graph().traces().is_empty();
    Reading {
        snapshot: Some(Rc::clone(snapshot)),
        timeline: has_stacks.then(|| Rc::clone(snapshot)),
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
