//! Lists by range, in every order.

use std::cmp::{Ordering, Reverse};

use heap::{Column, NodeIx, Passing, Reference, Snapshot, Sort};
use proptest::prelude::*;

use super::{ALL, at, drawn, grown, ids, units};
use crate::random::{Limits, drawing};
use crate::twin::{Figures, figures, retainers};

const COLUMNS: [Column; 6] = [
    Column::File,
    Column::Name,
    Column::Id,
    Column::Distance,
    Column::Shallow,
    Column::Retained,
];

fn sorts() -> impl Iterator<Item = Sort> {
    let both = |by| [Sort::ascending(by), Sort::descending(by)];
    COLUMNS.into_iter().flat_map(both)
}

#[test]
fn retainers_can_be_ignored() {
    let heap = drawn(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 8: map -> @5, key -> @7, short -> @11
        @5 object WeakMap 8: internal table -> @13
        @7 object Key 8: internal "2 / part of key (Key @7) -> value (Value @9) pair in WeakMap (table @13)" -> @9
        @9 object Value 8
        @11 object Short 8: v -> @9
        @13 array "" 8: internal "1 / part of key (Key @7) -> value (Value @9) pair in WeakMap (table @13)" -> @9
        "#,
    );
    let shown = |ignored: &[u64]| {
        let nodes: Vec<NodeIx> = ignored.iter().map(|&id| at(&heap, id)).collect();
        let ignored = heap.ignoring(&nodes);
        let sort = Sort::ascending(Column::Distance);
        let rows = heap.retainers_of(at(&heap, 9), ignored.as_ref(), sort, ALL);
        let row = |row: &Reference| (heap.graph().id(row.node).0, row.distance, row.is_ignored);
        rows.rows.iter().map(row).collect::<Vec<_>>()
    };
    assert_eq!(shown(&[]), [(7, 2, false), (11, 2, false), (13, 3, false)]);
    assert_eq!(
        shown(&[11]),
        [(7, 2, false), (13, 3, false), (11, 200_000_002, true)]
    );
    // Without its key a map keeps nothing.
    assert_eq!(
        shown(&[7]),
        [
            (11, 2, false),
            (13, 200_000_000, false),
            (7, 200_000_000, true)
        ]
    );
}

#[test]
fn instances_are_those_of_the_row() {
    let heap = drawn(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object A 8: a -> @9, b -> @7
        @5 object B 8
        @7 object A 0
        @9 object A 4
        "#,
    );
    let row = heap.rows().iter().find(|row| row.name == b"A").unwrap();
    let page = heap.instances(
        row.class,
        &Passing::ALL,
        Sort::ascending(Column::Shallow),
        ALL,
    );
    assert_eq!(page.total, row.count);
    assert_eq!(ids(&heap, &page.rows), [9, 3]);
    let only = heap.passing(|node| heap.graph().id(node).0 == 3);
    let page = heap.instances(row.class, &only, Sort::ascending(Column::Shallow), ALL);
    assert_eq!(ids(&heap, &page.rows), [3]);
    assert_eq!(heap.find_class(b",A"), Ok(row.class));
    let error = heap.find_class(b"A").unwrap_err();
    assert_eq!(error.code, heap::Code::NoSuchClass);
    let none = heap.instances(u32::MAX, &Passing::ALL, Sort::ascending(Column::Name), 5..7);
    assert_eq!((none.total, none.rows.len()), (0, 0));
}

/// Names of which each begins as another ends: halves of a surrogate pair.
#[test]
fn names_do_not_run_into_each_other() {
    let heap = drawn(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 8
        @5 string "b\ud83d" 8
        @7 string "\ude00a" 8
        @9 string x 8
        @11 concatenated-string c 8: internal first -> @9, internal second -> @5
        @13 concatenated-string c 8: internal first -> @7, internal second -> @9
        @15 concatenated-string c 8: internal first -> @17, internal second -> @9
        @17 string "é" 8
        "#,
    );
    let class = heap.find_class(b",(concatenated string)").unwrap();
    let sort = Sort::ascending(Column::Name);
    let page = heap.instances(class, &Passing::ALL, sort, ALL);
    assert_eq!(ids(&heap, &page.rows), [11, 15, 13]);
}

/// Eight objects of each of three names with a long common beginning, and edges to them of as many names.
#[test]
fn pages_are_cut_where_names_are_equal_or_nearly() {
    let node = |n: usize| 2 * n + 5;
    let long = "a name with a long beginning";
    let edge = |n| format!("\"{long} {}\" -> @{}", n % 3, node(n));
    let string = |n| format!("@{} string \"{long} {}\" 8: x -> @53", node(n), n * 7 % 3);
    let edges: Vec<String> = (0..24).map(edge).collect();
    let strings: Vec<String> = (0..24).map(string).collect();
    let heap = drawn(&format!(
        "@1 synthetic \"\" 0: shortcut win -> @3\n@3 object A 8: {}\n{}\n@53 object B 8",
        edges.join(", "),
        strings.join("\n"),
    ));
    let class = heap.find_class(b",(string)").unwrap();
    for sort in sorts() {
        let instances = |range| heap.instances(class, &Passing::ALL, sort, range).rows;
        let fields = |range| heap.fields(at(&heap, 3), sort, range).rows;
        let retainers = |range| heap.retainers_of(at(&heap, 53), None, sort, range).rows;
        let all = (instances(ALL), fields(ALL), retainers(ALL));
        for (start, end) in [(0, 1), (0, 7), (2, 3), (7, 9), (9, 16), (15, 24), (23, 24)] {
            let range = start..end;
            assert_eq!(instances(range.clone()), all.0[range.clone()]);
            assert_eq!(fields(range.clone()), all.1[range.clone()]);
            assert_eq!(retainers(range.clone()), all.2[range]);
        }
    }
}

