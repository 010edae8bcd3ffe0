//! What keeps functions to call them, grouped by function: timers, listeners, observers.

use rustc_hash::FxHashMap;

use super::{
    Found, Pattern, callback, format, group::FindingGroups, index::Index, key::key,
    known_name::KnownName,
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
pub(crate) fn find<'a>(
    index: &'a Index<'a>,
    pattern: Pattern,
    usual: &'static Usual,
    names: (&'static str, &'static str),
    keepers: impl Iterator<Item = Keeper>,
) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    let mut first: FxHashMap<u64, (NodeIx, Option<NodeIx>)> = FxHashMap::default();
    for Keeper { node, function, on } in keepers {
        let function = callback::unbound(index, function);
        let on_id = on.map(|on| index.graph.id(on));
        let key = key((callback::key(index, function), on_id));
        first.entry(key).or_insert((function, on));
        groups.add(key, node);
        if let Some(on) = on {
            groups.belong(key, on);
        }
    }
    let (one, more) = names;
    groups.found(
        pattern,
        move |group| group.count() >= usual.many || group.retained >= usual.heavy,
        move |sum| {
            let keepers = format::many(sum.count, one, more);
            let retained = format::size(sum.retained);
            format!("{keepers}, {retained} retained")
        },
        move |group| {
            let keepers = format::many(group.count(), one, more);
            let (function, on) = first[&group.key];
            let name = callback::name(index, function);
            let on = on.map_or(String::new(), |on| match index.known(on) {
                KnownName::NodeListener => " on one EventTarget".into(),
                _ => format!(" on {}", index.name(on)),
            });
            format!("{keepers} of {name}{on}")
        },
    )
}
