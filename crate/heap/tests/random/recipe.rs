//! What a random heap is made from: kept apart from the heap so that it shrinks well.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::Limits;
use crate::draw::{EdgeKind, NodeKind};

#[derive(Clone, Debug)]
pub(super) struct Recipe {
    pub(super) nodes: Vec<NodePlan>,
    pub(super) edges: Vec<EdgePlan>,
    /// The root's own edges come before those others.
    pub(super) root_edges: Vec<(EdgeKind, usize, Index)>,
    /// Chromium 156's root: all hangs off a single `(GC roots)`.
    pub(super) only_gc_roots: bool,
    /// 0: first; 1: last; 2: wherever the index says, if the limits allow.
    pub(super) root_at: (u8, Index),
    pub(super) pairs: Vec<PairPlan>,
    pub(super) shapes: Vec<(Vec<usize>, Vec<Index>)>,
    pub(super) first_id: u64,
    /// For ids that do not grow along the file.
    pub(super) id_order: u64,
    pub(super) with_detachedness: bool,
    pub(super) with_trace_ids: bool,
    pub(super) extra_native_bytes: Option<u64>,
    pub(super) samples: Vec<u8>,
}

#[derive(Clone, Debug)]
pub(super) struct NodePlan {
    pub(super) kind: NodeKind,
    pub(super) name: usize,
    /// Whether the name has a place of its own in the strings.
    pub(super) name_again: bool,
    pub(super) size: u64,
    pub(super) detachedness: u8,
    pub(super) trace: u64,
    pub(super) location: Option<(u64, u64)>,
}

#[derive(Clone, Debug)]
pub(super) struct EdgePlan {
    pub(super) from: Index,
    pub(super) kind: EdgeKind,
    pub(super) name: usize,
    pub(super) to: Index,
    pub(super) twice: bool,
}

/// A value in a `WeakMap`.
#[derive(Clone, Debug)]
pub(super) struct PairPlan {
    pub(super) key: Index,
    pub(super) value: Index,
    pub(super) table: Index,
    /// Bit 0: the key's side is there; bit 1: the table's.
    pub(super) sides: u8,
}

impl Recipe {
    /// The same heap some time later: some nodes and edges are gone, some have come.
    pub(super) fn changed_by(self, change: Self) -> Self {
        let kept = self.nodes.len().min(change.nodes.len() * 2 / 3 + 1);
        let nodes = self.nodes[..kept]
            .iter()
            .chain(&change.nodes[kept.min(change.nodes.len())..]);
        let edges = self
            .edges
            .iter()
            .take(change.edges.len())
            .chain(change.edges.iter().take(20));
        Self {
            nodes: nodes.cloned().collect(),
            edges: edges.cloned().collect(),
            ..self
        }
    }
}

pub(super) fn recipe(limits: Limits) -> impl Strategy<Value = Recipe> {
    let graph = (
        prop::collection::vec(node(limits), 1..40),
        prop_oneof![
            prop::collection::vec(edge(), 0..30),
            prop::collection::vec(edge(), 0..110)
        ],
        prop::collection::vec((root_edge(), any::<usize>(), any::<Index>()), 1..6),
        prop::collection::vec(pair(), 0..4),
        prop::collection::vec(shape(), 0..4),
    );
    let file = (
        prop::bool::weighted(0.3),
        (
            select(if limits.root_anywhere {
                vec![0, 1, 2]
            } else {
                vec![0, 0, 0, 1]
            }),
            any::<Index>(),
        ),
        select(if limits.huge {
            vec![1, (1 << 31) - 9, 1 << 32, 1 << 52]
        } else {
            vec![1, 1, (1 << 31) - 9]
        }),
        prop_oneof![Just(0), any::<u64>()],
        prop::bool::weighted(0.8),
        any::<bool>(),
        prop::option::of(0..100_000_u64),
        prop::collection::vec(any::<u8>(), 0..4),
    );
    (graph, file).prop_map(|(graph, file)| {
        let (nodes, edges, root_edges, pairs, shapes) = graph;
        let (
            only_gc_roots,
            root_at,
            first_id,
            id_order,
            with_detachedness,
            with_trace_ids,
            extra_native_bytes,
            samples,
        ) = file;
        Recipe {
            nodes,
            edges,
            root_edges,
            only_gc_roots,
            root_at,
            pairs,
            shapes,
            first_id,
            id_order,
            with_detachedness,
            with_trace_ids,
            extra_native_bytes,
            samples,
        }
    })
}

fn node(limits: Limits) -> impl Strategy<Value = NodePlan> {
    use NodeKind::{Array, Hidden, Native, Object, Synthetic};
    let kind = prop_oneof![
        6 => Just(Object),
        4 => Just(Native),
        2 => Just(Hidden),
        2 => Just(Array),
        1 => Just(Synthetic),
        5 => select(NodeKind::ALL),
    ];
    let size = prop_oneof![1 => Just(0), 4 => 1..200_u64, 1 => if limits.huge { 1_u64 << 32..1 << 45 } else { 1..1 << 24 }];
    let location = prop::option::weighted(0.2, (1..3_u64, 0..2_u64));
    (
        kind,
        any::<usize>(),
        prop::bool::weighted(0.1),
        size,
        select(vec![0, 0, 0, 0, 1, 2]),
        0..5_u64,
        location,
    )
        .prop_map(
            |(kind, name, name_again, size, detachedness, trace, location)| NodePlan {
                kind,
                name,
                name_again,
                size,
                detachedness,
                trace,
                location,
            },
        )
}

fn edge() -> impl Strategy<Value = EdgePlan> {
    use EdgeKind::{Internal, Property};
    let kind = prop_oneof![4 => Just(Property), 3 => Just(Internal), 7 => select(EdgeKind::ALL)];
    (
        any::<Index>(),
        kind,
        any::<usize>(),
        any::<Index>(),
        prop::bool::weighted(0.05),
    )
        .prop_map(|(from, kind, name, to, twice)| EdgePlan {
            from,
            kind,
            name,
            to,
            twice,
        })
}

fn root_edge() -> impl Strategy<Value = EdgeKind> {
    use EdgeKind::{Element, Shortcut};
    prop_oneof![4 => Just(Element), 4 => Just(Shortcut), 1 => select(EdgeKind::ALL)]
}

fn pair() -> impl Strategy<Value = PairPlan> {
    (
        any::<Index>(),
        any::<Index>(),
        any::<Index>(),
        select(vec![1, 2, 3, 3, 3, 3]),
    )
        .prop_map(|(key, value, table, sides)| PairPlan {
            key,
            value,
            table,
            sides,
        })
}

fn shape() -> impl Strategy<Value = (Vec<usize>, Vec<Index>)> {
    (
        prop::collection::vec(0..11_usize, 1..5),
        prop::collection::vec(any::<Index>(), 2..6),
    )
}
