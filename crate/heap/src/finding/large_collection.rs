//! Collections with very many entries, or with entries that weigh, in a single file.

use rustc_hash::FxHashMap;

use super::{
    Found, Pattern,
    collection::{self, Collection},
    format,
    group::FindingGroups,
    holder,
    index::Index,
    innocent::is_innocent,
};

/// So many entries are worth a look ...
const MANY: u64 = 1_000;
/// ... if the collection retains so many bytes.
const HEAVY: u64 = 100_000;
/// Fewer entries are worth it, too, if each owns so many bytes.
const HEAVY_ENTRY: u64 = 1_000;
/// Or if the collection retains so many.
const VERY_HEAVY: u64 = 1_000_000;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    let mut found: FxHashMap<u64, Collection> = FxHashMap::default();
    for &collection in index.collections() {
        let retained = index.snapshot.retained_size(collection.node);
        let weighs = collection.entries >= MANY
            || retained >= VERY_HEAVY
            || retained / HEAVY_ENTRY >= collection.entries;
        if weighs && !is_innocent(index, collection.node) {
            let key = index.id_key(collection.node);
            groups.add(key, collection.node);
            groups.count(key, collection.entries);
            found.insert(key, collection);
        }
    }
    groups.found(
        Pattern::LargeCollection,
        |group| group.retained >= HEAVY || group.retained / HEAVY_ENTRY >= group.count(),
        |sum| {
            let collections = format::many(
                sum.count,
                "large collection retains",
                "large collections retain",
            );
            format!("{collections} {}", format::size(sum.retained))
        },
        move |group| {
            let collection = collection::text(index, &found[&group.key]);
            let held = holder::holder(index, group.first());
            let held = held.map_or(String::new(), |edge| {
                format!(" ({})", holder::told(index, edge))
            });
            format!("{collection}{held}")
        },
    )
}
