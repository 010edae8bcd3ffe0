//! Rules 9 and 10.

use crate::draw::picture;
use crate::twin::{comparison, retainers};

#[test]
fn ids_decide() {
    let base = picture(
        r#"
        @1 synthetic "" 0: 1 -> @3, 2 -> @5
        @3 object A 1
        @5 object A 2
    "#,
    );
    let later = picture(
        r#"
        @1 synthetic "" 0: 1 -> @3, 2 -> @7, 3 -> @9
        @3 object A 100
        @7 object A 4
        @9 object B 8
    "#,
    );
    let mut rows = comparison(&base, &later);
    rows.sort_by(|a, b| a.key.cmp(&b.key));
    assert_eq!(rows.len(), 2);
    assert_eq!((&rows[0].added, &rows[0].removed), (&vec![7], &vec![5]));
    assert_eq!(
        (rows[0].added_size, rows[0].removed_size),
        (4, 2),
        "the size of @3 does not matter"
    );
    assert_eq!(
        (
            rows[1].name.to_string().as_str(),
            rows[1].count_delta(),
            rows[1].size_delta()
        ),
        ("B", 1, 8)
    );
}

#[test]
fn the_base_wears_the_later_heaps_interfaces() {
    let base = picture(
        r#"
        @1 synthetic "" 0: 1 -> @3, 2 -> @5
        @3 object Object 1: a -> @1
        @5 object Object 1: z -> @1
    "#,
    );
    let later = picture(
        r#"
        @1 synthetic "" 0: 1 -> @3, 2 -> @7
        @3 object Object 1: a -> @1
        @7 object Object 1: a -> @1
    "#,
    );
    let rows = comparison(&base, &later);
    let shown: Vec<_> = rows
        .iter()
        .map(|row| (row.key.to_string(), row.name.to_string(), row.count_delta()))
        .collect();
    assert_eq!(
        shown,
        [
            (",{a}".into(), "{a}".into(), 1),
            (",Object".into(), "Object".into(), -1)
        ]
    );
}

#[test]
fn a_removed_class_is_called_what_the_base_calls_it() {
    let base = picture(
        r#"
        @1 synthetic "" 0: 1 -> @3
        @3 object Object 1: a -> @1
    "#,
    );
    let later = picture(
        r#"
        @1 synthetic "" 0: 1 -> @5, 2 -> @7
        @5 object Object 0: a -> @1
        @7 object Object 0: a -> @1
    "#,
    );
    let rows = comparison(&base, &later);
    assert_eq!(
        (rows[0].key.to_string(), rows[0].name.to_string()),
        (",{a}".into(), "Object".into())
    );
}

#[test]
fn retainers_backwards_without_the_root_and_the_weak() {
    let drawing = picture(
        r#"
        @1 synthetic "" 0: 1 -> @3
        @3 object A 1: a -> @3, weak w -> @3, b -> @3
        @5 object B 1: shortcut s -> @3
    "#,
    );
    assert_eq!(retainers(&drawing, 1), [(2, 0), (1, 2), (1, 0)]);
}
