//! A heap's graph, held as plainly as the file holds it.

use super::{EdgeKind, NodeKind, Text};

/// One snapshot. Nodes and strings are named by their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Drawing {
    /// Names are places in here, because DevTools tells equal texts at two places apart.
    pub(crate) strings: Vec<Text>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) root: usize,
    pub(crate) locations: Vec<Location>,
    pub(crate) samples: Vec<Sample>,
    pub(crate) functions: Vec<Function>,
    pub(crate) traces: Option<Trace>,
    /// Whether nodes have the field `detachedness`.
    pub(crate) with_detachedness: bool,
    /// Whether nodes have the field `trace_node_id`.
    pub(crate) with_trace_ids: bool,
    pub(crate) extra_native_bytes: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) kind: NodeKind,
    pub(crate) name: usize,
    pub(crate) id: u64,
    pub(crate) size: u64,
    /// 0 unknown, 1 attached, 2 detached.
    pub(crate) detachedness: u8,
    pub(crate) trace: u64,
    pub(crate) edges: Vec<Edge>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) kind: EdgeKind,
    /// A number if the kind is numbered, otherwise a place in the strings.
    pub(crate) name_or_index: usize,
    pub(crate) to: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Location {
    pub(crate) node: usize,
    pub(crate) script: u64,
    pub(crate) line: u64,
    pub(crate) column: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sample {
    pub(crate) micros: u64,
    pub(crate) last_id: u64,
}

/// A function that allocated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) id: u64,
    pub(crate) name: usize,
    pub(crate) script_name: usize,
    pub(crate) script: u64,
    pub(crate) line: u64,
    pub(crate) column: u64,
}

/// A place in the tree of calls that allocated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trace {
    pub(crate) id: u64,
    /// A place among the functions.
    pub(crate) function: usize,
    pub(crate) count: u64,
    pub(crate) size: u64,
    pub(crate) children: Vec<Trace>,
}

impl Trace {
    pub(crate) fn find(&mut self, id: u64) -> Option<&mut Trace> {
        if self.id == id {
            return Some(self);
        }
        self.children.iter_mut().find_map(|child| child.find(id))
    }
}

impl Drawing {
    pub(crate) fn name(&self, node: usize) -> &Text {
        &self.strings[self.nodes[node].name]
    }

    /// The node with this id.
    pub(crate) fn at(&self, id: u64) -> usize {
        let place = self.nodes.iter().position(|node| node.id == id);
        place.unwrap_or_else(|| panic!("no node @{id}"))
    }

    pub(crate) fn edge_count(&self) -> usize {
        self.nodes.iter().map(|node| node.edges.len()).sum()
    }
}
