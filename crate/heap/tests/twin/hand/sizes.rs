//! Rule 4.

use super::of;

#[test]
fn parts_with_one_owner_give_their_size_away() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: shortcut win -> @3, 1 -> @5
        @3 object A 10: internal elements -> @7, internal shared -> @9
        @5 object B 20: internal shared -> @9, weak w -> @11, internal x -> @15
        @7 array "" 100: internal more -> @11
        @9 hidden "system / Map" 200: internal below -> @13
        @11 hidden X 400
        @13 hidden Y 800
        @15 native "system / ExternalStringData" 1600
        @17 array "" 3200
    "#);
    // The shared map and what is below it stay; so does the array nobody reaches.
    assert_eq!(figures.shallow, [0, 510, 1620, 0, 200, 0, 800, 0, 3200]);
}

#[test]
fn synthetic_owners_and_the_root_take_nothing() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0: shortcut win -> @3, 1 -> @5, 2 -> @7
        @3 object A 10
        @5 synthetic "(GC roots)" 0: 1 -> @9
        @7 array "" 100
        @9 array "" 200
    "#);
    assert_eq!(figures.shallow, [0, 10, 0, 100, 200]);
}

#[test]
fn nothing_is_given_without_user_roots() {
    let graph = |child: &str| {
        format!(
            r#"
        @1 synthetic "" 0: 1 -> @3
        @3 synthetic "{child}" 0: 1 -> @5
        @5 object A 10: internal elements -> @7
        @7 array "" 100
        "#
        )
    };
    assert_eq!(of(&graph("(GC roots)")).1.shallow, [0, 0, 10, 100]);
    assert_eq!(of(&graph("(Document DOM trees)")).1.shallow, [0, 0, 110, 0]);
}

#[test]
fn nor_does_a_root_that_is_an_object() {
    let (_, figures) = of(r#"
        @1 object Root 0: shortcut win -> @3, 1 -> @5
        @3 object A 10
        @5 array "" 100
    "#);
    assert_eq!(figures.shallow, [0, 10, 100]);
}
