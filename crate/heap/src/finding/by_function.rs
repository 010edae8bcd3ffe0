//! What keeps functions to call them, grouped by function: timers, listeners, observers.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Found, Pattern, callback, format, group::FindingGroups, index::Index, key::key,
    known_name::KnownName,
};
use crate::{Detachedness, NodeIx, story, wtf8};

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
    /// Where those of one event are kept: one function for many events is no pile.
    pub(crate) list: Option<NodeIx>,
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
    let mut lists: FxHashMap<(u64, NodeIx), u64> = FxHashMap::default();
    let mut detached: FxHashSet<u64> = FxHashSet::default();
    for Keeper {
        node,
        function,
        on,
        list,
    } in keepers
    {
        let function = story::unwrapped(index.snapshot, function);
        let gone = on.filter(|&on| index.graph.detachedness(on) == Detachedness::Detached);
        let target = match gone {
            Some(on) => key(element(index, on)),
            None => key(on.map(|on| index.graph.id(on))),
        };
        let key = key((callback::key(index, function), target));
        first.entry(key).or_insert((function, on));
        groups.add(key, node);
        if gone.is_some() {
            detached.insert(key);
        } else if let Some(on) = on {
            groups.belong(key, on);
        }
        if let Some(list) = list {
            *lists.entry((key, list)).or_insert(0) += 1;
        }
    }
    let mut most: FxHashMap<u64, u64> = FxHashMap::default();
    for ((key, _), count) in lists {
        let most = most.entry(key).or_insert(0);
        *most = count.max(*most);
    }
    for (key, most) in most {
        groups.count(key, most);
    }
    let (one, more) = names;
    let on_detached = detached.clone();
    groups.found(
        pattern,
        move |group| {
            // They go with the node.
            let lives = !detached.contains(&group.key);
            lives
                && (group.count() >= usual.many
                    || group.count() > 1 && group.retained >= usual.heavy)
        },
        move |sum| {
            let keepers = format::many(sum.count, one, more);
            let retained = format::size(sum.retained);
            format!("{keepers}, {retained} retained")
        },
        move |group| {
            let keepers = format::many(group.count(), one, more);
            let (function, on) = first[&group.key];
            let name = callback::name(index, function);
            if let Some(on) = on.filter(|_| on_detached.contains(&group.key)) {
                let element = wtf8::lossy(element(index, on));
                let end = if element.starts_with('<') && !element.ends_with('>') {
                    ">"
                } else {
                    ""
                };
                return format!("{keepers} of {name} on each detached {element}{end}");
            }
            let on = on.map_or(String::new(), |on| match index.known(on) {
                KnownName::NodeListener => " on one EventTarget".into(),
                _ => format!(" on {}", story::object(index.snapshot, on)),
            });
            format!("{keepers} of {name}{on}")
        },
    )
}

/// `<div>` of `Detached <div class="a">`.
fn element<'a>(index: &Index<'a>, node: NodeIx) -> &'a [u8] {
    let name = index.graph.raw_name(node);
    let name = name.strip_prefix(b"Detached ").unwrap_or(name);
    memchr::memchr(b' ', name).map_or(name, |blank| &name[..blank])
}
