//! The lines of one file in the order in which they should be read.

use std::cmp::Reverse;

use super::{
    Certainty, Finding,
    group::{FindingGroup, Found},
};

/// What is shaped like a leak comes before what is merely so many times as heavy.
const SHAPE_COUNTS: u64 = 4;
/// So many groups of a pattern are weighed with all that belongs to them.
const WEIGHED: usize = 50;

/// A group with what it frees.
struct Line<'a> {
    found: &'a Found<'a>,
    group: &'a FindingGroup,
    freed: u64,
}

impl Line<'_> {
    fn rank(&self) -> Reverse<u64> {
        Reverse(match self.found.pattern.alone() {
            Certainty::MerelyLarge => self.freed,
            _ => self.freed.saturating_mul(SHAPE_COUNTS),
        })
    }
}

/// Groups that are more than usual, the heaviest first, neighbours of one pattern as one finding; then the patterns of
/// which there are usual amounts only.
pub(crate) fn findings(found: &[Found]) -> Vec<Finding> {
    let (mut notable, mut usual) = (Vec::new(), Vec::new());
    for found in found {
        let of_all = lines(found, |_| true);
        let mut lines = lines(found, |group| found.is_notable(group));
        if lines.is_empty() {
            usual.push(finding(&of_all, false));
        } else {
            notable.append(&mut lines);
        }
    }
    notable.sort_by_key(Line::rank);
    usual.sort_by_key(|finding| Reverse(finding.retained));
    let runs = notable.chunk_by(|a, b| a.found.pattern == b.found.pattern);
    let mut findings: Vec<Finding> = runs.map(|run| finding(run, true)).collect();
    findings.append(&mut usual);
    findings
}

fn finding(lines: &[Line], is_notable: bool) -> Finding {
    let groups: Vec<(&FindingGroup, u64)> =
        lines.iter().map(|line| (line.group, line.freed)).collect();
    lines[0].found.finding(&groups, is_notable)
}

/// The groups of a pattern, the heaviest first.
fn lines<'a>(found: &'a Found<'a>, wanted: impl Fn(&FindingGroup) -> bool) -> Vec<Line<'a>> {
    let mut groups: Vec<&FindingGroup> =
        found.groups.iter().filter(|group| wanted(group)).collect();
    groups.sort_by_key(|group| Reverse(group.retained));
    let line = |(at, group): (usize, &'a FindingGroup)| {
        let freed = if at < WEIGHED {
            found.freed(group)
        } else {
            group.retained
        };
        Line {
            found,
            group,
            freed,
        }
    };
    let mut lines: Vec<Line> = groups.into_iter().enumerate().map(line).collect();
    lines.sort_by_key(Line::rank);
    lines
}
