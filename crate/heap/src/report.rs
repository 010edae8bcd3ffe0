//! The whole answer as a page of Markdown: what grew, who holds it, what cutting would free, what is innocent.
//!
//! Names are data of the file: nothing in them is markup.

mod innocent;
mod line;
mod markdown;

use crate::{
    Alone, Certainty, Finding, GrowthOptions, Hands, NodeIx, Pattern, Snapshot, all_findings,
    format, growth_by,
};
use line::Lines;
use markdown::{Page, escape};

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct ReportOptions<'a> {
    /// What the files are called, in their order; those without a name are numbered.
    pub names: &'a [&'a str],
    /// How many times the action was done before each snapshot but the first.
    pub actions: Option<u64>,
}

/// A report on snapshots of one process, in the order they were taken. Of one it says what is shaped like a leak, and what is
/// large; of several what grew. Objects and sizes are those of the last one.
pub fn report(snapshots: &[&Snapshot], options: &ReportOptions<'_>) -> String {
    report_by(&Alone, snapshots, options)
}

/// As [`report`], by several hands.
pub fn report_by(
    hands: &dyn Hands,
    snapshots: &[&Snapshot],
    options: &ReportOptions<'_>,
) -> String {
    let mut page = Page::default();
    let Some((last, before)) = snapshots.split_last() else {
        return page.text();
    };
    files(&mut page, snapshots, options);
    let stock = all_findings(last);
    let mut told = if before.is_empty() {
        alone(&mut page, last, &stock)
    } else {
        grown(&mut page, snapshots, options, hands)
    };
    innocent::section(&mut page, &stock, &mut told, before.is_empty());
    page.text()
}

/// What a report has told already.
#[derive(Default)]
struct Told {
    nodes: Vec<NodeIx>,
    patterns: Vec<Pattern>,
    settles: Vec<&'static str>,
}

fn files(page: &mut Page, snapshots: &[&Snapshot], options: &ReportOptions<'_>) {
    page.heading(1, "Heap report");
    page.row(&["File".into(), "Objects".into(), "Heap".into()]);
    page.row(&["---".into(), "--:".into(), "--:".into()]);
    for (at, snapshot) in snapshots.iter().enumerate() {
        let name = match options.names.get(at) {
            Some(name) => escape(name),
            None => format!("file {}", at + 1),
        };
        page.row(&[
            name,
            format::number(u64::from(snapshot.graph().node_count())),
            format::size(snapshot.total_size()),
        ]);
    }
}

fn grown(
    page: &mut Page,
    snapshots: &[&Snapshot],
    options: &ReportOptions<'_>,
    hands: &dyn Hands,
) -> Told {
    let last = snapshots[snapshots.len() - 1];
    let growth = growth_by(
        hands,
        snapshots,
        &GrowthOptions {
            actions: options.actions,
            ..GrowthOptions::default()
        },
    );
    page.heading(2, "What grew");
    if growth.findings.is_empty() {
        page.text_line("Nothing grew at every step.");
    } else {
        let gained = format::size(growth.gained);
        page.text_line(&format!(
            "The heap gained {gained}. What holds comes first, then what came with it."
        ));
    }
    found(page, last, growth.findings.iter())
}

fn alone(page: &mut Page, snapshot: &Snapshot, stock: &[Finding]) -> Told {
    let of = |is_shape: bool| {
        stock.iter().filter(move |finding| {
            finding.is_notable && (finding.certainty != Certainty::MerelyLarge) == is_shape
        })
    };
    let mut told = Told::default();
    for (is_shape, heading, nothing) in [
        (true, "What is shaped like a leak", "Nothing."),
        (false, "What is large", "Nothing out of the ordinary."),
    ] {
        page.heading(2, heading);
        if of(is_shape).next().is_none() {
            page.text_line(nothing);
        }
        told.add(found(page, snapshot, of(is_shape)));
    }
    told
}

/// Findings with what holds them, and what to do.
fn found<'a>(
    page: &mut Page,
    snapshot: &Snapshot,
    findings: impl Iterator<Item = &'a Finding>,
) -> Told {
    let mut told = Told::default();
    let mut lines = Lines::new(snapshot);
    for finding in findings {
        page.heading(3, &escape(&finding.title));
        let words = finding.certainty.words();
        if told.patterns.contains(&finding.pattern) {
            page.text_line(&format!("Again: {words}."));
        } else {
            page.text_line(&format!(
                "It {}. {}",
                sure(finding.certainty),
                finding.pattern.advice()
            ));
        }
        told.patterns.push(finding.pattern);
        told.settles.push(finding.certainty.settle());
        for evidence in &finding.evidence {
            lines.write(page, finding, evidence);
            told.nodes.push(evidence.node);
        }
        if finding.more_evidence > 0 {
            page.item(
                0,
                &format!("and {} more", format::number(finding.more_evidence)),
            );
        }
    }
    told
}

fn sure(certainty: Certainty) -> String {
    match certainty {
        Certainty::GrowsEvenly | Certainty::Grows => certainty.words().into(),
        Certainty::ShapedLikeALeak | Certainty::MerelyLarge => format!("is {}", certainty.words()),
    }
}

impl Told {
    fn add(&mut self, other: Self) {
        self.nodes.extend(other.nodes);
        self.patterns.extend(other.patterns);
        self.settles.extend(other.settles);
    }
}
