//! `findings` and `detached`: known patterns of leaks.

use std::path::PathBuf;

use clap::Args;
use heap::{Finding, Pattern, Snapshot, all_findings, findings, format, growing};
use serde_json::{Value, json};

use crate::{
    Failure,
    argument::{Reading, Rows},
    load, object,
    output::{self, counted, edge_label, line, name, text},
    table::Table,
};

#[derive(Args, Debug)]
#[command(after_help = "The largest first; of several files also what grows.")]
pub(crate) struct Asked {
    /// One file, or several in the order in which they were taken
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Exit code 3 if there is any
    #[arg(long)]
    fail: bool,
    #[command(flatten)]
    list: List,
}

#[derive(Args, Debug)]
#[command(after_help = "DOM trees with the reference from JavaScript that holds them.")]
pub(crate) struct DetachedAsked {
    /// A heap file
    file: PathBuf,
    #[command(flatten)]
    list: List,
}

#[derive(Args, Clone, Copy, Debug)]
struct List {
    #[command(flatten)]
    rows: Rows,
    #[command(flatten)]
    reading: Reading,
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let snapshots = load::snapshots(&asked.files, asked.list.reading)?;
    let last = &snapshots[snapshots.len() - 1];
    let mut found = findings(last);
    if snapshots.len() > 1 {
        found.extend(growing(&snapshots.iter().collect::<Vec<_>>()));
        found.sort_by_key(Finding::rank);
    }
    let count = found.len();
    print(last, &found, asked.list)?;
    if asked.fail && count > 0 {
        let found = counted(count as u64, "finding");
        return Err(Failure::Growth(format!("--fail: {found}")));
    }
    Ok(())
}

/// Only what is about DOM nodes outside of every document.
pub(crate) fn detached(asked: &DetachedAsked) -> Result<(), Failure> {
    let file = &asked.file;
    let snapshot = load::snapshot(file, asked.list.reading)?;
    let detached = |finding: &Finding| {
        matches!(
            finding.pattern,
            Pattern::DetachedTree | Pattern::DetachedWindow
        )
    };
    let found: Vec<Finding> = all_findings(&snapshot)
        .into_iter()
        .filter(detached)
        .collect();
    if asked.list.reading.json() || !found.is_empty() {
        return print(&snapshot, &found, asked.list);
    }
    output::print("No DOM node outside of a document.\n")
}

fn print(snapshot: &Snapshot, found: &[Finding], list: List) -> Result<(), Failure> {
    if list.reading.json() {
        let rows: Vec<Value> = found
            .iter()
            .skip(list.rows.from)
            .take(list.rows.top)
            .map(|finding| as_json(snapshot, finding))
            .collect();
        return output::json(&json!({ "count": found.len(), "findings": rows }));
    }
    if found.is_empty() {
        return output::print("Nothing that looks like a known leak.\n");
    }
    let texts: Vec<String> = found
        .iter()
        .skip(list.rows.from)
        .take(list.rows.top)
        .map(|finding| as_text(snapshot, finding))
        .collect();
    output::print(&texts.join("\n"))
}

fn as_text(snapshot: &Snapshot, finding: &Finding) -> String {
    let mut table = Table::new(&["", "Object", "Evidence", "Retained size"]);
    for evidence in &finding.evidence {
        let id = output::id(snapshot, evidence.node);
        table.row(vec![
            "".into(),
            id.into(),
            line(evidence.label.as_bytes(), 160).into(),
            evidence.retained.into(),
        ]);
    }
    let more = match finding.more_evidence {
        0 => String::new(),
        more => format!("  and {} more\n", format::number(more)),
    };
    format!(
        "{} [{}], {} bytes\n{}\n{}{more}",
        line(finding.title.as_bytes(), 200),
        finding.pattern.id(),
        format::number(finding.retained),
        finding.pattern.advice(),
        table.text()
    )
}

fn as_json(snapshot: &Snapshot, finding: &Finding) -> Value {
    let evidence: Vec<Value> = finding
        .evidence
        .iter()
        .map(|evidence| {
            json!({
                "label": evidence.label, "object": object::as_json(snapshot, evidence.node),
                "reference": evidence.edge.map(|edge| {
                    let source = snapshot.graph().source(edge);
                    json!({
                        "from": snapshot.graph().id(source).0, "name": text(&name(snapshot, source)),
                        "label": text(&edge_label(snapshot, edge)),
                    })
                }),
                "count": evidence.count, "retained": evidence.retained,
            })
        })
        .collect();
    json!({
        "pattern": finding.pattern.id(), "title": finding.title, "advice": finding.pattern.advice(),
        "count": finding.count, "retained": finding.retained, "notable": finding.is_notable,
        "evidence": evidence, "moreEvidence": finding.more_evidence,
    })
}
