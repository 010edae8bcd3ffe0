//! Three snapshots: what was made between the first two and is still there in the third.

use std::borrow::Borrow;

use crate::{Graph, Passing, Selection, Snapshot, ground::bits::Bits};

/// Objects of the third snapshot that are in the second, but not in the first. Where an action that should leave
/// nothing behind was done between the first two, and undone before the third, they are the suspects.
///
/// All figures are the third snapshot's; an object whose size it counts elsewhere is in no row.
///
/// An object is known by its id. A JavaScript object has an odd one, which it keeps while it lives and which no other
/// object gets. Objects outside of V8, DOM nodes for example, have even ones, which V8 keeps by address: as a rule they are as
/// good, but what is made where something was freed may have its id. Both kinds count here, as in DevTools' Comparison:
/// without the second, no detached element would ever be a suspect.
pub fn made_between_and_still_there<S: Borrow<Snapshot>>(
    first: &Snapshot,
    second: &Snapshot,
    third: S,
) -> Selection<S> {
    let (old, middle) = (sorted_ids(&first.graph), sorted_ids(&second.graph));
    let graph = &third.borrow().graph;
    let mut last: Vec<([u32; 2], u32)> = graph.nodes.id.in_halves().zip(0..).collect();
    last.sort_unstable();
    let (mut old, mut middle) = (old.into_iter().peekable(), middle.into_iter().peekable());
    let mut chosen = Bits::new(last.len());
    for (id, node) in last {
        while old.next_if(|other| *other < id).is_some() {}
        while middle.next_if(|other| *other < id).is_some() {}
        if middle.peek() == Some(&id) && old.peek() != Some(&id) {
            chosen.set(node);
        }
    }
    Selection::of(third, Passing::of(chosen))
}

fn sorted_ids(graph: &Graph) -> Vec<[u32; 2]> {
    let mut ids: Vec<[u32; 2]> = graph.nodes.id.in_halves().collect();
    ids.sort_unstable();
    ids
}
