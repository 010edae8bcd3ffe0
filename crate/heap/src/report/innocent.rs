//! What was looked at and is no reason to worry, and what would settle the rest.

use super::{
    Told,
    markdown::{Page, escape},
};
use crate::{Finding, Pattern, format};

/// Lines of a pattern that did not grow.
const MOST: usize = 3;

pub(super) fn section(page: &mut Page, stock: &[Finding], told: &mut Told, is_alone: bool) {
    page.heading(2, "Looked at, and innocent");
    for finding in stock {
        if !finding.is_notable {
            page.item(0, &format!("in usual amounts: {}", escape(&finding.title)));
        } else if !is_alone {
            unchanged(page, finding, told);
        }
    }
    let is_there = |pattern: &Pattern| {
        told.patterns.contains(pattern) || stock.iter().any(|finding| finding.pattern == *pattern)
    };
    let absent = Pattern::ALL.iter().filter(|pattern| !is_there(pattern));
    let absent: Vec<&str> = absent.map(|pattern| pattern.title()).collect();
    if !absent.is_empty() {
        page.item(0, &format!("nothing of: {}", absent.join("; ")));
    }
    told.settles.sort_unstable();
    told.settles.dedup();
    if !told.settles.is_empty() {
        page.heading(2, "To be sure");
        for settle in &told.settles {
            page.item(0, settle);
        }
    }
}

/// Large or many, but not more than before.
fn unchanged(page: &mut Page, finding: &Finding, told: &Told) {
    let lines = finding.evidence.iter();
    let old: Vec<_> = lines
        .filter(|line| !told.nodes.contains(&line.node))
        .collect();
    for line in old.iter().take(MOST) {
        page.item(0, &format!("did not grow: {}", escape(&line.label)));
    }
    let more = old.len().saturating_sub(MOST) as u64 + finding.more_evidence;
    if more > 0 {
        let title = finding.pattern.title();
        page.item(
            0,
            &format!("did not grow: {} more of: {title}", format::number(more)),
        );
    }
}
