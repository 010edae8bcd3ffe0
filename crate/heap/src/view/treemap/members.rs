//! Objects of one class, one by one.

use super::parts::{Bounds, Part, TileKind};
use crate::{NodeIx, Snapshot};

/// Where none of many is large enough to be shown, so many tiles of several are.
const RUNS: u64 = 100;

impl Snapshot {
    /// So many objects as one part, and each by itself: those of one class that the same object dominates, from the first on.
    pub(super) fn members(&self, first: NodeIx, count: u32) -> (Part, Vec<Part>) {
        let class = self.class(first);
        let order = |part: &Part| Part::order(self, part.node);
        let from = Part::order(self, first);
        let is_one = |part: &Part| self.class(part.node) == class && order(part) >= from;
        let mut members: Vec<Part> = self.inner(self.dominator(first)).filter(is_one).collect();
        members.sort_unstable_by_key(order);
        members.truncate(count as usize);
        match members[..] {
            [] => (Part::object(self, first), members),
            _ => (several(&members), members),
        }
    }
}

/// Those that are large enough, and the others together; where there are none several tiles of others, so that one comes to each
/// in the end.
pub(super) fn parts(members: &[Part], bounds: Bounds) -> Vec<Part> {
    let shown = members.partition_point(|part| bounds.shows(part.size));
    let (large, small) = members.split_at(shown);
    let mut parts = large.to_vec();
    if large.is_empty() {
        parts.extend(runs(small, bounds));
    } else if small.iter().any(|part| part.size > 0) {
        parts.push(several(small));
    }
    parts.sort_by_key(|part| std::cmp::Reverse(part.size));
    parts
}

/// Neighbours together, until they are large enough.
fn runs(members: &[Part], bounds: Bounds) -> Vec<Part> {
    let enough = |size: u64| size >= bounds.total / RUNS && bounds.shows(size);
    let mut runs = Vec::new();
    let mut from = 0;
    let mut size = 0_u64;
    for (at, member) in members.iter().enumerate() {
        size = size.saturating_add(member.size);
        if enough(size) || at + 1 == members.len() {
            runs.push(several(&members[from..=at]));
            (from, size) = (at + 1, 0);
        }
    }
    runs
}

fn several(members: &[Part]) -> Part {
    match members {
        [one] => *one,
        _ => Part {
            kind: TileKind::Class,
            node: members[0].node,
            size: members
                .iter()
                .fold(0, |sum, part| part.size.saturating_add(sum)),
            count: members.len() as u32,
        },
    }
}
