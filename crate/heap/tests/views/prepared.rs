//! What is made ready while nobody asks, and what is made when somebody does.

use heap::{
    Column, Comparison, Filter, Passing, Preparation, Search, Snapshot, Sort, StringColumn,
};
use proptest::prelude::*;

use super::{ALL, grown};
use crate::random::{Limits, drawing};

/// Of everything that can be made ready something.
fn answers(heap: &Snapshot) -> String {
    let by_name = Sort::ascending(Column::Name);
    let search = Search {
        text: b"a",
        case_sensitive: false,
    };
    let edges = |node| heap.edges_to(node).collect::<Vec<_>>();
    let nodes = || heap.graph().nodes();
    format!(
        "{:?}",
        (
            heap.objects(&Passing::ALL, by_name, ALL),
            heap.search(search, &Passing::ALL, by_name, ALL),
            heap.duplicate_strings(StringColumn::Wasted, ALL),
            (heap.statistics(), heap.unreached()),
            [
                Filter::DetachedDom,
                Filter::Console,
                Filter::EventHandlers,
                Filter::Contexts,
            ]
            .map(|filter| heap.rows_filtered(&heap.filter(&filter))),
            nodes()
                .map(|node| heap.ignoring(&[node]).map(|ignored| nodes()
                    .map(|node| ignored.distance(node))
                    .collect::<Vec<_>>()))
                .collect::<Vec<_>>(),
            nodes().map(edges).collect::<Vec<_>>(),
            nodes()
                .map(|node| heap.dominated(node, by_name, ALL))
                .collect::<Vec<_>>(),
        )
    )
}

proptest! {
    #![proptest_config(crate::random::cases(60))]

    /// Steps before the question, and after it.
    #[test]
    fn what_is_made_ready_changes_no_answer(drawing in drawing(Limits::default()), before in 0_usize..40) {
        let heap = grown(&drawing);
        let mut preparation = Preparation::default();
        let done = (0..before).any(|_| preparation.step(&heap));
        let given = answers(&heap);
        prop_assert_eq!(&given, &answers(&grown(&drawing)));
        // It comes to an end, and has nothing left to do then.
        prop_assert!(done || (0..40).any(|_| preparation.step(&heap)));
        prop_assert!(preparation.step(&heap));
        prop_assert_eq!(given, answers(&heap));
        // What was there before is found by its number, and so is what came.
        let (before, later) = (grown(&drawing), &heap);
        let compared = |later: &Snapshot| format!("{:?}", Comparison::new(&before, later).rows());
        let expected = compared(&grown(&drawing));
        prop_assert!((0..40).any(|_| preparation.step_to_compare(later)));
        prop_assert_eq!(expected, compared(later));
    }
}
