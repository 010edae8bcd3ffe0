//! What keeps functions to call them, grouped by function: timers, listeners, observers.

use rustc_hash::FxHashMap;

use super::{
    Finding, Pattern, callback, format, group::FindingGroups, index::Index, known_name::KnownName,
};
use crate::NodeIx;

/// What is usual.
pub(crate) struct Usual {
    /// So many of one function are more than usual.
    pub(crate) many: u64,
    /// Bytes that those of one function may keep.
    pub(crate) heavy: u64,
}

/// A timer, a listener, an observer.
pub(crate) struct Keeper {
    pub(crate) node: NodeIx,
    /// The function, or another object that is called.
    pub(crate) function: NodeIx,
    /// What it listens to; those of one function on different objects are different things.
    pub(crate) on: Option<NodeIx>,
}

/// `names` for one and for more of them.
pub(crate) fn find(
    index: &Index,
    pattern: Pattern,
    usual: &Usual,
    names: (&str, &str),
    keepers: impl Iterator<Item = Keeper>,
) -> Option<Finding> {
    let mut groups = FindingGroups::new(index);
    let mut keys: FxHashMap<(u64, Option<NodeIx>), usize> = FxHashMap::default();
    let mut first: Vec<(NodeIx, Option<NodeIx>)> = Vec::new();
    for Keeper { node, function, on } in keepers {
        let function = callback::unbound(index, function);
        let key = (callback::key(index, function), on);
        let key = *keys.entry(key).or_insert(first.len());
        if key == first.len() {
            first.push((function, on));
        }
        groups.add(key as u64, node);
    }
    let (one, more) = names;
    groups.finding(
        pattern,
        |group| group.count() >= usual.many || group.retained >= usual.heavy,
        |sum| {
            let keepers = format::many(sum.count, one, more);
            let retained = format::size(sum.retained);
            format!("{keepers}, {retained} retained")
        },
        |group| {
            let keepers = format::many(group.count(), one, more);
            let (function, on) = first[group.key as usize];
            let name = callback::name(index, function);
            let on = on.map_or(String::new(), |on| match index.known(on) {
                KnownName::NodeListener => " on one EventTarget".into(),
                _ => format!(" on {}", index.name(on)),
            });
            let retained = format::size(group.retained);
            format!("{keepers} of {name}{on}: {retained}")
        },
    )
}
