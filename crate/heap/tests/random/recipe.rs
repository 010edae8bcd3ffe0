//! How likely the parts of a random heap are.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::Limits;
use super::plan::{EdgePlan, NodePlan, PairPlan, Recipe};
use crate::draw::{EdgeKind, NodeKind};

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
