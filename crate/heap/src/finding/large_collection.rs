//! Collections with very many entries, or with entries that weigh, in a single file.

use rustc_hash::FxHashMap;

use super::{
    Found, Pattern,
    collection::{self, collections},
    format,
    group::FindingGroups,
    holder,
    index::{Collection, Index},
    innocent::is_innocent,
    key_shape::shape,
};

/// So many entries are worth a look ...
const MANY: u64 = 1_000;
/// ... and a line if the collection retains so many bytes.
const HEAVY: u64 = 100_000;
/// Fewer entries are worth it if it retains so many.
const HEAVY_OF_FEW: u64 = 150_000;
/// A lighter one is worth it, too, if each of its entries owns so many.
const HEAVY_ENTRY: u64 = 1_000;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    of(index, Pattern::LargeCollection)
}

/// Those with string keys.
pub(crate) fn find_keyed<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    of(index, Pattern::KeyedCache)
}

fn of<'a>(index: &'a Index<'a>, pattern: Pattern) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    let mut found: FxHashMap<u64, String> = FxHashMap::default();
    for (collection, shape) in weighty(index) {
        if shape.is_some() != (pattern == Pattern::KeyedCache) {
            continue;
        }
        let key = index.id_key(collection.node);
        groups.add(key, collection.node);
        groups.count(key, collection.entries);
        found.insert(key, text(index, collection, shape.as_deref()));
    }
    groups.found(
        pattern,
        |group| group.retained >= HEAVY || group.retained / HEAVY_ENTRY >= group.count(),
        move |sum| {
            let (one, more) = match pattern {
                Pattern::KeyedCache => ("cache retains", "caches retain"),
                _ => ("large collection retains", "large collections retain"),
            };
            let collections = format::many(sum.count, one, more);
            format!("{collections} {}", format::size(sum.retained))
        },
        move |group| {
            let collection = &found[&group.key];
            let held = holder::holder(index, group.first());
            let held = held.map_or(String::new(), |edge| {
                format!(" ({})", holder::told(index, edge))
            });
            format!("{collection}{held}")
        },
    )
}

/// Collections that weigh and are not innocent, each with the shape of its keys, if these are strings.
fn weighty<'a>(index: &'a Index) -> &'a [(Collection, Option<String>)] {
    let weighs = |collection: &&Collection| {
        let retained = index.snapshot.retained_size(collection.node);
        let weighs = collection.entries >= MANY
            || retained >= HEAVY_OF_FEW
            || retained / HEAVY_ENTRY >= collection.entries;
        weighs && !is_innocent(index, collection.node)
    };
    index.weighty.get_or_init(|| {
        let weighty = collections(index).iter().filter(weighs);
        let shaped = weighty.map(|&collection| (collection, shape(index, collection.node)));
        shaped.collect()
    })
}

/// `Map with 3,000 entries`, `Object with 2,160 keys such as "from=…"`
fn text(index: &Index, collection: &Collection, shape: Option<&str>) -> String {
    match shape {
        Some(shape) => {
            let keys = format::many(collection.entries, "key", "keys");
            format!(
                "{} with {keys} such as {shape}",
                index.name(collection.node)
            )
        }
        None => collection::text(index, collection),
    }
}
