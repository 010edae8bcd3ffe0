//! Findings: shapes in the heap that leaks usually have, with the objects and what they retain.

mod buffer_data;
mod by_function;
mod callback;
mod collection;
mod group;
mod holder;
mod index;
mod known_name;
mod pattern;

mod array_buffer;
mod capacity;
mod console;
mod detached_tree;
mod detached_window;
mod empty_weak_ref;
mod error_frames;
mod growing_collection;
mod held_by_wasm;
mod large_collection;
mod listener;
mod observer;
mod pending_promise;
mod shared_scope;
mod sliced_string;
mod timer;
mod wasm_memory;
mod wasm_struct;

use std::{cmp::Reverse, ops::Range};

pub use pattern::Pattern;

use crate::{EdgeIx, NodeIx, Snapshot, format};
use index::Index;

/// A pattern that was found in a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked for.
    pub pattern: Pattern,
    /// A sentence with figures. Names in it are for people: a lone surrogate shows as U+FFFD.
    pub title: String,
    /// How many objects fit the pattern.
    pub count: u64,
    /// Bytes that would be freed with all of them; nothing is counted twice.
    pub retained: u64,
    /// Whether it is more than an ordinary heap has.
    pub is_notable: bool,
    /// What they have in common, the heaviest first: at most [`Finding::MOST_EVIDENCE`].
    pub evidence: Vec<Evidence>,
    /// How many pieces of evidence there are beyond those listed.
    pub more_evidence: u64,
    objects: Vec<NodeIx>,
}

/// Objects that belong together, such as timers of one function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// A sentence with figures.
    pub label: String,
    /// The object that retains most of them.
    pub node: NodeIx,
    /// The edge that holds it, nearest to a root; none if nothing does.
    pub edge: Option<EdgeIx>,
    /// How many objects.
    pub count: u64,
    /// Bytes that would be freed with them; nothing is counted twice.
    pub retained: u64,
}

impl Finding {
    /// What lists are sorted by: what is notable first, then the heaviest.
    pub fn rank(&self) -> impl Ord + use<> {
        Reverse((self.is_notable, self.retained))
    }

    /// So many pieces of evidence are listed.
    pub const MOST_EVIDENCE: usize = 20;

    /// The objects, the one that retains most first; a function that listens to several emitters is there for each.
    /// A range beyond the end is cut.
    pub fn objects(&self, range: Range<usize>) -> &[NodeIx] {
        let end = range.end.min(self.objects.len());
        &self.objects[range.start.min(end)..end]
    }
}

type Find = fn(&Index) -> Option<Finding>;

const FINDS: [Find; 17] = [
    detached_tree::find,
    detached_window::find,
    large_collection::find,
    shared_scope::find,
    timer::find,
    listener::find,
    observer::find,
    pending_promise::find,
    console::find,
    sliced_string::find,
    capacity::find,
    empty_weak_ref::find,
    error_frames::find,
    array_buffer::find,
    held_by_wasm::find,
    wasm_struct::find,
    wasm_memory::find,
];

/// What looks like a leak in one snapshot, the heaviest first; at most one finding a pattern.
pub fn findings(snapshot: &Snapshot) -> Vec<Finding> {
    let mut found = all_findings(snapshot);
    found.retain(|finding| finding.is_notable);
    found
}

/// As [`findings`], and behind them what is there in usual amounts: what was looked at and found innocent.
pub fn all_findings(snapshot: &Snapshot) -> Vec<Finding> {
    let index = Index::new(snapshot);
    sorted(FINDS.iter().filter_map(|find| find(&index)).collect())
}

/// What grows from snapshot to snapshot of one process, in the order they were taken.
/// Nodes and sizes are those of the last one; with fewer than two there is nothing to say.
pub fn growing(snapshots: &[&Snapshot]) -> Vec<Finding> {
    let Some(last) = snapshots.last() else {
        return Vec::new();
    };
    growing_collection::find(&Index::new(last), snapshots)
        .into_iter()
        .collect()
}

fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(Finding::rank);
    findings
}
