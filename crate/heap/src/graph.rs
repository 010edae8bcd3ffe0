//! The graph as the file has it: columns of nodes and edges, and the texts.

mod by_id;
mod reach;
mod sources;
mod view;

pub(crate) use by_id::{ById, Indexing};
pub(crate) use reach::{Reach, reached};
pub(crate) use sources::Sources;

use crate::{
    Strings,
    ground::{ids::Ids, kind::NodeKind, rare::Rare, sizes::Sizes},
};

/// A node by its position in this file. It says nothing about another file: use [`ObjectId`] there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeIx(pub u32);

/// An edge by its position in this file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EdgeIx(pub u32);

/// V8's number of an object, printed as `@id`: the same object has it in every file of one process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(pub u64);

/// What an edge is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeName<'a> {
    /// Of elements and hidden fields.
    Index(u32),
    /// WTF-8.
    Text(&'a [u8]),
}

/// Whether a DOM node is in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Detachedness {
    Unknown = 0,
    Attached = 1,
    Detached = 2,
}

/// Where a function or the constructor of an object stands in its script; line and column count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// V8's number of the script.
    pub script: u32,
    /// From 0.
    pub line: u32,
    /// From 0.
    pub column: u32,
}

/// A moment of an allocation timeline: objects with ids up to `last_id` were made by then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Microseconds since the recording began.
    pub time: u64,
    /// The last id given by then.
    pub last_id: ObjectId,
}

/// A function that allocated, in an allocation timeline with stacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TraceFunction {
    /// Number of its name in the table of strings.
    pub name: u32,
    /// Number of its script's name in the table of strings.
    pub script_name: u32,
    /// Where it stands.
    pub location: Location,
}

/// A node of the tree of allocation stacks, in preorder; the first is the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TraceNode {
    /// What nodes name in `trace_node_id`.
    pub id: u32,
    /// Position of the caller in this list; the root's is its own.
    pub caller: u32,
    /// Position in the list of functions.
    pub function: u32,
    /// Objects allocated here, alive or not.
    pub count: u64,
    /// Their bytes.
    pub size: u64,
}

/// A heap snapshot's graph.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    pub(crate) nodes: Nodes,
    pub(crate) edges: Edges,
    pub(crate) sources: Sources,
    pub(crate) strings: Strings,
    pub(crate) root: u32,
    pub(crate) extra_native_bytes: u64,
    /// Names of node types unknown to this reader, in the order of the file.
    pub(crate) other_kinds: Vec<String>,
    /// By node.
    pub(crate) locations: Vec<(u32, Location)>,
    pub(crate) samples: Vec<Sample>,
    pub(crate) functions: Vec<TraceFunction>,
    pub(crate) traces: Vec<TraceNode>,
    /// How many strings the file's end would have had, where it is missing.
    pub(crate) missing: Option<Missing>,
}

/// What a file without its end lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Names that were read.
    pub strings: u64,
    /// Names that objects and edges refer to.
    pub strings_needed: u64,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Nodes {
    /// `NodeKind`; of types that it does not know the last one.
    pub(crate) kind: Vec<u8>,
    /// Of those the position in `other_kinds`.
    pub(crate) other_kind: Rare,
    pub(crate) name: Vec<u32>,
    pub(crate) id: Ids,
    pub(crate) size: Sizes,
    /// Where the edges of each node begin, and one more at the end.
    pub(crate) first_edge: Vec<u32>,
    /// Empty if the file does not say.
    pub(crate) detachedness: Vec<u8>,
    /// Empty if the file does not say.
    pub(crate) trace: Vec<u32>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Edges {
    pub(crate) kind: Vec<u8>,
    pub(crate) name: Vec<u32>,
    pub(crate) to: Vec<u32>,
}

impl Nodes {
    pub(crate) fn len(&self) -> usize {
        self.kind.len()
    }

    #[inline]
    pub(crate) fn edges(&self, node: u32) -> std::ops::Range<usize> {
        let node = node as usize;
        self.first_edge[node] as usize..self.first_edge[node + 1] as usize
    }

    #[inline]
    pub(crate) fn is(&self, node: u32, kind: NodeKind) -> bool {
        self.kind[node as usize] == kind as u8
    }
}
