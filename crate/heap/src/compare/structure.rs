//! Two snapshots that have no object in common: how many of each constructor there are.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{group::groups, label::Labels};
use crate::{Snapshot, figure::class::Scripts};

/// A constructor of two processes, paired by its name and its place in the script, whatever number the script has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassChange {
    /// The constructor, WTF-8; with its place where the first or second snapshot has others of the name.
    pub name: Vec<u8>,
    /// Objects in the first and in the second.
    pub counts: [u32; 2],
    /// Their own bytes.
    pub sizes: [u64; 2],
}

/// Constructors of which there are more or fewer, or whose objects take other bytes; those that gained most bytes first.
///
/// Numbers of objects are not looked at: what was replaced by as much of the same is no difference.
pub fn by_structure(before: &Snapshot, after: &Snapshot) -> Vec<ClassChange> {
    let mut rows: Vec<ClassChange> = Vec::new();
    let mut places: FxHashMap<(Vec<u8>, String), usize> = FxHashMap::default();
    let sides = [
        (before, Labels::under(before, &after.interfaces)),
        (after, Labels::own(after)),
    ];
    for (side, (snapshot, labels)) in sides.iter().enumerate() {
        let scripts = Scripts::new(snapshot.graph());
        let names = snapshot.class_names();
        for group in groups(snapshot, labels) {
            let place = (group.name.clone(), scripts.whole_place(&group.key));
            let next = rows.len();
            let at = *places.entry(place).or_insert(next);
            if at == next {
                rows.push(ClassChange {
                    name: Vec::new(),
                    counts: [0; 2],
                    sizes: [0; 2],
                });
            }
            let row = &mut rows[at];
            row.name = names.shown(&group.key, &group.name).to_vec();
            row.counts[side] += group.count;
            row.sizes[side] = row.sizes[side].saturating_add(group.size);
        }
    }
    rows.retain(|row| row.counts[0] != row.counts[1] || row.sizes[0] != row.sizes[1]);
    let gained = |row: &ClassChange| i128::from(row.sizes[1]) - i128::from(row.sizes[0]);
    rows.sort_by_key(|row| Reverse(gained(row)));
    rows
}
