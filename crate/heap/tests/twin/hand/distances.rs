//! Rule 5.

use super::of;
use crate::twin::Refusal;

#[test]
fn from_user_roots_first_then_from_the_root() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: 1 -> @3, shortcut win -> @5, weak w -> @11
        @3 synthetic "(GC roots)" 0: 1 -> @5, 2 -> @7
        @5 object Window 10: a -> @9
        @7 object B 10
        @9 object C 10: weak w -> @13
        @11 object D 10
        @13 object E 10
    "#);
    // A child of the root is a user root even by a weak edge.
    assert_eq!(
        figures.distance,
        [100_000_000, 100_000_001, 1, 100_000_002, 2, 1, -5]
    );
}

#[test]
fn from_zero_without_user_roots() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: 1 -> @3
        @3 synthetic "(GC roots)" 0: 1 -> @5
        @5 object B 10
        @7 object C 10
    "#);
    assert_eq!(figures.distance, [0, 1, 2, -5]);
}

#[test]
fn the_longer_way_to_a_value_in_a_weak_map() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 10: map -> @5, far -> @7
        @5 array table 10: internal "1 / part of key (K @9) -> value (V @11) pair in WeakMap (table @5)" -> @11
        @7 object Far 10: key -> @9
        @9 object K 10: internal "2 / part of key (K @9) -> value (V @11) pair in WeakMap (table @5)" -> @11
        @11 object V 10
    "#);
    // Met at the table, at distance 3, and left out; met again at the key, at distance 4.
    assert_eq!(figures.distance, [100_000_000, 1, 2, 2, 3, 4]);
    assert_eq!(figures.dominator[5], 4, "the key alone keeps the value");
}

#[test]
fn descriptors_and_the_sloppy_map_are_skipped() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 10: internal c -> @5, internal d -> @7
        @5 hidden "system / NativeContext" 10: sloppy_function_map -> @9
        @7 array "(map descriptors)" 10: hidden 1 -> @11, hidden 3 -> @13, hidden 4 -> @15, internal 7 -> @17
        @9 hidden M 10
        @11 hidden A 10
        @13 hidden B 10
        @15 hidden C 10
        @17 hidden D 10
    "#);
    assert_eq!(figures.distance, [100_000_000, 1, 2, 2, -5, 3, 3, -5, -5]);
}

#[test]
fn a_user_root_listed_twice_can_be_too_much() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: shortcut a -> @3, shortcut b -> @3, shortcut c -> @3
        @3 object A 10
    "#);
    assert_eq!(figures.refusal, Some(Refusal::QueueOverflow));
}
