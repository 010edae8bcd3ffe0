//! Collections with more entries in each snapshot than in the one before.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Finding, Pattern,
    collection::{self, Collection, collections},
    format,
    group::Groups,
    holder,
    index::Index,
};
use crate::ObjectId;

/// So many entries more than at first are worth a word.
const GROWN: u64 = 20;

/// `earlier` in the order in which they were taken.
pub(crate) fn find(last: &Index, earlier: &[Index]) -> Option<Finding> {
    if earlier.is_empty() {
        return None;
    }
    let candidates = collections(last, GROWN..=u64::MAX);
    let wanted: FxHashSet<ObjectId> = candidates
        .iter()
        .map(|found| last.graph.id(found.node))
        .collect();
    let before: Vec<FxHashMap<ObjectId, u64>> = earlier
        .iter()
        .map(|index| {
            let found = collections(index, 0..=u64::MAX).into_iter();
            let known = found.map(|found| (index.graph.id(found.node), found.entries));
            known.filter(|(id, _)| wanted.contains(id)).collect()
        })
        .collect();
    let mut groups = Groups::new(last);
    let mut grown: FxHashMap<u64, (Collection, Vec<u64>)> = FxHashMap::default();
    for found in candidates {
        let id = last.graph.id(found.node);
        let born = before
            .iter()
            .skip_while(|entries| !entries.contains_key(&id));
        let steps: Option<Vec<u64>> = born.map(|entries| entries.get(&id).copied()).collect();
        let Some(mut steps) = steps else { continue };
        steps.push(found.entries);
        if grows(&steps) {
            let key = found.node.0.into();
            groups.add(key, found.node);
            grown.insert(key, (found, steps));
        }
    }
    groups.finding(
        Pattern::GrowingCollection,
        |_| true,
        |sum| {
            let collections = format::many(
                sum.count,
                "growing collection retains",
                "growing collections retain",
            );
            format!("{collections} {}", format::size(sum.retained))
        },
        |group| {
            let (found, steps) = &grown[&group.key];
            let steps: Vec<String> = steps
                .iter()
                .map(|&entries| format::number(entries))
                .collect();
            let held = holder::holder(last, group.first());
            let held = held.map_or(String::new(), |edge| {
                format!(" ({})", holder::text(last, edge))
            });
            format!(
                "{}{held}: {}",
                collection::text(last, found),
                steps.join(", ")
            )
        },
    )
}

/// More in every step, and much more in all.
fn grows(steps: &[u64]) -> bool {
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else {
        return false;
    };
    steps.windows(2).all(|pair| pair[0] < pair[1]) && last - first >= GROWN
}
