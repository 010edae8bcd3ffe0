//! Comparisons beside the twins.

use heap::{Column, Comparison, NodeIx, Series, Snapshot, Sort, made_between_and_still_there};
use proptest::{prelude::*, sample::Index};

use super::{LIMITS, open, text};
use crate::{
    draw::{Drawing, EdgeKind, Style, Text, picture},
    random, twin,
};

proptest! {
    #![proptest_config(crate::random::cases(300))]

    #[test]
    fn what_came_and_went_is_the_twins((base, later) in random::pair(LIMITS)) {
        let (before, after) = (snapshot(&base), snapshot(&later));
        let comparison = Comparison::new(&before, &after);
        let twin = twin::comparison(&base, &later);
        prop_assert_eq!(comparison.rows().len(), twin.len());
        for row in comparison.rows() {
            let key = text(&row.key);
            let Some(theirs) = twin.iter().find(|theirs| theirs.key == key) else {
                return Err(TestCaseError::fail(format!("no row {key}")));
            };
            prop_assert_eq!(text(&row.name), theirs.name.clone());
            let added = comparison.added(&row.key, Sort::ascending(Column::Id), 0..usize::MAX).unwrap().rows;
            let removed = comparison.removed(&row.key, Sort::ascending(Column::Id), 0..usize::MAX).unwrap().rows;
            prop_assert_eq!(&ids(&after, &added), &theirs.added);
            prop_assert_eq!(&ids(&before, &removed), &theirs.removed);
            prop_assert_eq!(row.count_delta(), theirs.count_delta());
            prop_assert_eq!((row.added_size, row.removed_size), (theirs.added_size, theirs.removed_size));
            prop_assert_eq!(row.size_delta(), theirs.size_delta());
        }
    }

    #[test]
    fn nothing_came_or_went_between_a_heap_and_itself(drawing in random::drawing(LIMITS)) {
        let snapshot = snapshot(&drawing);
        prop_assert!(Comparison::new(&snapshot, &snapshot).rows().is_empty());
    }

    #[test]
    fn what_is_still_there_is_the_twins((base, later) in random::pair(LIMITS), (_, last) in random::pair(LIMITS)) {
        let has = |drawing: &Drawing, id| drawing.nodes.iter().any(|node| node.id == id);
        for last in [&last, &later] {
            let third = snapshot(last);
            let made = made_between_and_still_there(&snapshot(&base), &snapshot(&later), &third);
            let passes: Vec<bool> = last.nodes.iter()
                .map(|node| has(&later, node.id) && !has(&base, node.id))
                .collect();
            let twin = twin::selected(last, &passes);
            prop_assert_eq!(made.rows().len(), twin.len());
            for row in made.rows() {
                let key = text(&row.key);
                let theirs = twin.iter().find(|theirs| theirs.key == key).unwrap();
                prop_assert_eq!(row.count as usize, theirs.count);
                prop_assert_eq!(row.shallow, theirs.shallow);
                prop_assert_eq!(row.retained, theirs.retained as u64);
                let objects = made.objects(&row.key, Sort::descending(Column::Retained), 0..usize::MAX).unwrap().rows;
                prop_assert_eq!(objects.len(), theirs.count);
                prop_assert!(objects.iter().all(|node| made.has(*node)));
            }
        }
    }

    #[test]
    fn what_grows_is_the_twins(
        (mut first, mut second) in random::pair(LIMITS),
        stores in prop::collection::vec((any::<Index>(), 0..6_usize, any::<Index>()), 0..12),
        more in any::<bool>(),
    ) {
        for drawing in [&mut first, &mut second] {
            for (from, name, to) in &stores {
                let name = ["table", "elements", "properties", "backing_store", "map", EMPTY][*name];
                let (from, to) = (from.index(drawing.nodes.len()), to.index(drawing.nodes.len()));
                drawing.edge(from, EdgeKind::Internal, name, to);
            }
        }
        let mut drawings = vec![first, second];
        if more {
            drawings.push(grown(&drawings[1]));
        }
        let snapshots: Vec<Snapshot> = drawings.iter().map(snapshot).collect();
        let series = Series::new(&snapshots.iter().collect::<Vec<_>>());

        let mut ours: Vec<twin::Growth> = series.classes().iter().map(|row| twin::Growth {
            key: text(&row.key),
            counts: row.counts.iter().map(|count| u64::from(*count)).collect(),
            sizes: row.sizes.clone(),
        }).collect();
        let gained = |row: &twin::Growth| row.sizes[row.sizes.len() - 1].saturating_sub(row.sizes[0]);
        prop_assert!(ours.windows(2).all(|pair| gained(&pair[0]) >= gained(&pair[1])));
        let mut theirs = twin::growing_classes(&drawings);
        ours.sort_by(|a, b| a.key.cmp(&b.key));
        theirs.sort_by(|a, b| a.key.cmp(&b.key));
        prop_assert_eq!(ours, theirs);

        let mut ours: Vec<twin::Collection> = series.collections().iter().map(|row| twin::Collection {
            id: row.id.0,
            references: row.references.iter().map(|count| u64::from(*count)).collect(),
            sizes: row.sizes.clone(),
        }).collect();
        let mut theirs = twin::growing_collections(&drawings);
        ours.sort_by_key(|row| row.id);
        theirs.sort_by_key(|row| row.id);
        prop_assert_eq!(ours, theirs);
    }
}

#[test]
fn a_comparison_can_own_what_it_compares() {
    let base = picture("@1 synthetic \"\" 0: 1 -> @3\n@3 object A 1");
    let later = picture("@1 synthetic \"\" 0: 1 -> @3, 2 -> @5\n@3 object A 1\n@5 object A 2");
    let [base, later] = [&base, &later].map(|drawing| std::rc::Rc::new(snapshot(drawing)));
    let comparison = Comparison::new(base, later);
    let [row] = comparison.rows() else {
        panic!("{:?}", comparison.rows());
    };
    assert_eq!((row.added_count, row.size_delta()), (1, 2));
    let error = comparison
        .added(b",B", Sort::descending(Column::Retained), 0..1)
        .unwrap_err();
    assert_eq!(error.code, heap::Code::NoSuchClass);
}

const EMPTY: &str =
    "5 / part of key (system / Hole @1) -> value (system / Hole @1) pair in WeakMap (table @9)";

/// Each object has an edge and a byte more.
fn grown(drawing: &Drawing) -> Drawing {
    let mut grown = drawing.clone();
    for node in 0..grown.nodes.len() {
        grown.nodes[node].size += 1;
        grown.edge(node, EdgeKind::Property, Text::from("more"), node);
    }
    grown
}

fn snapshot(drawing: &Drawing) -> Snapshot {
    open(&drawing.to_json(&Style::V8), usize::MAX).unwrap()
}

fn ids(snapshot: &Snapshot, nodes: &[NodeIx]) -> Vec<u64> {
    nodes
        .iter()
        .map(|node| snapshot.graph().id(*node).0)
        .collect()
}
