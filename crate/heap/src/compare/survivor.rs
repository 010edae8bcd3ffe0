//! Three snapshots: what was made between the first two and is still there in the third.

use std::borrow::Borrow;

use crate::{Selection, Snapshot};

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
    let (old, middle) = (first.by_id(), second.by_id());
    Selection::new(third, |graph, node| {
        let id = graph.id(node);
        middle.has(id) && !old.has(id)
    })
}
