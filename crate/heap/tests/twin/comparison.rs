//! Rule 9: what came and what went between two heaps.

use super::heap::Heap;
use super::interface;
use super::rows::{groups, key};
use crate::draw::{Drawing, Text};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DiffRow {
    pub(crate) key: Text,
    pub(crate) name: Text,
    /// Ids in ascending order.
    pub(crate) added: Vec<u64>,
    pub(crate) removed: Vec<u64>,
    pub(crate) added_size: u64,
    pub(crate) removed_size: u64,
}

impl DiffRow {
    pub(crate) fn count_delta(&self) -> i64 {
        self.added.len().cast_signed() as i64 - self.removed.len().cast_signed() as i64
    }

    pub(crate) fn size_delta(&self) -> i64 {
        self.added_size.cast_signed() - self.removed_size.cast_signed()
    }
}

/// The rows in which something was added or removed, in no particular order.
pub(crate) fn comparison(base: &Drawing, later: &Drawing) -> Vec<DiffRow> {
    let (base, later) = (Heap::of(base), Heap::of(later));
    let base_sides = base_sides(&base, &later);
    let later_sides = later_sides(&later);
    let nothing = Side::default();
    let mut rows = Vec::new();
    for before in &base_sides {
        let after = later_sides.iter().find(|after| after.key == before.key);
        rows.push(row(
            before,
            after.unwrap_or(&nothing),
            &after.unwrap_or(before).name,
        ));
    }
    for after in &later_sides {
        if !base_sides.iter().any(|before| before.key == after.key) {
            rows.push(row(&nothing, after, &after.name));
        }
    }
    rows.retain(|row| !row.added.is_empty() || !row.removed.is_empty());
    rows
}

/// A class in one of the two heaps.
#[derive(Default)]
pub(super) struct Side {
    pub(super) key: Text,
    name: Text,
    /// Id and size, by id.
    pub(super) members: Vec<(u64, u64)>,
}

fn row(before: &Side, after: &Side, name: &Text) -> DiffRow {
    let only = |one: &Side, other: &Side| {
        let is_new = |id: u64| other.members.iter().all(|(known, _)| *known != id);
        let new = one.members.iter().copied().filter(|(id, _)| is_new(*id));
        new.unzip::<u64, u64, Vec<_>, Vec<_>>()
    };
    let (added, added_sizes) = only(after, before);
    let (removed, removed_sizes) = only(before, after);
    let key = if after.members.is_empty() {
        &before.key
    } else {
        &after.key
    };
    DiffRow {
        key: key.clone(),
        name: name.clone(),
        added,
        removed,
        added_size: added_sizes.iter().sum(),
        removed_size: removed_sizes.iter().sum(),
    }
}

fn later_sides(later: &Heap<'_>) -> Vec<Side> {
    let groups = groups(later, &later.classes, &vec![true; later.names.len()]);
    let side = |members: &Vec<usize>| Side {
        key: key(later, &later.classes, members[0]),
        name: later.classes[members[0]].text(later.drawing),
        members: by_id(later, members),
    };
    groups.iter().map(side).collect()
}

/// The base's plain objects are told apart by the later heap's interfaces. The name that is shown is an
/// exception: it is what the member with the highest id is called in the base itself.
pub(super) fn base_sides(base: &Heap<'_>, later: &Heap<'_>) -> Vec<Side> {
    let classes = interface::apply(base.drawing, &later.definitions, &base.plain_classes);
    let groups = groups(base, &classes, &vec![true; base.names.len()]);
    let side = |members: &Vec<usize>| {
        let last = members
            .iter()
            .max_by_key(|node| base.drawing.nodes[**node].id);
        Side {
            key: key(base, &classes, members[0]),
            name: base.classes[*last.expect("a member")].text(base.drawing),
            members: by_id(base, members),
        }
    };
    groups.iter().map(side).collect()
}

fn by_id(heap: &Heap<'_>, members: &[usize]) -> Vec<(u64, u64)> {
    let mut members: Vec<_> = members
        .iter()
        .map(|node| (heap.drawing.nodes[*node].id, heap.sizes[*node]))
        .collect();
    members.sort_unstable();
    members
}
