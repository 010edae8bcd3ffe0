//! What questions need beside the figures, made ready while nobody asks.

use std::sync::OnceLock;

use super::{
    duplicates::Grouping,
    kept::{Keeper, Sweep},
    name::Naming,
};
use crate::{
    Snapshot,
    figure::{pair::Pairing, retainer::Sorting},
    graph::Indexing,
};

/// How far the preparation of a snapshot is. A step takes some ten milliseconds of the largest files, so that questions come
/// between; what a question needs before it is ready is made at once for it.
#[derive(Debug, Default)]
pub struct Preparation {
    next: Next,
    ids: Indexing,
}

/// Edges and nodes of a step.
const EDGES: usize = 1 << 20;
const NODES: usize = 1 << 18;

#[derive(Debug)]
enum Next {
    Retainers(Sorting),
    Concatenated,
    Strings,
    Names(Naming),
    Places,
    Statistics,
    Unreached,
    WeakPairs(Pairing),
    Duplicates(Grouping),
    /// One after the other.
    Kept(usize, Sweep),
    Nothing,
}

impl Default for Next {
    fn default() -> Self {
        Self::Retainers(Sorting::default())
    }
}

impl Next {
    fn kept(snapshot: &Snapshot, keeper: usize) -> Self {
        let sweep = |&one| Self::Kept(keeper, Sweep::new(snapshot, one));
        Keeper::ALL.get(keeper).map_or(Self::Nothing, sweep)
    }
}

impl Preparation {
    /// Does the next piece; says whether all is done.
    pub fn step(&mut self, snapshot: &Snapshot) -> bool {
        let cache = &snapshot.cache;
        match &mut self.next {
            Next::Retainers(sorting) => {
                if !fill(&snapshot.retainers, || sorting.step(&snapshot.graph, EDGES)) {
                    return false;
                }
                self.next = Next::Concatenated;
            }
            Next::Concatenated => {
                snapshot.concatenated();
                self.next = Next::Strings;
            }
            Next::Strings => {
                self.next = Next::Names(Naming::new(snapshot));
            }
            Next::Names(naming) => {
                if !fill(&cache.names, || naming.step(snapshot, NODES)) {
                    return false;
                }
                self.next = Next::Places;
            }
            Next::Places => {
                snapshot.places();
                self.next = Next::Statistics;
            }
            Next::Statistics => {
                snapshot.statistics();
                self.next = Next::Unreached;
            }
            Next::Unreached => {
                snapshot.unreached();
                self.next = Next::WeakPairs(Pairing::default());
            }
            Next::WeakPairs(pairing) => {
                let (graph, texts) = (&snapshot.graph, &snapshot.texts);
                let step = || pairing.step(graph, texts, NODES as u32);
                if !fill(&cache.weak_pairs, step) {
                    return false;
                }
                self.next = Next::Duplicates(Grouping::new(snapshot));
            }
            Next::Duplicates(grouping) => {
                if !fill(&cache.duplicates, || grouping.step(snapshot)) {
                    return false;
                }
                self.next = Next::kept(snapshot, 0);
            }
            Next::Kept(keeper, sweep) => {
                if !fill(&cache.kept[*keeper], || sweep.step(snapshot, NODES as u32)) {
                    return false;
                }
                self.next = Next::kept(snapshot, *keeper + 1);
            }
            Next::Nothing => {}
        }
        matches!(self.next, Next::Nothing)
    }

    /// The same of what is needed only where the snapshot is compared with another.
    pub fn step_to_compare(&mut self, snapshot: &Snapshot) -> bool {
        let step = || self.ids.step(&snapshot.graph, NODES as u32);
        fill(&snapshot.cache.by_id, step)
    }
}

/// Takes a step towards what is not there yet; says whether it is there now. A question may have come and made it meanwhile.
fn fill<T>(place: &OnceLock<T>, step: impl FnOnce() -> Option<T>) -> bool {
    if place.get().is_none()
        && let Some(made) = step()
    {
        // Nobody else sets it between: all is done by one thread.
        let _ = place.set(made);
    }
    place.get().is_some()
}
