//! Strings with the same text.

use heap::{Column, CutOff, Sort, StringColumn};

use super::{ALL, drawn, ids};

const HEAP: &str = r#"
    @1 synthetic "" 0: shortcut win -> @3
    @3 object Window 8
    @5 string ab 24
    @7 string ab 20
    @9 concatenated-string c 16: internal first -> @11, internal second -> @13
    @11 string a 12
    @13 string b 12
    @15 concatenated-string c 16: internal first -> @5, internal second -> @17
    @17 string "" 12
    @19 string ab 0
    @21 string long 30: internal truncated -> @31, internal length -> @33
    @23 string long 31: internal truncated -> @31, internal length -> @33
    @25 string long 32: internal truncated -> @31, internal length -> @35
    @27 string long 33
    @31 number bool 0: internal value -> @37
    @33 number int 0: internal value -> @39
    @35 number int 0: internal value -> @41
    @37 string true 0
    @39 string "5000" 0
    @41 string "6000" 0
"#;

#[test]
fn equal_texts_are_one_group() {
    let heap = drawn(HEAP);
    let page = heap.duplicate_strings(StringColumn::Wasted, ALL);
    let rows: Vec<_> = page
        .rows
        .iter()
        .map(|row| {
            let nodes = heap.duplicates(row.number, Sort::ascending(Column::File), ALL);
            (
                &row.value[..],
                ids(&heap, &nodes.rows),
                row.shallow,
                row.wasted,
                row.cut_off,
            )
        })
        .collect();
    let cut_off = CutOff {
        length: Some(5000.0),
        hash: None,
    };
    // A flat one is no duplicate of its own text; a text that V8 cut off is not one that ends there.
    assert_eq!(
        rows,
        [
            (&b"ab"[..], vec![5, 7, 9], 60, 36, None),
            (&b"long"[..], vec![21, 23], 61, 30, Some(cut_off)),
        ]
    );
    assert_eq!(heap.wasted_by_duplicates(), 66);
    assert_eq!(
        heap.duplicates(9, Sort::ascending(Column::Id), ALL).total,
        0
    );
}

#[test]
fn groups_are_sorted_by_what_is_asked_for() {
    let heap = drawn(HEAP);
    let first = |by| heap.duplicate_strings(by, 0..1).rows[0].value.clone();
    assert_eq!(first(StringColumn::Retained), b"ab");
    assert_eq!(first(StringColumn::Count), b"ab");
    assert_eq!(first(StringColumn::Shallow), b"long");
    assert_eq!(
        heap.duplicate_strings(StringColumn::Count, 1..9).rows.len(),
        1
    );
}
