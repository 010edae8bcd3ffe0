//! How far a path leads, what a number was, and how both are told.

use super::{EMPTY, LEAKY, empty, evidence, leaky, pair};
use claim::{words::verdict, *};
use heap::Snapshot;

fn followed(along: &str, before: &str, after: &str) -> (Trail, Vec<String>, Vec<String>) {
    let pair = pair(before, after);
    let trail = trail(&Path::parse(along).unwrap(), &pair).unwrap();
    let after: &Snapshot = pair.after();
    let words = |edge, node| {
        let bytes = [&after.edge_label(edge)[..], b" of ", &after.name(node)].concat();
        String::from_utf8(bytes).unwrap()
    };
    let taken = trail.taken.iter();
    let taken = taken.map(|taken| format!("{}: {}", taken.step, words(taken.edge, taken.node)));
    let instead = trail.instead.iter();
    let instead = instead.map(|&(edge, node)| words(edge, node)).collect();
    (trail.clone(), taken.collect(), instead)
}

#[test]
fn a_path_that_holds_is_taken_to_its_end() {
    let along = "LeakyClass ← […] in Array ← leaks in Lab ← lab in Window…";
    let (trail, taken, instead) = followed(along, EMPTY, LEAKY);
    assert_eq!((trail.kept, trail.of, trail.reached), (2, 2, 3));
    assert_eq!(
        taken,
        [
            "0: [0] of Array",
            "1: .leaks of Lab",
            "2: .lab of Window / http://localhost",
        ]
    );
    assert!(instead.is_empty());
}

#[test]
fn a_path_that_goes_astray_shows_what_stands_there_instead() {
    let along = "LeakyClass ← […] in Array ← others in Lab ← lab in Window…";
    let (trail, taken, instead) = followed(along, EMPTY, LEAKY);
    assert_eq!((trail.kept, trail.of), (0, 2));
    assert_eq!(taken, ["0: [0] of Array"]);
    assert_eq!(instead, [".leaks of Lab"]);
    let (_, taken, instead) = followed("LeakyClass ← a in Map", EMPTY, LEAKY);
    assert!(taken.is_empty());
    assert_eq!(instead, ["[0] of Array"]);
}

#[test]
fn the_object_that_is_not_kept_is_the_one_that_is_followed() {
    let elsewhere = LEAKY
        .replace("0 -> @21, 1 -> @31", "0 -> @21")
        .replace("lab -> @7", "lab -> @7, other -> @31");
    let along = "LeakyClass ← […] in Array ← leaks in Lab";
    let (trail, taken, instead) = followed(along, EMPTY, &elsewhere);
    assert_eq!((trail.kept, trail.of), (1, 2));
    assert!(taken.is_empty());
    assert_eq!(instead, [".other of Window / http://localhost"]);
}

#[test]
fn a_repetition_is_followed_to_where_it_ends() {
    let chain = r#"
        @1 synthetic "" 0: element 1 -> @3
        @3 synthetic "(GC roots)" 0: element 1 -> @5
        @5 object "Window / http://localhost" 16: lab -> @7
        @7 object Lab 16: theThing -> @21
        @21 object Thing 16: previous -> @23
        @23 object Thing 16: previous -> @25
        @25 object Last 16
    "#;
    let along = |end: &str| format!("Last ← n × (previous in Thing) ← {end} in Lab");
    let (_, taken, _) = followed(&along("theThing"), EMPTY, chain);
    assert_eq!(
        taken,
        [
            "0: .previous of Thing",
            "0: .previous of Thing",
            "1: .theThing of Lab"
        ]
    );
    let (trail, taken, instead) = followed(&along("thing"), EMPTY, chain);
    assert_eq!((trail.kept, trail.reached), (0, 1));
    assert_eq!(taken.len(), 2, "{taken:?}");
    assert_eq!(instead, [".theThing of Lab"]);
    let never = "Last ← n × (next in Thing) ← theThing in Lab";
    let (trail, taken, _) = followed(never, EMPTY, chain);
    assert_eq!((trail.reached, taken.len()), (1, 0), "a repetition of none");
    let step = &Path::parse(&along("thing")).unwrap().steps[0];
    assert_eq!(step.to_string(), "n × (previous in Thing)");
}

