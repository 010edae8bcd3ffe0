//! Collections that hold more in each snapshot than in the one before: those of [`crate::Series`] that gained much.

use rustc_hash::FxHashMap;

use super::{Finding, Pattern, format, group::FindingGroups, holder, index::Index};
use crate::{
    CollectionGrowth, Snapshot,
    compare::{gained, growing_collections},
};

/// So many references more than at first are worth a word ...
const GROWN: u64 = 20;
/// ... or so many bytes: room for as many numbers.
const GROWN_BYTES: u64 = 8 * GROWN;

/// `last` is the index of the last of the snapshots.
pub(crate) fn find(last: &Index, snapshots: &[&Snapshot]) -> Option<Finding> {
    let mut groups = FindingGroups::new(last);
    let mut grown: FxHashMap<u64, CollectionGrowth> = FxHashMap::default();
    for row in growing_collections(snapshots) {
        if much(&row) {
            let key = row.node.0.into();
            groups.add(key, row.node);
            grown.insert(key, row);
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
            let held = holder::holder(last, group.first());
            let held = held.map_or(String::new(), |edge| {
                format!(" ({})", holder::text(last, edge))
            });
            let name = last.name(group.first());
            format!("{name}{held}: {}", steps(&grown[&group.key]))
        },
    )
}

fn much(row: &CollectionGrowth) -> bool {
    row.grows_in_references() && gained(&row.references[row.born..]) >= GROWN
        || row.grows_in_size() && gained(&row.sizes[row.born..]) >= GROWN_BYTES
}

/// `100, 160, 170 references`, or bytes where these alone grow.
fn steps(row: &CollectionGrowth) -> String {
    if row.grows_in_references() {
        let steps = row.references[row.born..].iter();
        let steps: Vec<String> = steps.map(|&count| format::number(count.into())).collect();
        return steps.join(", ") + " references";
    }
    let steps = row.sizes[row.born..].iter();
    let steps: Vec<String> = steps.map(|&bytes| format::size(bytes)).collect();
    steps.join(", ")
}
