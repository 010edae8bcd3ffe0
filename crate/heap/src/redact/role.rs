//! What a text is used for: only the tables of nodes and edges tell.

use std::ops::{BitOr, BitOrAssign};

use rustc_hash::FxHashMap;

use crate::{EdgeKind, EdgeName, Graph, NodeIx, NodeKind};

/// The uses of one text, together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Role(u8);

impl Role {
    /// The name of a node that is no string.
    pub(super) const NODE: Role = Role(1);
    /// The name of an object or a native node, where `<div id="a">` is cut.
    pub(super) const TAG: Role = Role(2);
    /// The name of a property, a variable or a function.
    pub(super) const EDGE: Role = Role(4);
    /// A name that V8 or the embedder gives.
    pub(super) const INTERNAL: Role = Role(8);
    /// An edge of `(map descriptors)`, where leading digits count.
    pub(super) const DESCRIPTOR: Role = Role(16);
    /// The digits or the word behind V8's `int` or `bool`, which describe strings and scopes.
    pub(super) const VALUE: Role = Role(32);

    /// Whether the text has one of these uses at least.
    pub(super) fn intersects(self, other: Role) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Role {
    type Output = Role;

    fn bitor(self, other: Role) -> Role {
        Role(self.0 | other.0)
    }
}

impl BitOrAssign for Role {
    fn bitor_assign(&mut self, other: Role) {
        self.0 |= other.0;
    }
}

/// Texts by what they read, for a file may write one several times.
pub(super) struct Roles<'a> {
    /// The first number of each text.
    pub(super) first: FxHashMap<&'a [u8], u32>,
    /// By number; right at the first ones.
    of: Vec<Role>,
    /// How many nodes and edges are called so; the same.
    uses: Vec<u64>,
}

impl<'a> Roles<'a> {
    pub(super) fn new(graph: &'a Graph) -> Self {
        let strings = graph.strings();
        let mut first = FxHashMap::default();
        let firsts: Vec<u32> = (0_u32..)
            .zip(strings.iter())
            .map(|(index, text)| *first.entry(text).or_insert(index))
            .collect();
        let mut roles = vec![Role::default(); strings.len()];
        let mut uses = vec![0; strings.len()];
        let mut add = |index: u32, role: Role| {
            let first = firsts[index as usize] as usize;
            roles[first] |= role;
            uses[first] += 1;
        };
        for node in graph.nodes() {
            let role = match graph.kind(node) {
                NodeKind::Object => Role::NODE | Role::TAG,
                NodeKind::Native => Role::NODE | Role::TAG | Role::INTERNAL,
                NodeKind::String
                | NodeKind::ConsString
                | NodeKind::SlicedString
                | NodeKind::RegExp
                | NodeKind::Number
                | NodeKind::BigInt
                | NodeKind::Other => Role::default(),
                // What describes a symbol is the program's.
                NodeKind::Closure | NodeKind::Code | NodeKind::Symbol => Role::NODE,
                _ => Role::NODE | Role::INTERNAL,
            };
            add(graph.nodes.name[node.0 as usize], role);
            for edge in graph.edges(node) {
                let kind = graph.edge_kind(edge);
                if !kind.is_named() {
                    continue;
                }
                let mut role = match kind {
                    EdgeKind::Internal | EdgeKind::Weak | EdgeKind::Shortcut => Role::INTERNAL,
                    _ => Role::EDGE,
                };
                if graph.raw_name(node) == b"(map descriptors)" {
                    role |= Role::DESCRIPTOR;
                }
                add(graph.edges.name[edge.0 as usize], role);
            }
            if let Some(value) = plain_value(graph, node) {
                add(graph.nodes.name[value.0 as usize], Role::VALUE);
            }
        }
        for function in graph.trace_functions() {
            add(function.name, Role::EDGE);
        }
        // `Detached <div>` is made of `<div>`: what holds for one holds for the other.
        for (text, &index) in &first {
            let role = roles[index as usize];
            let Some(&rest) = attached(text).and_then(|rest| first.get(rest)) else {
                continue;
            };
            if role.intersects(Role::NODE) {
                roles[rest as usize] |= role;
            }
        }
        Self {
            first,
            of: roles,
            uses,
        }
    }

    /// The role of the text with this number, which must be its first.
    pub(super) fn of(&self, first: u32) -> Role {
        self.of[first as usize]
    }

    /// How many nodes and edges are called so.
    pub(super) fn uses(&self, first: u32) -> u64 {
        self.uses[first as usize]
    }
}

/// What follows `Detached `, as often as it stands there.
pub(super) fn attached(text: &[u8]) -> Option<&[u8]> {
    let mut rest = text.strip_prefix(b"Detached ")?;
    while let Some(next) = rest.strip_prefix(b"Detached ") {
        rest = next;
    }
    Some(rest)
}

/// The node that holds the value of V8's own `int` and `bool` nodes.
fn plain_value(graph: &Graph, node: NodeIx) -> Option<NodeIx> {
    let plain =
        graph.kind(node) == NodeKind::Number && matches!(graph.raw_name(node), b"int" | b"bool");
    let mut edges = graph.edges(node).filter(|_| plain);
    edges
        .find(|&edge| {
            graph.edge_kind(edge) == EdgeKind::Internal
                && graph.edge_name(edge) == EdgeName::Text(b"value")
        })
        .map(|edge| graph.target(edge))
}
