//! Rule 8.

use super::{of, shown};
use crate::draw::{EdgeKind, NodeKind, picture};
use crate::twin::{Row, figures};

#[test]
fn counts_distances_and_sizes() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: 1 -> @3
        @3 synthetic "(GC roots)" 0: 1 -> @5, 2 -> @9
        @5 object List 1: next -> @7
        @7 object List 2: next -> @11
        @9 object List 4
        @11 object Leaf 8
        @13 object List 0
    "#);
    let row = Row {
        key: ",List".into(),
        name: "List".into(),
        count: 3,
        distance: 2,
        shallow: 7,
        retained: 15.0,
    };
    assert_eq!(*figures.row(",List"), row);
    assert_eq!(figures.rows.len(), 2, "nothing without a size has a row");
}

#[test]
fn constructors_are_told_apart_by_their_place() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: 1 -> @3, 2 -> @5, 3 -> @7
        @3 object A 1 at 7:1:2
        @5 object A 2 at 7:9:9
        @7 object A 4
        @9 closure f 8 at 7:1:2
    "#);
    assert_eq!(
        shown(&figures.class_key)[1..],
        ["7,1,2,A", "7,9,9,A", ",A", ",Function"]
    );
    assert_eq!(figures.rows.len(), 4);
}

#[test]
fn of_two_groups_with_one_key_the_later_is_shown() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: 1 -> @3, 2 -> @5, 3 -> @7
        @3 object RegExp 1
        @5 regexp /x/ 2
        @7 object RegExp 4
    "#);
    assert_eq!(figures.rows.len(), 1);
    assert_eq!(
        (figures.row(",RegExp").count, figures.row(",RegExp").shallow),
        (1, 2)
    );
}

#[test]
fn so_it_is_with_a_text_that_has_two_places() {
    let mut drawing = picture("@1 synthetic \"\" 0: 1 -> @3\n@3 object A 1");
    let second = drawing.node(NodeKind::Object, "A", 5, 2);
    drawing.edge(0, EdgeKind::Element, 2, second);
    assert_eq!(figures(&drawing).row(",A").shallow, 3);
    drawing.nodes[second].name = drawing.text_again("A");
    assert_eq!(figures(&drawing).row(",A").shallow, 2);
}
