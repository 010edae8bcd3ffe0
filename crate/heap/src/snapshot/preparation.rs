//! What questions need beside the figures, made ready while nobody asks.

use crate::{
    Snapshot,
    figure::retainer::Sorting,
    graph::Indexing,
    view::{duplicates::Grouping, name::Naming},
};

/// How far the preparation of a snapshot is. A step takes some ten milliseconds of the largest files, so that questions come
/// between; what a question needs before it is ready is made at once for it.
#[derive(Debug, Default)]
pub struct Preparation(Next);

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
    Ids(Indexing),
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
        match &mut self.0 {
            Next::Retainers(sorting) => {
                if snapshot.retainers.get().is_none() {
                    let Some(retainers) = sorting.step(&snapshot.graph, EDGES) else {
                        return false;
                    };
                    // Nobody else sets it: what is not there yet stays so until here.
                    let _ = snapshot.retainers.set(retainers);
                }
                self.0 = Next::Concatenated;
            }
            Next::Concatenated => {
                snapshot.concatenated();
                self.0 = Next::Strings;
            }
            Next::Strings => {
                self.0 = Next::Names(Naming::new(snapshot));
            }
            Next::Names(naming) => {
                if cache.names.get().is_none() {
                    let Some(names) = naming.step(snapshot, NODES) else {
                        return false;
                    };
                    let _ = cache.names.set(names);
                }
                self.0 = Next::Places;
            }
            Next::Places => {
                snapshot.places();
                self.0 = Next::Ids(Indexing::default());
            }
            Next::Ids(indexing) => {
                if cache.by_id.get().is_none() {
                    let Some(by_id) = indexing.step(&snapshot.graph, NODES as u32) else {
                        return false;
                    };
                    let _ = cache.by_id.set(by_id);
                }
                self.0 = Next::Statistics;
            }
            Next::Statistics => {
                snapshot.statistics();
                self.0 = Next::Unreached;
            }
            Next::Unreached => {
                snapshot.unreached();
                self.0 = Next::Duplicates(Grouping::new(snapshot));
            }
            Next::Duplicates(grouping) => {
                if cache.duplicates.get().is_none() {
                    let Some(duplicates) = grouping.step(snapshot) else {
                        return false;
                    };
                    let _ = cache.duplicates.set(duplicates);
                }
                self.0 = Next::Nothing;
            }
            Next::Nothing => {}
        }
        matches!(self.0, Next::Nothing)
    }
}
