//! The tree of dominators.

use heap::{Column, Sort};
use proptest::prelude::*;

use super::{ALL, at, drawn, grown, ids};
use crate::random::{Limits, drawing};

#[test]
fn the_chain_ends_at_the_root() {
    let heap = drawn(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 8: a -> @5
        @5 object A 8: b -> @7, c -> @9
        @7 object B 16
        @9 object C 32
        "#,
    );
    assert_eq!(ids(&heap, &heap.dominators(at(&heap, 9))), [9, 5, 3, 1]);
    assert_eq!(ids(&heap, &heap.dominators(at(&heap, 1))), [1]);
    let below = heap.dominated(at(&heap, 5), Sort::descending(Column::Retained), 0..1);
    assert_eq!((below.total, ids(&heap, &below.rows)), (2, vec![9]));
}

proptest! {
    #![proptest_config(crate::random::cases(256))]

    #[test]
    fn children_are_those_that_name_their_dominator(drawing in drawing(Limits { root_anywhere: true, ..Limits::default() })) {
        let heap = grown(&drawing);
        for node in heap.graph().nodes() {
            let children = heap.dominated(node, Sort::ascending(Column::File), ALL).rows;
            let expected: Vec<_> = heap
                .graph()
                .nodes()
                .filter(|&child| child != heap.graph().root() && heap.dominator(child) == node)
                .collect();
            prop_assert_eq!(children, expected);
        }
    }
}
