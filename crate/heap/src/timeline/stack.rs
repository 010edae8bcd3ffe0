//! Which functions allocated.

use std::{borrow::Borrow, ops::Range};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{Code, Error, Graph, Location, NodeIx, Selection, Snapshot};

/// The functions of an allocation timeline with stacks (DevTools: `AllocationProfile`). `S` is `&Snapshot`, or an `Rc` or
/// `Arc` of one.
///
/// A place in the table of callers is named by its path: the function that allocated, its caller, the caller's caller...
/// each by its position in [`Graph::trace_functions`].
#[derive(Clone, Debug)]
pub struct Stacks<S> {
    pub(super) snapshot: S,
    /// By id of a trace node: its position. Of several the last counts.
    places: FxHashMap<u32, u32>,
    /// By position: objects still there and their bytes.
    pub(super) live: Vec<(u64, u64)>,
    /// Positions at which something was allocated, by function, in the order of the file.
    sites: FxHashMap<u32, Vec<u32>>,
    tops: Vec<AllocationRow>,
}

/// A function and what was allocated below it; texts are WTF-8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllocationRow {
    /// The position of the function, the last one of the row's path.
    pub function: u32,
    /// What and where it is.
    pub frame: Frame,
    /// Objects allocated during the recording.
    pub count: u64,
    /// Their bytes.
    pub size: u64,
    /// Those of them that were there at its end.
    pub live_count: u64,
    /// Bytes of these, after owners took what they own.
    pub live_size: u64,
    /// Whether the function was called by another.
    pub has_callers: bool,
}

/// A function as stacks show it; texts are WTF-8.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Empty for an anonymous function.
    pub name: Vec<u8>,
    /// The script's address; empty for V8's own functions.
    pub script_name: Vec<u8>,
    /// Line and column count from 1 here, 0 stands for an unknown place; `None` where the file's table lacks the function.
    pub location: Option<Location>,
}

impl<S: Borrow<Snapshot>> Stacks<S> {
    /// Sums up what each function allocated.
    ///
    /// # Errors
    /// [`Code::NotRecorded`] in a file without stacks.
    pub fn new(snapshot: S) -> Result<Self, Error> {
        let graph = &snapshot.borrow().graph;
        if graph.functions.is_empty() || graph.traces.is_empty() {
            let what = "the file has no allocation stacks: it is no timeline, or was recorded without them";
            return Err(Error::new(Code::NotRecorded, what));
        }
        let places = graph.traces.iter().map(|trace| trace.id).zip(0..).collect();
        let live = live(snapshot.borrow());
        let mut sites: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (trace, place) in graph.traces.iter().zip(0..) {
            if trace.count > 0 {
                sites.entry(trace.function).or_default().push(place);
            }
        }
        let mut functions: Vec<u32> = sites.keys().copied().collect();
        functions.sort_unstable();
        let mut tops: Vec<AllocationRow> = functions
            .iter()
            .map(|function| row(graph, &live, *function, sites[function].iter().copied()))
            .collect();
        // Stable: functions of one size stand in the order of the file.
        tops.sort_by_key(|row| std::cmp::Reverse(row.size));
        for row in &mut tops {
            row.has_callers = row.function != 0;
        }
        Ok(Self {
            snapshot,
            places,
            live,
            sites,
            tops,
        })
    }

    /// Functions that allocated, the most bytes first (DevTools: `serializeTraceTops`).
    pub fn tops(&self) -> &[AllocationRow] {
        &self.tops
    }

    /// A part of the stack by which an object was made, from the function that allocated it outwards; empty where the file
    /// does not say, as for all that was there before the recording.
    pub fn stack(&self, node: NodeIx, range: Range<usize>) -> Vec<Frame> {
        let graph = self.graph();
        let id = Some(graph.trace_id(node)).filter(|&id| id != 0);
        let place = id.and_then(|id| self.places.get(&id).copied());
        let callers = std::iter::successors(place, |&place| caller(graph, place));
        let part = callers.skip(range.start).take(range.len());
        part.map(|place| frame(graph, graph.traces[place as usize].function))
            .collect()
    }

    pub(super) fn graph(&self) -> &Graph {
        &self.snapshot.borrow().graph
    }

    /// Where something was allocated by a function.
    pub(super) fn sites(&self, function: u32) -> &[u32] {
        self.sites.get(&function).map_or(&[], Vec::as_slice)
    }
}

impl<S: Borrow<Snapshot> + Clone> Stacks<S> {
    /// The objects allocated at a place in the table of callers that are still there.
    ///
    /// # Errors
    /// [`Code::NotRecorded`] if nothing was allocated by this path.
    pub fn objects(&self, path: &[u32]) -> Result<Selection<S>, Error> {
        let graph = self.graph();
        let ids: FxHashSet<u32> = self
            .below(path)?
            .iter()
            .map(|(site, _)| graph.traces[*site as usize].id)
            .collect();
        Ok(Selection::new(self.snapshot.clone(), |graph, node| {
            ids.contains(&graph.trace_id(node))
        }))
    }
}

/// What a function, or a caller, allocated at these positions.
pub(super) fn row(
    graph: &Graph,
    live: &[(u64, u64)],
    function: u32,
    sites: impl Iterator<Item = u32>,
) -> AllocationRow {
    let mut row = AllocationRow {
        function,
        frame: frame(graph, function),
        count: 0,
        size: 0,
        live_count: 0,
        live_size: 0,
        has_callers: false,
    };
    for site in sites {
        let (trace, (count, size)) = (&graph.traces[site as usize], live[site as usize]);
        row.count = row.count.saturating_add(trace.count);
        row.size = row.size.saturating_add(trace.size);
        row.live_count = row.live_count.saturating_add(count);
        row.live_size = row.live_size.saturating_add(size);
    }
    row
}

/// The position of the caller.
pub(super) fn caller(graph: &Graph, place: u32) -> Option<u32> {
    let caller = graph.traces[place as usize].caller;
    (caller != place).then_some(caller)
}

/// Objects there at the end, by position in the tree.
fn live(snapshot: &Snapshot) -> Vec<(u64, u64)> {
    let graph = &snapshot.graph;
    let mut by_id: FxHashMap<u32, (u64, u64)> = FxHashMap::default();
    for node in graph.nodes() {
        let (count, size) = by_id.entry(graph.trace_id(node)).or_default();
        *count += 1;
        *size = size.saturating_add(snapshot.shallow_size(node));
    }
    let of = |id| by_id.get(id).copied().unwrap_or_default();
    graph.traces.iter().map(|trace| of(&trace.id)).collect()
}

/// A timeline of V8's own isolate may name functions that its table lacks: these have no name.
fn frame(graph: &Graph, function: u32) -> Frame {
    let Some(function) = graph.functions.get(function as usize) else {
        return Frame::default();
    };
    Frame {
        name: graph.strings.get(function.name).to_vec(),
        script_name: graph.strings.get(function.script_name).to_vec(),
        location: Some(function.location),
    }
}
