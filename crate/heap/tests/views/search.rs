//! Looking for objects.

use heap::{Column, Passing, Search, Snapshot, Sort};

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
