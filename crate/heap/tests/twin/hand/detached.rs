//! Rule 1.

use super::{of, shown};

#[test]
fn attached_wins_over_detached_and_stops_at_script() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: 1 -> @3, 2 -> @5
        @3 native A 10 attached: internal x -> @7
        @5 native B 10 detached: internal x -> @7, internal y -> @9, weak w -> @11, hidden 1 -> @11, internal z -> @13
        @7 native C 10
        @9 native D 10: internal x -> @7
        @11 native E 10
        @13 object O 10: a -> @15
        @15 native F 10
    "#);
    assert_eq!(figures.detachedness, [0, 1, 2, 1, 2, 0, 0, 0]);
    assert_eq!(
        shown(&figures.name),
        ["", "A", "Detached B", "C", "Detached D", "E", "O", "F"]
    );
    assert_eq!(shown(&figures.class_name)[2], "Detached B");
}

#[test]
fn a_seed_keeps_its_state() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: 1 -> @3
        @3 native A 10 attached: internal x -> @5
        @5 native B 10 detached: internal x -> @7
        @7 native C 10
    "#);
    assert_eq!(figures.detachedness, [0, 1, 2, 2]);
}

#[test]
fn old_files_say_it_in_the_name() {
    let (_, figures) = of(r#"
        without detachedness
        @1 synthetic "" 0: 1 -> @3
        @3 native "Detached <div id=x>" 10: internal x -> @5
        @5 native C 10
        @7 object "Detached O" 10
    "#);
    assert_eq!(figures.detachedness, [0, 2, 0, 0]);
    assert_eq!(
        shown(&figures.class_name),
        ["(synthetic)", "Detached <div>", "C", "Detached O"]
    );
}
