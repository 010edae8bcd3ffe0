//! Large strings that only slices of them keep alive.

use super::{Found, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName};
use crate::{NodeIx, NodeKind};

/// Bytes of a string that a slice may keep.
const LARGE: u64 = 4_000;
/// Fewer are texts that a program is reading.
const MANY: u64 = 3;
/// Bytes of all of them that are worth a word.
const HEAVY: u64 = 50_000;
/// If slices need this share of the string, one of so many parts, it is no waste.
const FAIR_PART: u64 = 2;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut parents: Vec<NodeIx> = index
        .of_kind(NodeKind::SlicedString)
        .filter_map(|slice| index.follow(slice, KnownName::Parent))
        .filter(|&parent| index.snapshot.shallow_size(parent) >= LARGE)
        .collect();
    parents.sort_unstable();
    parents.dedup();
    let mut groups = FindingGroups::new(index);
    for parent in parents {
        if is_wasted(index, parent) {
            groups.add(0, parent);
        }
    }
    let text = |count, retained| {
        let strings = format::many(count, "string", "strings");
        format!(
            "{strings} of {} together, kept by slices only",
            format::size(retained)
        )
    };
    groups.found(
        Pattern::SlicedStrings,
        move |group| group.count() >= MANY && group.retained >= HEAVY,
        move |sum| text(sum.count, sum.retained),
        move |group| {
            let strings = format::many(group.count(), "string", "strings");
            format!("{strings} kept by slices only")
        },
    )
}

/// Whether nothing but slices holds the string, and these need little of it.
fn is_wasted(index: &Index, parent: NodeIx) -> bool {
    let mut needed = 0_u64;
    for (_, holder) in index.holders(parent) {
        if index.graph.kind(holder) != NodeKind::SlicedString {
            return false;
        }
        needed = needed.saturating_add(length(index, holder).unwrap_or(0));
    }
    needed < index.snapshot.shallow_size(parent) / FAIR_PART
}

/// In characters, where the file tells (Chromium).
fn length(index: &Index, slice: NodeIx) -> Option<u64> {
    let number = index.follow(slice, KnownName::Length)?;
    let value = index.follow(number, KnownName::Value)?;
    std::str::from_utf8(index.graph.raw_name(value))
        .ok()?
        .parse()
        .ok()
}
