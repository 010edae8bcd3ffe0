//! Distances without retainers that were told to be ignored.

use heap::NodeIx;
use proptest::{prelude::*, sample::Index};

use super::grown;
use crate::random::{Limits, drawing};
use crate::twin;

proptest! {
    #![proptest_config(crate::random::cases(1000))]

    #[test]
    fn distances_are_those_of_a_walk_that_never_comes_there(
        mut drawing in drawing(Limits { root_anywhere: true, ..Limits::default() }),
        // As in every file of V8.
        nothing_leads_to_the_root in prop::bool::weighted(0.8),
        ignored in prop::collection::vec(any::<Index>(), 1..4),
    ) {
        if nothing_leads_to_the_root {
            let root = drawing.root;
            drawing.nodes.iter_mut().for_each(|node| node.edges.retain(|edge| edge.to != root));
        }
        let heap = grown(&drawing);
        let places: Vec<_> = ignored.iter().map(|index| index.index(drawing.nodes.len())).collect();
        let nodes: Vec<_> = places.iter().map(|&place| NodeIx(place as u32)).collect();
        let ours = heap.ignoring(&nodes).expect("some are ignored");
        let ours: Vec<_> = heap.graph().nodes().map(|node| i64::from(ours.distance(node))).collect();
        prop_assert_eq!(ours, twin::ignoring(&drawing, &places));
    }
}
