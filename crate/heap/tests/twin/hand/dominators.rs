//! Rules 2, 3 and 7.

use super::of;

#[test]
fn a_diamond_hangs_off_its_top() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: 1 -> @3
        @3 synthetic "(GC roots)" 0: 1 -> @5
        @5 object A 1: a -> @7, b -> @9
        @7 object B 2: a -> @11
        @9 object C 4: a -> @11, self -> @9
        @11 object D 8: back -> @5
    "#);
    assert_eq!(figures.dominator, [0, 0, 1, 2, 2, 2]);
    assert_eq!(figures.retained, [15.0, 15.0, 15.0, 2.0, 4.0, 8.0]);
    assert_eq!(figures.total.to_bits(), 15_f64.to_bits());
}

#[test]
fn the_inspector_does_not_keep_the_page() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: shortcut win -> @3, 1 -> @5
        @3 object Window 1: a -> @7
        @5 synthetic "(GC roots)" 0: 1 -> @7, 2 -> @9
        @7 object A 2: shortcut s -> @9
        @9 object B 4
    "#);
    // B is the page's by the shortcut from A, which keeps nothing: so nothing does.
    assert_eq!(figures.page, [false, true, false, true, true]);
    assert_eq!(figures.dominator, [0, 0, 0, 1, 0]);
    assert_eq!(figures.retained, [7.0, 3.0, 0.0, 2.0, 4.0]);
}

#[test]
fn edges_of_the_unretained_count_and_those_of_closed_cycles_do_not() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: 1 -> @3
        @3 synthetic "(GC roots)" 0: 1 -> @5
        @5 object A 1
        @7 object Weakly 2: a -> @9, b -> @5
        @9 object Below 4
        @11 object Ring 8: a -> @13, b -> @3
        @13 object Ring 16: a -> @11, b -> @15
        @15 object Tail 32
    "#);
    assert_eq!(figures.dominator, [0, 0, 0, 0, 3, 0, 0, 0]);
    assert_eq!(
        figures.retained,
        [63.0, 0.0, 1.0, 6.0, 4.0, 8.0, 16.0, 32.0]
    );
}

#[test]
fn the_root_may_be_last() {
    let (_, figures) = of(r#"
        @3 object A 1: a -> @5
        @5 object B 2
        root @1 synthetic "" 0: shortcut win -> @3
    "#);
    assert_eq!(figures.dominator, [2, 0, 2]);
    assert_eq!(figures.retained, [3.0, 2.0, 3.0]);
    assert_eq!(figures.refusal, None);
}
