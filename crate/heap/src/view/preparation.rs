//! What questions need beside the figures, made ready while nobody asks.

use super::{duplicates::Grouping, name::Naming};
use crate::{Snapshot, figure::retainer::Sorting, graph::Indexing};

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
    Duplicates(Grouping),
    Nothing,
}

impl Default for Next {
    fn default() -> Self {
        Self::Retainers(Sorting::default())
    }
}

impl Preparation {
    /// Does the next piece; says whether all is done.
    pub fn step(&mut self, snapshot: &Snapshot) -> bool {
        let cache = &snapshot.cache;
        match &mut self.next {
            Next::Retainers(sorting) => {
                if snapshot.retainers.get().is_none() {
                    let Some(retainers) = sorting.step(&snapshot.graph, EDGES) else {
                        return false;
                    };
                    // Nobody else sets it: what is not there yet stays so until here.
                    let _ = snapshot.retainers.set(retainers);
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
                if cache.names.get().is_none() {
                    let Some(names) = naming.step(snapshot, NODES) else {
                        return false;
                    };
                    let _ = cache.names.set(names);
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
                self.next = Next::Duplicates(Grouping::new(snapshot));
            }
            Next::Duplicates(grouping) => {
                if cache.duplicates.get().is_none() {
                    let Some(duplicates) = grouping.step(snapshot) else {
                        return false;
                    };
                    let _ = cache.duplicates.set(duplicates);
                }
                self.next = Next::Nothing;
            }
            Next::Nothing => {}
        }
        matches!(self.next, Next::Nothing)
    }

    /// The same of what is needed only where the snapshot is compared with another.
    pub fn step_to_compare(&mut self, snapshot: &Snapshot) -> bool {
        let by_id = &snapshot.cache.by_id;
        if by_id.get().is_none()
            && let Some(made) = self.ids.step(&snapshot.graph, NODES as u32)
        {
            let _ = by_id.set(made);
        }
        by_id.get().is_some()
    }
}
