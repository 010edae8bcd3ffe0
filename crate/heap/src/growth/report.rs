//! The whole answer.

use super::{
    class::{EvenClasses, even_classes},
    collection,
    files::{Files, Wanted},
    line::Line,
    object::{self, whole_growth},
    order::ordered,
    pattern,
    steps::Unit,
};
use crate::{
    Certainty, Evidence, Finding, NodeIx, Pattern, Snapshot, format,
    ground::together::{Alone, Hands, both},
};

/// Bytes that a line that grows evenly must have gained.
const LEAST_EVEN: u64 = 1_000;
/// Names that an object got are small, and stay also where their values are gone.
const LEAST_KEYS: u64 = 500;
/// If only bytes are known to grow, as those of an array of numbers.
const LEAST_BYTES: u64 = 10_000;
/// Bytes that any other must.
const LEAST: u64 = 100_000;

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct GrowthOptions {
    /// How many times the action was done before each snapshot but the first.
    pub actions: Option<u64>,
    /// Patterns that are looked for; all if there are none.
    pub patterns: Vec<Pattern>,
}

/// What grows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// In the order in which they should be read: what holds what came, then what came with it. A pattern may be there
    /// several times. Nodes and sizes are those of the last snapshot.
    pub findings: Vec<Finding>,
    /// So many things that are notable in the last snapshot alone did not grow.
    pub unchanged: u64,
    /// Bytes that the heap gained from the first snapshot to the last.
    pub gained: u64,
}

/// What grows from snapshot to snapshot of one process, in the order they were taken. With fewer than two nothing does.
pub fn growth(snapshots: &[&Snapshot], options: &GrowthOptions) -> Growth {
    growth_by(&Alone, snapshots, options)
}

/// As [`growth`], by several hands.
pub fn growth_by(hands: &dyn Hands, snapshots: &[&Snapshot], options: &GrowthOptions) -> Growth {
    let mut growth = Growth {
        findings: Vec::new(),
        unchanged: 0,
        gained: whole_growth(snapshots),
    };
    let actions = options.actions.filter(|&actions| actions > 0);
    let Some(files) = Files::new(snapshots, actions, hands) else {
        return growth;
    };
    let wanted =
        |pattern: Pattern| options.patterns.is_empty() || options.patterns.contains(&pattern);
    let last = files.last().snapshot;
    let (classes, (unchanged, lines)) = both(
        files.hands,
        || wanted(Pattern::GrowingClasses).then(|| even_classes(&files)),
        || lines(&files, &wanted),
    );
    growth.unchanged = unchanged;
    growth.findings = runs(last, ordered(last, lines));
    let classes = classes
        .flatten()
        .and_then(|classes| of_classes(last, &classes));
    growth.findings.extend(classes);
    growth
}

/// How many notable groups did not grow, and what did much.
fn lines(files: &Files, wanted: &Wanted) -> (u64, Vec<Line>) {
    let ((mut lines, unchanged), (collections, objects)) = both(
        files.hands,
        || pattern::lines(files, wanted),
        || {
            let are_wanted = wanted(Pattern::GrowingCollection) || wanted(Pattern::KeyedCache);
            both(
                files.hands,
                || are_wanted.then(|| collection::lines(files)),
                || wanted(Pattern::GrowingObject).then(|| object::lines(files)),
            )
        },
    );
    let collections = collections.into_iter().flatten();
    lines.extend(collections.filter(|line| wanted(line.pattern)));
    lines.extend(objects.into_iter().flatten());
    lines.retain(is_much);
    (unchanged, lines)
}

fn is_much(line: &Line) -> bool {
    let least = match line.certainty {
        Certainty::GrowsEvenly if line.pattern == Pattern::KeyedCache => LEAST_KEYS,
        Certainty::GrowsEvenly if line.steps.unit == Unit::Objects => LEAST_EVEN,
        Certainty::GrowsEvenly => LEAST_BYTES,
        _ => LEAST,
    };
    let warms_up = line.certainty != Certainty::GrowsEvenly && line.steps.wanes();
    line.gained >= least && !warms_up
}

/// Neighbours of one pattern are one finding.
fn runs(snapshot: &Snapshot, lines: Vec<Line>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for line in lines {
        let evidence = evidence(&line);
        match findings.last_mut() {
            Some(last) if last.pattern == line.pattern && last.certainty == line.certainty => {
                last.retained = last.retained.saturating_add(line.retained);
                if last.evidence.len() < Finding::MOST_EVIDENCE {
                    last.evidence.push(evidence);
                } else {
                    last.more_evidence += 1;
                }
                last.objects.extend(line.objects);
            }
            _ => findings.push(Finding {
                pattern: line.pattern,
                title: String::new(),
                certainty: line.certainty,
                count: 0,
                retained: line.retained,
                is_notable: true,
                evidence: vec![evidence],
                more_evidence: 0,
                objects: line.objects,
            }),
        }
    }
    for finding in &mut findings {
        finish(snapshot, finding);
    }
    findings
}

fn finish(snapshot: &Snapshot, finding: &mut Finding) {
    let lines = finding.evidence.len() as u64 + finding.more_evidence;
    let gained = finding
        .evidence
        .iter()
        .fold(0_u64, |sum, evidence| sum.saturating_add(evidence.gained));
    finding.title = format!(
        "{}, {}: +{}",
        finding.pattern.title(),
        format::many(lines, "place", "places"),
        format::size(gained)
    );
    let weight = |&node: &NodeIx| (std::cmp::Reverse(snapshot.retained_size(node)), node);
    finding.objects.sort_by_key(weight);
    finding.objects.dedup();
    finding.count = finding.objects.len() as u64;
}

fn evidence(line: &Line) -> Evidence {
    let label = format!("{}: {}{}", line.label, line.steps.text(), line.note);
    Evidence {
        label,
        node: line.node,
        edge: line.edge,
        count: line.objects.len() as u64,
        retained: line.retained,
        freed: line.retained,
        steps: line.steps.values.clone(),
        gained: line.gained,
    }
}

fn of_classes(last: &Snapshot, classes: &EvenClasses) -> Option<Finding> {
    let (Some(&count), Some(&size)) = (classes.counts.last(), classes.sizes.last()) else {
        return None;
    };
    let class = classes.class?;
    let node = last
        .graph
        .nodes()
        .find(|&node| last.class(node) == class && last.shallow_size(node) > 0)?;
    let grow = if classes.names.len() == 1 {
        "class grows"
    } else {
        "classes grow"
    };
    let label = format!(
        "{} {grow} by {}: {}",
        format::number(classes.names.len() as u64),
        classes.by(),
        classes.text()
    );
    Some(Finding {
        pattern: Pattern::GrowingClasses,
        title: format!("{grow} evenly"),
        certainty: Certainty::GrowsEvenly,
        count: 1,
        retained: size,
        is_notable: true,
        evidence: vec![Evidence {
            label,
            node,
            edge: None,
            count,
            retained: size,
            freed: size,
            steps: classes.counts.clone(),
            gained: classes
                .sizes
                .last()?
                .saturating_sub(*classes.sizes.first()?),
        }],
        more_evidence: 0,
        objects: vec![node],
    })
}
