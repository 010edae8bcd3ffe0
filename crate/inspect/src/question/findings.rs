//! Known patterns of leaks.

use std::rc::Rc;

use heap::{Evidence, Finding, Growth, GrowthOptions, Pattern, Snapshot, all_findings, growth};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::object::ObjectPage;
use crate::{Problem, Session, order::Looked};

/// Which findings.
#[derive(Clone, Debug, Default, Deserialize, Tsify)]
pub struct FindingsRequest {
    /// What is looked at, and for what.
    #[serde(flatten)]
    pub looked: Looked,
    /// With what was looked at and is usual.
    #[serde(default)]
    #[tsify(optional)]
    pub usual: bool,
}

/// Findings, the heaviest first.
#[derive(Debug, Serialize, Tsify)]
pub struct FindingsAnswer {
    /// As they should be read. Of one file what is more than usual first; of several what grew,
    /// what holds it first, what came with it behind. A pattern may come again.
    pub list: Vec<FindingAnswer>,
    /// Bytes that the heap gained from the first file to the last; 0 of one file.
    pub gained: f64,
    /// So many things that are notable in the last file alone did not grow; 0 of one file.
    pub unchanged: f64,
}

/// A pattern that was found.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FindingAnswer {
    /// Its stable name: `detached-tree`, `timers`…
    pub pattern: &'static str,
    /// What was found, in words with figures.
    pub title: String,
    /// What to do about it.
    pub advice: &'static str,
    /// How sure it is, in words.
    pub certainty: &'static str,
    /// Which measurement would settle it.
    pub settle: &'static str,
    /// How many.
    pub count: f64,
    /// Bytes, nothing twice.
    pub retained: f64,
    /// Whether it is more than usual.
    pub notable: bool,
    /// The objects to look at.
    pub evidence: Vec<EvidenceAnswer>,
    /// How many more there are.
    pub more_evidence: f64,
}

/// What a finding rests on.
#[derive(Debug, Serialize, Tsify)]
pub struct EvidenceAnswer {
    /// What it is.
    pub label: String,
    /// The object's position.
    pub node: u32,
    /// V8's number.
    pub id: f64,
    /// The reference's position, if it is about one.
    #[tsify(optional)]
    pub edge: Option<u32>,
    /// How many.
    pub count: f64,
    /// Bytes.
    pub retained: f64,
    /// Bytes that go with all that belongs to them.
    pub freed: f64,
    /// How many there were in each file (bytes, of an object that retains more); empty of one file.
    pub steps: Vec<f64>,
    /// Bytes that came since the first file.
    pub gained: f64,
}

/// A part of a finding's objects.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct FoundObjectsRequest {
    /// The same as for the findings.
    #[serde(flatten)]
    pub looked: Looked,
    /// The finding's position in the list with what is usual, or of what grew.
    pub finding: u32,
    /// The first row, by retained size.
    pub from: u32,
    /// The row behind the last.
    pub to: u32,
}

#[wasm_bindgen]
impl Session {
    /// What looks like a known leak.
    ///
    /// # Errors
    /// `session.*`.
    pub fn findings(
        &self,
        file: u32,
        asked: Ts<FindingsRequest>,
    ) -> Result<Ts<FindingsAnswer>, JsValue> {
        self.carry(file, &asked, findings)
    }

    /// The objects of a finding.
    ///
    /// # Errors
    /// `session.*`; `ask.no-such-finding`.
    #[wasm_bindgen(js_name = foundObjects)]
    pub fn found_objects(
        &self,
        file: u32,
        asked: Ts<FoundObjectsRequest>,
    ) -> Result<Ts<ObjectPage>, JsValue> {
        self.carry(file, &asked, found_objects)
    }
}

pub(super) fn findings(
    session: &Session,
    file: u32,
    asked: FindingsRequest,
) -> Result<FindingsAnswer, Problem> {
    let FindingsRequest { looked, usual } = asked;
    let snapshot = session.snapshot(file)?;
    let found = session.found(file, looked)?;
    let findings = found.findings.iter();
    let wanted = findings.filter(|finding| usual || finding.is_notable);
    Ok(FindingsAnswer {
        list: wanted
            .map(|finding| finding_answer(snapshot, finding))
            .collect(),
        gained: found.gained as f64,
        unchanged: found.unchanged as f64,
    })
}

pub(super) fn found_objects(
    session: &Session,
    file: u32,
    asked: FoundObjectsRequest,
) -> Result<ObjectPage, Problem> {
    let FoundObjectsRequest {
        looked,
        finding,
        from,
        to,
    } = asked;
    let snapshot = session.snapshot(file)?;
    let found = session.found(file, looked)?;
    let finding = found.findings.get(finding as usize).ok_or_else(|| {
        let what = format!("there is no finding {finding}");
        heap::Error::new(heap::Code::NoSuchFinding, what)
    })?;
    let objects = finding.objects(from as usize..to as usize);
    Ok(ObjectPage::of(
        snapshot,
        finding.objects(0..usize::MAX).len() as u32,
        objects,
    ))
}

impl Session {
    /// Of one file without what grows.
    fn found(&self, file: u32, looked: Looked) -> Result<Rc<Growth>, Problem> {
        self.found.get((file, looked), |(file, looked)| {
            let patterns = patterns(&looked.patterns)?;
            let last = self.snapshot(*file)?.as_ref();
            if looked.before.is_empty() {
                let mut findings = all_findings(last);
                let is_wanted = |pattern| patterns.is_empty() || patterns.contains(&pattern);
                findings.retain(|finding| is_wanted(finding.pattern));
                return Ok(Growth {
                    findings,
                    unchanged: 0,
                    gained: 0,
                });
            }
            let before = looked.before.iter();
            let before = before.map(|&file| Ok(self.snapshot(file)?.as_ref()));
            let snapshots = before.chain([Ok(last)]);
            let snapshots = snapshots.collect::<Result<Vec<&Snapshot>, Problem>>()?;
            let actions = looked.actions.map(u64::from);
            Ok(growth(&snapshots, &GrowthOptions { actions, patterns }))
        })
    }
}

fn patterns(ids: &[String]) -> Result<Vec<Pattern>, Problem> {
    let pattern = |id: &String| {
        let mut all = Pattern::ALL.iter().copied();
        let found = all.find(|pattern| pattern.id() == id);
        found.ok_or_else(|| Problem::request(format!("there is no pattern `{id}`")))
    };
    ids.iter().map(pattern).collect()
}

fn finding_answer(snapshot: &Snapshot, finding: &Finding) -> FindingAnswer {
    FindingAnswer {
        pattern: finding.pattern.id(),
        title: finding.title.clone(),
        advice: finding.pattern.advice(),
        certainty: finding.certainty.words(),
        settle: finding.certainty.settle(),
        count: finding.count as f64,
        retained: finding.retained as f64,
        notable: finding.is_notable,
        evidence: finding
            .evidence
            .iter()
            .map(|evidence| evidence_answer(snapshot, evidence))
            .collect(),
        more_evidence: finding.more_evidence as f64,
    }
}

fn evidence_answer(snapshot: &Snapshot, evidence: &Evidence) -> EvidenceAnswer {
    EvidenceAnswer {
        label: evidence.label.clone(),
        node: evidence.node.0,
        id: snapshot.graph().id(evidence.node).0 as f64,
        edge: evidence.edge.map(|edge| edge.0),
        count: evidence.count as f64,
        retained: evidence.retained as f64,
        freed: evidence.freed as f64,
        steps: evidence.steps.iter().map(|&step| step as f64).collect(),
        gained: evidence.gained as f64,
    }
}
