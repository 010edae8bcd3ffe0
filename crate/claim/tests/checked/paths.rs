//! Retaining paths.

use super::{EMPTY, LEAKY, empty, evidence, leaky};
use claim::*;

const TO_LAB: &str = "LeakyClass ← […] in Array ← leaks in Lab ← lab in Window…";

#[test]
fn every_new_object_is_kept_along_the_path() {
    assert_eq!(check(&path(TO_LAB), &leaky()), Ok(()));
    assert_eq!(
        check(
            &path("tick() ← tick in LeakyClass ← [0] in Array"),
            &leaky()
        ),
        Err(Miss::NotKept { kept: 1, of: 2 })
    );
    assert_eq!(
        check(
            &path("system / Context… ← context in tick() ← tick in LeakyClass"),
            &leaky()
        ),
        Ok(())
    );
    assert_eq!(
        check(&path("(object elements) ← stuff in LeakyClass"), &leaky()),
        Ok(())
    );
}

#[test]
fn another_edge_another_retainer_or_another_object_fails() {
    for along in [
        "LeakyClass ← […] in Array ← leak in Lab ← lab in Window…",
        "LeakyClass ← […] in Array ← leaks in Labs ← lab in Window…",
        "LeakyClass ← leaks in Lab",
    ] {
        assert_eq!(
            check(&path(along), &leaky()),
            Err(Miss::NotKept { kept: 0, of: 2 }),
            "{along}"
        );
    }
    let misspelt = TO_LAB.replace("LeakyClass", "LeakyClas");
    let claim = Claim {
        says: Statement::Path {
            along: misspelt.into(),
        },
        ..path(TO_LAB)
    };
    assert!(matches!(
        check(&claim, &leaky()),
        Err(Miss::NoObject { .. })
    ));
}

#[test]
fn a_text_is_not_what_it_reads() {
    let text = LEAKY.replace("0 -> @21", "0 -> @21, word -> @51") + "@51 string LeakyClass 24";
    assert_eq!(check(&path(TO_LAB), &evidence(EMPTY, &text)), Ok(()));
    let itself = path("(string) ← word in Array");
    assert_eq!(check(&itself, &evidence(EMPTY, &text)), Ok(()));
}

#[test]
fn objects_of_before_do_not_count() {
    let one = LEAKY.split("@31 object").next().unwrap();
    let one = one.replace(", 1 -> @31", "");
    assert_eq!(check(&path(TO_LAB), &evidence(&one, LEAKY)), Ok(()));
    assert!(matches!(
        check(&path(TO_LAB), &empty()),
        Err(Miss::NoObject { .. })
    ));
    assert!(matches!(
        check(&path(TO_LAB), &evidence(LEAKY, LEAKY)),
        Err(Miss::NoObject { .. })
    ));
}

#[test]
fn what_is_held_weakly_is_not_kept() {
    let weak = LEAKY.replace("0 -> @21, 1 -> @31", "weak a -> @21, weak b -> @31");
    assert_eq!(
        check(&path("LeakyClass ← … in Array"), &evidence(EMPTY, &weak)),
        Err(Miss::NotKept { kept: 0, of: 2 })
    );
}

#[test]
fn a_chain_repeats_itself_and_ends() {
    let chain = r#"
        @1 synthetic "" 0: element 1 -> @3
        @3 synthetic "(GC roots)" 0: element 1 -> @5
        @5 object "Window / http://localhost" 16: lab -> @7
        @7 object Lab 16: theThing -> @21
        @21 object Thing 16: previous -> @23
        @23 object Thing 16: previous -> @25
        @25 object Thing 16: previous -> @27
        @27 object Last 16: self -> @27
    "#;
    let evidence = evidence(EMPTY, chain);
    let along = "Last ← n × (previous in Thing) ← theThing in Lab ← lab in Window…";
    assert_eq!(check(&path(along), &evidence), Ok(()));
    let each = path("Thing ← n × (previous in Thing) ← theThing in Lab");
    assert_eq!(
        check(&each, &evidence),
        Ok(()),
        "the youngest is not held by another"
    );
    let end = path("Thing ← n × (previous in Thing) ← theThing in Labs");
    assert_eq!(
        check(&end, &evidence),
        Err(Miss::NotKept { kept: 0, of: 3 })
    );
    let whole = path("Last ← n × (previous in Thing ← previous in Thing) ← theThing in Lab");
    assert_eq!(
        check(&whole, &evidence),
        Err(Miss::NotKept { kept: 0, of: 1 }),
        "three generations are not twice two"
    );
    // An object that holds itself is walked round once.
    let round = path("Last ← n × (self in Last) ← theThing in Lab");
    assert_eq!(
        check(&round, &evidence),
        Err(Miss::NotKept { kept: 0, of: 1 })
    );
}

#[test]
fn a_value_of_a_weak_map_is_followed_to_its_key() {
    let map = r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 8: map -> @105, key -> @107
        @105 object WeakMap 8: internal table -> @113
        @107 object Key 8: internal "2 / part of key (Key @107) -> value (Value @109) pair in WeakMap (table @113)" -> @109
        @109 object Value 8
        @113 array "" 8: internal "1 / part of key (Key @107) -> value (Value @109) pair in WeakMap (table @113)" -> @109
    "#;
    let along = "Value ← … / part of key (Key @#) -> value (Value @#) pair in WeakMap (table @#) in Key ← key in Window";
    assert_eq!(check(&path(along), &evidence(EMPTY, map)), Ok(()));
    let unnumbered = "Value ← part of key (Key @#) -> value (… @#) pair in WeakMap (table @#) in Key ← key in Window";
    assert_eq!(check(&path(unnumbered), &evidence(EMPTY, map)), Ok(()));
}
