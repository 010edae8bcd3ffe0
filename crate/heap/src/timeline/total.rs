//! What functions and those that they called allocated.

use std::borrow::Borrow;

use rustc_hash::FxHashMap;

use super::stack::{AllocationRow, Stacks, row};
use crate::{Graph, Snapshot};

/// A function with all that is there because of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalRow {
    /// What the function itself allocated.
    pub own: AllocationRow,
    /// Bytes alive that it or functions that it called allocated; a function that calls itself counts once.
    pub live_total: u64,
}

impl<S: Borrow<Snapshot>> Stacks<S> {
    /// All functions of the recording, also those that allocated nothing themselves, in the order of the file.
    pub fn totals(&self) -> Vec<TotalRow> {
        let graph = self.graph();
        let mut totals = vec![None; graph.functions.len()];
        let below = below(graph, &self.live);
        for place in outermost(graph) {
            let function = graph.traces[place].function as usize;
            if let Some(total) = totals.get_mut(function) {
                *total = Some(below[place].saturating_add(total.unwrap_or(0)));
            }
        }
        let functions = (0_u32..).zip(totals);
        functions
            .filter_map(|(function, total)| {
                let sites = self.sites(function).iter().copied();
                Some(TotalRow {
                    own: row(graph, &self.live, function, sites),
                    live_total: total?,
                })
            })
            .collect()
    }
}

/// Bytes alive that were allocated at each place and below it.
fn below(graph: &Graph, live: &[(u64, u64)]) -> Vec<u64> {
    let places = graph.traces.iter().zip(live);
    // As for a function's own: only where the file says that something was allocated.
    let mut sums: Vec<u64> = places
        .map(|(trace, &(_, size))| if trace.count > 0 { size } else { 0 })
        .collect();
    // Callers stand before what they call.
    for place in (0..sums.len()).rev() {
        let caller = graph.traces[place].caller as usize;
        if caller < place {
            sums[caller] = sums[caller].saturating_add(sums[place]);
        }
    }
    sums
}

/// Places above which the same function is not.
fn outermost(graph: &Graph) -> Vec<usize> {
    // Of the places from the root to the last one looked at.
    let mut path: Vec<usize> = Vec::new();
    let mut times: FxHashMap<u32, u32> = FxHashMap::default();
    let mut found = Vec::new();
    for (place, trace) in graph.traces.iter().enumerate() {
        while let Some(above) = path.pop_if(|above| *above != trace.caller as usize) {
            *times.entry(graph.traces[above].function).or_insert(1) -= 1;
        }
        let times = times.entry(trace.function).or_insert(0);
        if *times == 0 {
            found.push(place);
        }
        *times += 1;
        path.push(place);
    }
    found
}
