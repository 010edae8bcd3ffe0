//! Names of edges.

use heap::{Column, Sort, wtf8};

use super::{ALL, at, drawn};

#[test]
fn edges_are_written_in_devtools_notation() {
    let heap = drawn(
        r#"
        @1 synthetic "" 0: shortcut win -> @3, shortcut "12 b" -> @3, shortcut "a b" -> @3
        @3 object A 8
            x -> @3, "a b" -> @3, 7 -> @3, internal map -> @3, hidden 4 -> @3, context v -> @3, weak w -> @3
        "#,
    );
    let labels = |id| {
        let fields = heap.fields(at(&heap, id), Sort::ascending(Column::File), ALL);
        let label = |row: &heap::Reference| wtf8::lossy(&heap.edge_label(row.edge)).into_owned();
        fields.rows.iter().map(label).collect::<Vec<_>>()
    };
    assert_eq!(labels(1), [".win", ".12", "[\"a b\"]"]);
    assert_eq!(
        labels(3),
        [".x", "[\"a b\"]", "[7]", "{map}", "{4}", "->v", "[[w]]"]
    );
}

#[test]
fn proto_is_last_both_ways_and_numbers_follow_names() {
    let heap = drawn(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object A 8: __proto__ -> @5, b -> @5, 10 -> @5, a -> @5, 9 -> @5
        @5 object B 8
        "#,
    );
    let names = |sort| {
        let fields = heap.fields(at(&heap, 3), sort, ALL);
        let name = |row: &heap::Reference| wtf8::lossy(&heap.edge_name(row.edge)).into_owned();
        fields.rows.iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(
        names(Sort::ascending(Column::Name)),
        ["a", "b", "10", "9", "__proto__"]
    );
    assert_eq!(
        names(Sort::descending(Column::Name)),
        ["9", "10", "b", "a", "__proto__"]
    );
}
