//! Looking for objects.

use heap::{Column, Passing, Search, Snapshot, Sort, Wanted};

use super::{drawn, ids};

fn found(heap: &Snapshot, text: &str, case_sensitive: bool) -> Vec<u64> {
    let search = Search {
        text: text.as_bytes(),
        case_sensitive,
    };
    let page = heap.search(search, &Passing::ALL, Sort::ascending(Column::File), 0..10);
    ids(heap, &page.rows)
}

#[test]
fn objects_are_found_by_the_name_shown_and_by_number() {
    let heap = drawn(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Object 8: needle -> @5
        @5 concatenated-string "(concatenated string)" 8: internal first -> @7, internal second -> @9
        @7 string nee 8
        @9 string DLE 8
        @11 object Needle 0
        "#,
    );
    assert_eq!(found(&heap, "needle", true), [3]);
    assert_eq!(found(&heap, "needle", false), [3, 5]);
    assert_eq!(found(&heap, "(concatenated", true), [0_u64; 0]);
    // Without a size no list shows it, but its number finds it.
    assert_eq!(found(&heap, "@11", false), [11]);
    assert_eq!(found(&heap, " @11 ", false), [11]);
    assert_eq!(found(&heap, "@12", false), [0_u64; 0]);
    assert_eq!(found(&heap, "@x", false), [0_u64; 0]);
    assert_eq!(found(&heap, "", false), [0_u64; 0]);
}

#[test]
fn plain_objects_are_found_by_all_their_properties() {
    let many = |last: &str| {
        let properties = (0..70).map(|_| "\"\" -> @13").collect::<Vec<_>>();
        format!("object Object 8: {}, {last} -> @13", properties.join(", "))
    };
    let heap = drawn(&format!(
        r#"
        @1 synthetic "" 0: shortcut win -> @13
        @3 object Object 8: a -> @13, b -> @13
        @5 object Object 8: a -> @13, internal c -> @13, __proto__ -> @13, b -> @13
        @7 object Object 8: b -> @13, a -> @13
        @9 {}
        @11 {}
        @13 object Window 8
        @15 concatenated-string c 8: internal first -> @3, internal second -> @17
        @17 string "" 8
        "#,
        many("a"),
        many("b")
    ));
    assert_eq!(found(&heap, "{A, b", false), [3, 5]);
    assert_eq!(found(&heap, "b, a}", true), [7]);
    assert_eq!(found(&heap, ", , a}", true), [9]);
    assert_eq!(found(&heap, ", , b}", true), [11]);
    // As part of a string it has the name that the file gives it.
    assert_eq!(found(&heap, "object", false), [15]);
}

#[test]
fn objects_are_found_by_properties_and_variables_not_by_indexes() {
    let heap = drawn(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 8: a -> @5, internal b -> @5, 0 -> @5, 1 -> @5, 2 -> @5, 3 -> @5, 4 -> @5, 5 -> @5, 6 -> @5
        @5 object A 8: context b -> @7, 7 -> @7
        @7 object B 8: c -> @5, b -> @3
        @9 object C 8
        "#,
    );
    let having = |name: &str| {
        let wanted = Wanted {
            property: Some(name.as_bytes()),
            ..Wanted::default()
        };
        let passing = heap.wanted(&wanted, &Passing::ALL);
        ids(
            &heap,
            &heap
                .objects(&passing, Sort::ascending(Column::File), 0..10)
                .rows,
        )
    };
    assert_eq!(having("a"), [3]);
    assert_eq!(having("b"), [5, 7]);
    assert_eq!(having("c"), [7]);
    assert_eq!(having("d"), [0_u64; 0]);
}