#[test]
fn a_path_without_a_new_object_leads_nowhere() {
    let path = Path::parse("LeakyClass ← […] in Array").unwrap();
    assert!(matches!(
        trail(&path, &pair(LEAKY, LEAKY)),
        Err(Miss::NoObject { .. })
    ));
}

#[test]
fn a_number_is_given_whether_it_is_the_claimed_one_or_not() {
    for (each, holds) in [(1, true), (2, false)] {
        let found = find(&delta("LeakyClass", each), &leaky());
        assert_eq!(found.verdict.is_ok(), holds);
        let number = Measured {
            seen: 2.0,
            expected: 2.0 * each as f64,
            within: 0.0,
            holds,
        };
        assert_eq!(found.measured, Some(number));
    }
    let zero = find(&nothing(row("LeakyClass"), WouldBe::Leaky), &empty());
    assert!(matches!(zero.verdict, Err(Miss::NotRead { .. })));
    assert!(zero.measured.unwrap().holds, "it is 0 without a proof");
}

fn in_words(claim: &Claim, evidence: &Evidence) -> String {
    let words = verdict(claim, &find(claim, evidence));
    serde_json::to_value(words).unwrap().to_string()
}

#[test]
fn what_is_there_is_told_beside_what_should_be() {
    let has = |claim: &Claim, evidence: &Evidence, parts: &[&str]| {
        let words = in_words(claim, evidence);
        for part in parts {
            assert!(words.contains(part), "{part} in {words}");
        }
    };
    has(&delta("LeakyClass", 1), &leaky(), &["It reads ", r#""+2""#]);
    has(
        &delta("LeakyClass", 2),
        &leaky(),
        &[r#""+2""#, ", not ", r#""+4""#],
    );
    let about = shows(row("LeakyClass"), each(5), bytes(1, "so"));
    has(&about, &leaky(), &["give or take ", r#""written":"1""#]);
    has(
        &delta("LeakyClas", 1),
        &leaky(),
        &["Neither snapshot", "LeakyClas"],
    );
    let zero = nothing(row("LeakyClass"), WouldBe::Leaky);
    has(&zero, &empty(), &["proves nothing"]);
    has(&zero, &leaky(), &["do not tell"]);
    has(
        &zero,
        &leaky().proven(WouldBe::Leaky, pair(EMPTY, LEAKY)),
        &[r#""+2""#, ", not "],
    );
    has(
        &path("LeakyClass ← […] in Array"),
        &leaky(),
        &["All of them"],
    );
    has(
        &path("tick() ← tick in LeakyClass ← [0] in Array"),
        &leaky(),
        &[r#""number":1"#, r#""number":2"#, "kept along"],
    );
    has(
        &path("Nobody ← a in B"),
        &leaky(),
        &["No object ", "Nobody"],
    );
    has(&still(Meter::Live), &leaky(), &["do not tell"]);
}

#[test]
fn what_a_leak_promises_is_said_once() {
    let claims = [
        delta("LeakyClass", 1),
        path("LeakyClass ← […] in Array"),
        nothing(row("LeakyClass"), WouldBe::Leaky).after_let_go(),
        delta("LeakyStruct", 1),
        delta("Late", 1).later(),
        shows(row("About"), each(1), bytes(1, "so")),
    ];
    let gone = nothing(row("LeakyStruct"), WouldBe::Leaky).after_let_go();
    assert_eq!(promised(&claims), [gone]);
    let back = evidence(EMPTY, LEAKY)
        .at(When::AfterLetGo, super::reading(EMPTY))
        .proven(WouldBe::Leaky, pair(EMPTY, LEAKY));
    for promise in promised(&claims[..1]) {
        assert_eq!(check(&promise, &back), Ok(()));
    }
}