proptest! {
    #![proptest_config(crate::random::cases(96))]
    #[test]
    fn every_list_is_sorted_and_every_page_is_a_part_of_it(
        drawing in drawing(Limits { lone_surrogates: true, root_anywhere: true, ..Limits::default() }),
        start in 0_usize..12,
        length in 0_usize..12,
    ) {
        let heap = grown(&drawing);
        let range = start..start + length;
        let of = |node: NodeIx| Figured::new(&heap, node);
        for sort in sorts() {
            for row in heap.rows() {
                let list = heap.instances(row.class, &Passing::ALL, sort, ALL).rows;
                let page = heap.instances(row.class, &Passing::ALL, sort, range.clone());
                prop_assert_eq!(page.total, row.count);
                prop_assert_eq!(&page.rows[..], part(&list, &range));
                prop_assert!(list.is_sorted_by(|&a, &b| of(a).by(&of(b), sort, Figured::instances).is_lt()));
            }
            for node in heap.graph().nodes() {
                let list = heap.fields(node, sort, ALL).rows;
                let page = heap.fields(node, sort, range.clone());
                prop_assert_eq!(&page.rows[..], part(&list, &range));
                let retained = heap.retainers_of(node, None, sort, ALL).rows;
                let page = heap.retainers_of(node, None, sort, range.clone());
                prop_assert_eq!(&page.rows[..], part(&retained, &range));
                if !matches!(sort.by, Column::File | Column::Name) {
                    let key = |row: &Reference| {
                        let Figured { id, shallow, retained, .. } = of(row.node);
                        match sort.by {
                            Column::Id => id,
                            Column::Shallow => shallow,
                            Column::Retained => retained,
                            _ => i64::from(row.distance).cast_unsigned().wrapping_add(10),
                        }
                    };
                    for list in [list, retained] {
                        let keys: Vec<u64> = list.iter().map(key).collect();
                        let in_order = |a: &u64, b: &u64| if sort.descending { a >= b } else { a <= b };
                        prop_assert!(keys.is_sorted_by(in_order));
                    }
                }
            }
        }
    }

    #[test]
    fn retainers_are_those_of_the_twin(drawing in drawing(Limits { root_anywhere: true, ..Limits::default() })) {
        let heap = grown(&drawing);
        let Figures { distance, .. } = figures(&drawing);
        for node in heap.graph().nodes() {
            let list = heap.retainers_of(node, None, Sort::ascending(Column::File), ALL).rows;
            let ours: Vec<(usize, i64)> = list.iter().map(|row| (row.node.0 as usize, i64::from(row.distance))).collect();
            let theirs: Vec<(usize, i64)> = retainers(&drawing, node.0 as usize)
                .into_iter()
                .map(|(from, _)| (from, if distance[from] == -5 { 200_000_000 } else { distance[from] }))
                .collect();
            prop_assert_eq!(ours, theirs);
        }
    }
}

fn part<'a, T>(list: &'a [T], range: &std::ops::Range<usize>) -> &'a [T] {
    &list[range.start.min(list.len())..range.end.min(list.len())]
}

/// All that lists of nodes are sorted by.
struct Figured {
    node: NodeIx,
    name: Vec<u16>,
    id: u64,
    distance: i32,
    shallow: u64,
    retained: u64,
}

impl Figured {
    fn new(heap: &Snapshot, node: NodeIx) -> Self {
        Self {
            node,
            name: units(&heap.name(node)),
            id: heap.graph().id(node).0,
            distance: heap.distance(node),
            shallow: heap.shallow_size(node),
            retained: heap.retained_size(node),
        }
    }

    fn by(&self, other: &Self, sort: Sort, then: fn(&Self, &Self, Column) -> Ordering) -> Ordering {
        let order = match sort.by {
            Column::File => self.node.cmp(&other.node),
            Column::Name => self.name.cmp(&other.name),
            Column::Id => self.id.cmp(&other.id),
            Column::Distance => self.distance.cmp(&other.distance),
            Column::Shallow => self.shallow.cmp(&other.shallow),
            Column::Retained => self.retained.cmp(&other.retained),
        };
        let order = if sort.descending {
            order.reverse()
        } else {
            order
        };
        order.then(then(self, other, sort.by))
    }

    fn instances(&self, other: &Self, by: Column) -> Ordering {
        let order = match by {
            Column::Distance => Reverse(self.retained).cmp(&Reverse(other.retained)),
            _ => self.id.cmp(&other.id),
        };
        order.then(self.node.cmp(&other.node))
    }
}
