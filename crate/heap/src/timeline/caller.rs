//! Who called the functions that allocated.

use std::borrow::Borrow;

use rustc_hash::FxHashMap;

use super::stack::{AllocationRow, Stacks, caller, row};
use crate::{
    Code, Error, Snapshot,
    limits::{MAX_CALLER_STEPS, MAX_CALLERS},
};

/// The callers of a place in the table (DevTools: `serializeCallers`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Callers {
    /// As long as there is only one caller: it, its caller and so on, each below the one before.
    pub single: Vec<AllocationRow>,
    /// The several callers of the last of these; none if it has none. Just one where the chain is so long that it is left to
    /// another question, with the path that leads there, to go on.
    pub branching: Vec<AllocationRow>,
}

/// A place where something was allocated, and how far up its stack a path has led.
type Below = (u32, u32);

impl<S: Borrow<Snapshot>> Stacks<S> {
    /// Who called the function at the end of this path: first the function that allocated, then its caller and so on.
    ///
    /// # Errors
    /// [`Code::NotRecorded`] if nothing was allocated by this path.
    pub fn callers(&self, path: &[u32]) -> Result<Callers, Error> {
        let mut below = self.below(path)?;
        let mut steps = 0;
        let mut single = Vec::new();
        let branching = loop {
            steps += below.len();
            match <[_; 1]>::try_from(self.by_caller(below)) {
                Ok([(function, next)])
                    if steps <= MAX_CALLER_STEPS && single.len() < MAX_CALLERS =>
                {
                    single.push(self.row(function, &next));
                    below = next;
                }
                Ok(callers) => break callers.into(),
                Err(callers) => break callers,
            }
        };
        let rows = branching.iter();
        let branching = rows.map(|(function, below)| self.row(*function, below));
        Ok(Callers {
            single,
            branching: branching.collect(),
        })
    }

    /// The places that a path leads to.
    pub(super) fn below(&self, path: &[u32]) -> Result<Vec<Below>, Error> {
        let (graph, function) = (self.graph(), path.first().copied().unwrap_or(u32::MAX));
        let mut below: Vec<Below> = self
            .sites(function)
            .iter()
            .map(|&site| (site, site))
            .collect();
        for &function in path.iter().skip(1) {
            below = self.up(below);
            below.retain(|(_, at)| graph.traces[*at as usize].function == function);
        }
        if below.is_empty() {
            let what = "nothing was allocated by that path of functions";
            return Err(Error::new(Code::NotRecorded, what));
        }
        Ok(below)
    }

    fn up(&self, below: Vec<Below>) -> Vec<Below> {
        let graph = self.graph();
        let up = below.into_iter();
        up.filter_map(|(site, at)| Some((site, caller(graph, at)?)))
            .collect()
    }

    /// One step up, by function, in the order in which they are first met.
    fn by_caller(&self, below: Vec<Below>) -> Vec<(u32, Vec<Below>)> {
        let graph = self.graph();
        let mut places: FxHashMap<u32, usize> = FxHashMap::default();
        let mut callers: Vec<(u32, Vec<Below>)> = Vec::new();
        for (site, at) in self.up(below) {
            let function = graph.traces[at as usize].function;
            let place = *places.entry(function).or_insert(callers.len());
            if place == callers.len() {
                callers.push((function, Vec::new()));
            }
            callers[place].1.push((site, at));
        }
        callers
    }

    fn row(&self, function: u32, below: &[Below]) -> AllocationRow {
        let graph = self.graph();
        let sites = below.iter().map(|(site, _)| *site);
        let mut row = row(graph, &self.live, function, sites);
        row.has_callers = below.iter().any(|(_, at)| caller(graph, *at).is_some());
        row
    }
}
