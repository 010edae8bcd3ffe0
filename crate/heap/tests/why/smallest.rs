//! The smallest set beside all small sets.

use std::collections::BTreeSet;

use heap::{NodeIx, SmallestCut};
use proptest::prelude::*;
use proptest::sample::Index;

use super::brute::{Brute, Without};
use super::open;
use crate::random::{Limits, drawing};

proptest! {
    #![proptest_config(crate::random::cases(40))]

    #[test]
    fn no_smaller_set_would_do(
        drawing in drawing(Limits::default()),
        sets in prop::collection::vec((prop::collection::vec(any::<Index>(), 1..3), 1..4_usize), 6),
    ) {
        let snapshot = open(&drawing);
        let brute = Brute::new(&drawing);
        let alive = brute.alive(&Without::default());
        for (set, most) in sets {
            let mut nodes: BTreeSet<usize> = set.iter().map(|index| index.index(drawing.nodes.len())).collect();
            nodes.remove(&brute.root);
            nodes.retain(|node| alive.contains(node));
            let objects: Vec<NodeIx> = nodes.iter().map(|node| NodeIx(*node as u32)).collect();
            match snapshot.smallest_cut(&objects, most) {
                SmallestCut::Free => prop_assert!(nodes.is_empty()),
                SmallestCut::Limit => prop_assert!(false, "no limit in so small a graph"),
                SmallestCut::Held => {
                    let root = vec![brute.root];
                    prop_assert!(!parted(&brute, &nodes, &root, most.min(2)));
                }
                SmallestCut::Edges { edges, below, is_smallest } => {
                    prop_assert!(is_smallest, "no limit in so small a graph");
                    prop_assert!(edges.len() <= most && !edges.is_empty());
                    let arcs: BTreeSet<usize> = edges.iter().map(|edge| edge.0 as usize).collect();
                    prop_assert!(arcs.iter().all(|arc| brute.arcs[*arc].essential && !brute.arcs[*arc].fixed));
                    let freed = brute.freed(&Without { arcs, ..Without::default() });
                    prop_assert!(nodes.is_subset(&freed));
                    prop_assert!(!freed.contains(&(below.0 as usize)));
                    let start = vec![below.0 as usize];
                    prop_assert!(!parted(&brute, &nodes, &start, (edges.len() - 1).min(2)));
                    // Nor would as many do further down: any dominator of all that hangs below this one.
                    for node in snapshot.graph().nodes().filter(|node| nodes.iter().all(|at| *at != node.0 as usize)) {
                        let dominates = |at: &usize| over(&snapshot, NodeIx(*at as u32), node);
                        if node != below && over(&snapshot, node, below) && nodes.iter().all(dominates) {
                            prop_assert!(!parted(&brute, &nodes, &[node.0 as usize], most.min(2)));
                        }
                    }
                }
            }
        }
    }
}

/// Whether `above` dominates `node`.
fn over(snapshot: &heap::Snapshot, node: NodeIx, above: NodeIx) -> bool {
    let root = snapshot.graph().root();
    let mut at = node;
    while at != above && at != root {
        at = snapshot.dominator(at);
    }
    at == above
}

/// Whether up to `most` (0, 1 or 2) edges that may be cut part the nodes from the starts; the root's are also what nothing retains.
fn parted(brute: &Brute, nodes: &BTreeSet<usize>, starts: &[usize], most: usize) -> bool {
    let arcs: Vec<usize> = brute
        .essential()
        .filter(|(_, arc)| !arc.fixed)
        .map(|(at, _)| at)
        .collect();
    let frees = |cut: &[usize]| {
        let without = Without {
            arcs: cut.iter().copied().collect(),
            ..Without::default()
        };
        let left = if starts == [brute.root] {
            brute.alive(&without)
        } else {
            brute.reached(starts.to_vec(), &without)
        };
        left.is_disjoint(nodes)
    };
    frees(&[])
        || most > 0 && arcs.iter().any(|arc| frees(&[*arc]))
        || most > 1
            && arcs
                .iter()
                .any(|a| arcs.iter().any(|b| a < b && frees(&[*a, *b])))
}

#[test]
fn any_number_of_references_may_be_asked_for() {
    // The synthetic node's reference cannot be cut: ways over it never end.
    let snapshot = crate::fixture::open(&crate::draw::draw(
        r#"
        @1 synthetic "" 0: 1 -> @2
        @2 synthetic "(GC roots)" 0: 1 -> @3
        @3 object A 10
        "#,
    ));
    let object = snapshot.graph().find(heap::ObjectId(3)).unwrap();
    assert_eq!(
        snapshot.smallest_cut(&[object], usize::MAX),
        SmallestCut::Held
    );
}
