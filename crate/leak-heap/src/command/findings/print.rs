//! Findings for people and for programs.

use heap::{Evidence, Finding, Pattern, Snapshot, format};
use serde_json::{Value, json};

use crate::{
    Failure,
    argument::Rows,
    object,
    output::{self, counted, edge_label, line, name, text},
    table::Table,
};

/// Characters of a line of evidence.
const WIDTH: usize = 200;

pub(super) struct Answer<'a> {
    snapshot: &'a Snapshot,
    rows: Rows,
    pub(super) found: Vec<Finding>,
    /// Of several files: bytes that the heap gained.
    pub(super) gained: Option<u64>,
    /// So many lines are not shown because they did not grow.
    pub(super) unchanged: u64,
}

impl<'a> Answer<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, rows: Rows) -> Self {
        Self {
            snapshot,
            rows,
            found: Vec::new(),
            gained: None,
            unchanged: 0,
        }
    }

    pub(super) fn print(&self, as_json: bool) -> Result<(), Failure> {
        if as_json {
            output::json(&self.json())
        } else {
            output::print(&self.text())
        }
    }

    fn shown(&self) -> impl Iterator<Item = &Finding> {
        self.found.iter().skip(self.rows.from).take(self.rows.top)
    }

    fn text(&self) -> String {
        let mut out = match self.gained {
            Some(_) if self.found.is_empty() => "Nothing grew at every step.\n".to_owned(),
            Some(gained) => format!("The heap gained {}.\n\n", format::size(gained)),
            None if self.found.is_empty() => "Nothing that looks like a known leak.\n".to_owned(),
            None => String::new(),
        };
        let mut told: Vec<Pattern> = Vec::new();
        let findings: Vec<String> = self
            .shown()
            .map(|finding| {
                let is_new = !told.contains(&finding.pattern);
                told.push(finding.pattern);
                self.finding_text(finding, is_new)
            })
            .collect();
        out += &findings.join("\n");
        let mut settle: Vec<&str> = Vec::new();
        for finding in self.shown() {
            let sentence = finding.certainty.settle();
            if !settle.contains(&sentence) {
                settle.push(sentence);
            }
        }
        for sentence in settle {
            out += &format!("\nTo be sure: {sentence}\n");
        }
        if self.unchanged > 0 {
            let lines = counted(self.unchanged, "line");
            out += &format!("\nunchanged: {lines} (--all)\n");
        }
        out
    }

    /// The advice only once for each pattern.
    fn finding_text(&self, finding: &Finding, with_advice: bool) -> String {
        let is_growth = finding.evidence.iter().any(|evidence| evidence.gained > 0);
        let weight = if is_growth { "Gained" } else { "Retained size" };
        let mut table = Table::new(&["", "Object", "Evidence", weight]);
        for evidence in &finding.evidence {
            table.row(vec![
                "".into(),
                output::id(self.snapshot, evidence.node).into(),
                line(evidence.label.as_bytes(), WIDTH).into(),
                if is_growth {
                    evidence.gained
                } else {
                    evidence.freed
                }
                .into(),
            ]);
        }
        let more = match finding.more_evidence {
            0 => String::new(),
            more => format!("  and {} more\n", format::number(more)),
        };
        let advice = if with_advice {
            format!("{}\n", finding.pattern.advice())
        } else {
            String::new()
        };
        format!(
            "{} [{}], {}\n{advice}\n{}{more}",
            line(finding.title.as_bytes(), WIDTH),
            finding.pattern.id(),
            finding.certainty.words(),
            table.text()
        )
    }

    fn json(&self) -> Value {
        let findings: Vec<Value> = self
            .shown()
            .map(|finding| self.finding_json(finding))
            .collect();
        json!({
            "count": self.found.len(), "findings": findings, "gained": self.gained, "unchanged": self.unchanged,
        })
    }

    fn finding_json(&self, finding: &Finding) -> Value {
        let evidence: Vec<Value> = finding
            .evidence
            .iter()
            .map(|evidence| self.evidence_json(evidence))
            .collect();
        json!({
            "pattern": finding.pattern.id(), "title": finding.title, "advice": finding.pattern.advice(),
            "certainty": finding.certainty.words(), "settle": finding.certainty.settle(),
            "count": finding.count, "retained": finding.retained, "notable": finding.is_notable,
            "evidence": evidence, "moreEvidence": finding.more_evidence,
        })
    }

    fn evidence_json(&self, evidence: &Evidence) -> Value {
        let snapshot = self.snapshot;
        let reference = evidence.edge.map(|edge| {
            let source = snapshot.graph().source(edge);
            json!({
                "from": snapshot.graph().id(source).0, "name": text(&name(snapshot, source)),
                "label": text(&edge_label(snapshot, edge)),
            })
        });
        json!({
            "label": evidence.label, "object": object::as_json(snapshot, evidence.node), "reference": reference,
            "count": evidence.count, "retained": evidence.retained, "freed": evidence.freed, "steps": evidence.steps, "gained": evidence.gained,
        })
    }
}
