//! Findings: shapes in the heap that leaks usually have, with the objects and what they retain.

mod alike;
mod begun;
mod buffer_data;
mod by_function;
mod callback;
mod certainty;
mod chain;
mod collection;
mod group;
mod holder;
mod index;
mod innocent;
mod key;
mod key_shape;
mod known_name;
mod parts;
mod pattern;

mod array_buffer;
mod async_store;
mod capacity;
mod console;
mod detached_tree;
mod detached_window;
mod empty_weak_ref;
mod error_frames;
mod finalization_held;
mod held_by_wasm;
mod large_collection;
mod linked_list;
mod listener;
mod observer;
mod open_handle;
mod pending_promise;
mod realm;
mod run;
mod scope_chain;
mod shared_entries;
mod shared_scope;
mod sliced_string;
mod timer;
mod tree;
mod wasm_memory;
mod wasm_struct;

use std::ops::Range;

pub use certainty::Certainty;
pub use pattern::Pattern;

use crate::{EdgeIx, NodeIx, Snapshot, format};
pub(crate) use begun::{is_begun, keeper};
pub(crate) use collection::{entries, members};
pub(crate) use group::{FindingGroup, Found};
pub(crate) use holder::holder;
pub(crate) use index::{FEW, Index};
pub(crate) use key_shape::shape;
pub(crate) use parts::parts;

/// A pattern that was found in a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked for.
    pub pattern: Pattern,
    /// A sentence with figures. Names in it are for people: a lone surrogate shows as U+FFFD.
    pub title: String,
    /// How sure it is.
    pub certainty: Certainty,
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
    pub(crate) objects: Vec<NodeIx>,
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
    /// Bytes that would be freed with them, the functions they call, and what else of the pattern belongs to the same owner.
    pub freed: u64,
    /// How many there were in each file, if several were looked at (of an object that retains more: bytes).
    pub steps: Vec<u64>,
    /// Bytes that came since the first file and would go with what is new.
    pub gained: u64,
}

impl Finding {
    /// So many pieces of evidence are listed.
    pub const MOST_EVIDENCE: usize = 20;

    /// The objects, the one that retains most first; a function that listens to several emitters is there for each.
    /// A range beyond the end is cut.
    pub fn objects(&self, range: Range<usize>) -> &[NodeIx] {
        let end = range.end.min(self.objects.len());
        &self.objects[range.start.min(end)..end]
    }
}

type Find = for<'a> fn(&'a Index<'a>) -> Option<Found<'a>>;

const FINDS: &[(Pattern, Find)] = &[
    (Pattern::DetachedTree, detached_tree::find),
    (Pattern::DetachedWindow, detached_window::find),
    (Pattern::LargeCollection, large_collection::find),
    (Pattern::KeyedCache, large_collection::find_keyed),
    (Pattern::SharedEntries, shared_entries::find),
    (Pattern::LinkedList, linked_list::find),
    (Pattern::Trees, tree::find),
    (Pattern::ScopeChain, scope_chain::find),
    (Pattern::FinalizationHeld, finalization_held::find),
    (Pattern::OpenHandles, open_handle::find),
    (Pattern::Realms, realm::find),
    (Pattern::SharedScope, shared_scope::find),
    (Pattern::Timers, timer::find),
    (Pattern::Listeners, listener::find),
    (Pattern::Observers, observer::find),
    (Pattern::PendingPromises, pending_promise::find),
    (Pattern::AsyncStores, async_store::find),
    (Pattern::Console, console::find),
    (Pattern::SlicedStrings, sliced_string::find),
    (Pattern::Capacity, capacity::find),
    (Pattern::EmptyWeakRefs, empty_weak_ref::find),
    (Pattern::ErrorFrames, error_frames::find),
    (Pattern::ArrayBuffers, array_buffer::find),
    (Pattern::HeldByWasm, held_by_wasm::find),
    (Pattern::WasmStructs, wasm_struct::find),
    (Pattern::WasmMemory, wasm_memory::find),
];

/// What looks like a leak in one snapshot, the heaviest first; a pattern may come again.
pub fn findings(snapshot: &Snapshot) -> Vec<Finding> {
    let mut found = all_findings(snapshot);
    found.retain(|finding| finding.is_notable);
    found
}

/// As [`findings`], and behind them what is there in usual amounts: what was looked at and found innocent.
pub fn all_findings(snapshot: &Snapshot) -> Vec<Finding> {
    let index = Index::new(snapshot);
    let found: Vec<Found> = patterns()
        .filter_map(|pattern| look(&index, pattern))
        .collect();
    run::findings(&found)
}

/// What one file can tell of.
pub(crate) fn patterns() -> impl Iterator<Item = Pattern> {
    FINDS.iter().map(|(pattern, _)| *pattern)
}

/// The groups of a pattern, if there are any.
pub(crate) fn look<'a>(index: &'a Index<'a>, pattern: Pattern) -> Option<Found<'a>> {
    let (_, find) = FINDS.iter().find(|(of, _)| *of == pattern)?;
    find(index).map(Found::weighed)
}

/// Who holds the object, in words behind its name, and by which reference.
pub(crate) fn held_by(index: &Index, node: NodeIx) -> (String, Option<EdgeIx>) {
    let edge = holder::holder(index, node);
    let text = edge.map_or(String::new(), |edge| {
        format!(" ({})", holder::told(index, edge))
    });
    (text, edge)
}
