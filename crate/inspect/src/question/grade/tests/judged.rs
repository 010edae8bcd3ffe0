//! What is graded, and how.

use claim::{Meter, counts};

use super::*;
use crate::question::grade::{ClaimAnswer, Verdict};

fn verdicts(answer: &GradeAnswer) -> Vec<Verdict> {
    answer.claims.iter().map(|claim| claim.verdict).collect()
}

fn shows(claim: &ClaimAnswer) -> String {
    serde_json::to_string(&claim.shows).expect("words")
}

#[test]
fn a_page_says_what_ran_on_it() {
    let session = session(&[FRESH, LEAKY]);
    let ask = |file, before| ran(&session, file, RanRequest { before }).expect("an answer");
    let fresh = ask(1, None);
    assert!(fresh.ours && fresh.runs.is_empty());
    let runs = ask(2, None).runs;
    assert_eq!(
        (runs[0].slug.as_str(), runs[0].variant),
        ("leak-classes", Variant::Leaky)
    );
    assert_eq!(
        (runs[0].made, runs[0].let_go, runs[0].since),
        (3.0, 0.0, None)
    );
    assert_eq!(ask(2, Some(1)).runs[0].since, Some(3.0));
}

#[test]
fn of_another_page_nothing_is_said() {
    let mut session = Session::new();
    for ran in ["Leak Lab 9; nothing yet", "some other text"] {
        let file = add(&mut session, &drawn(Page { ran, ..FRESH }, 0));
        let answer = super::ran(&session, file, RanRequest { before: None });
        assert!(!answer.expect("an answer").ours);
    }
}

#[test]
fn what_is_as_claimed_is_found() {
    let session = session(&[FRESH, LEAKY, LET_GO]);
    let mut claims = claims();
    claims.push(counts(Meter::Alive, 1));
    claims.push(nothing(row("LeakyClass"), WouldBe::Leaky).after_let_go());
    let two = graded(&session, asked(Variant::Leaky, claims.clone()));
    assert_eq!(two.units, 3.0);
    assert!(two.others.is_empty());
    let expected = [Verdict::Found, Verdict::Found, Verdict::Elsewhere];
    assert_eq!(verdicts(&two)[..3], expected);
    assert_eq!(
        two.claims[3].verdict,
        Verdict::Open,
        "a third file would tell"
    );
    let [delta, path, ..] = &two.claims[..] else {
        panic!("{two:?}")
    };
    assert_eq!((delta.expected, delta.found), (Some(3.0), Some(3.0)));
    assert_eq!(
        (delta.key.as_deref(), delta.file),
        (Some(",LeakyClass"), Some(2))
    );
    assert!(delta.compares);
    assert!(shows(delta).contains("+3"));
    let path = path.path.as_ref().expect("a path");
    assert_eq!((path.kept, path.of), (3, 3));
    assert!(path.steps.iter().all(|step| step.found && step.times == 1));
    assert_eq!(path.steps[1].claimed, "leakClasses in Lab");
    assert_eq!(path.steps[1].holder.as_ref().expect("a holder").name, "Lab");
    let three = graded(
        &session,
        GradeRequest {
            after: Some(3),
            ..asked(Variant::Leaky, claims)
        },
    );
    assert_eq!(three.claims[3].verdict, Verdict::Found);
    assert_eq!(three.claims[3].file, Some(3));
}

#[test]
fn what_is_otherwise_is_missed_and_shown() {
    let elsewhere = Page {
        units: 2,
        held: "others",
        ..LEAKY
    };
    let session = session(&[FRESH, elsewhere]);
    let answer = graded(&session, asked(Variant::Leaky, claims()));
    assert_eq!(verdicts(&answer), [Verdict::Missed, Verdict::Missed]);
    let [delta, path] = &answer.claims[..] else {
        panic!("{answer:?}")
    };
    assert_eq!((delta.expected, delta.found), (Some(3.0), Some(2.0)));
    assert!(shows(delta).contains("+2") && shows(delta).contains("+3"));
    let path = path.path.as_ref().expect("a path");
    let found: Vec<_> = path.steps.iter().map(|step| step.found).collect();
    assert_eq!(found, [true, false, false]);
    assert_eq!(path.instead.len(), 1);
    assert_eq!(path.instead[0].label, ".others");
}

#[test]
fn a_leak_promises_that_nothing_stays() {
    for (third, verdict) in [
        (LET_GO, Verdict::Found),
        (Page { units: 3, ..LET_GO }, Verdict::Missed),
    ] {
        let session = session(&[FRESH, LEAKY, third]);
        for (leak, lines) in [(true, 3), (false, 2)] {
            let mut asked = asked(Variant::Leaky, claims());
            asked.after = Some(3);
            asked.ran.leak = leak;
            let answer = graded(&session, asked);
            assert_eq!(answer.claims.len(), lines);
            if leak {
                assert_eq!(answer.claims[2].verdict, verdict);
            }
        }
    }
}

#[test]
fn what_is_not_there_is_proven_by_files_of_the_leak() {
    let mut session = session(&[FRESH, FIXED]);
    let control = ControlRequest {
        before: add(&mut session, &drawn(FRESH, 0)),
        file: add(&mut session, &drawn(LEAKY, 1)),
    };
    let zero = vec![nothing(row("LeakyClass"), WouldBe::Leaky)];
    let alone = graded(&session, asked(Variant::Fixed, zero.clone()));
    assert_eq!(verdicts(&alone), [Verdict::Open]);
    assert!(shows(&alone.claims[0]).contains("proves nothing"));
    let with = |control| GradeRequest {
        control: Some(control),
        ..asked(Variant::Fixed, zero.clone())
    };
    assert_eq!(verdicts(&graded(&session, with(control))), [Verdict::Found]);
    let no_leak = ControlRequest { before: 1, file: 2 };
    assert_eq!(code(grade(&session, 2, with(no_leak))), "grade.no-units");
}

#[test]
fn rows_that_nobody_claims_have_their_reason() {
    let session = session(&[FRESH, LEAKY]);
    let answer = graded(&session, asked(Variant::Leaky, claims()));
    let beside = |name: &str| answer.beside.iter().find(|row| row.shown == name);
    assert!(beside("LeakyClass").is_none());
    let shapes = beside("(object shape)").expect("V8's own");
    assert_eq!((shapes.count_delta, shapes.size_delta), (1.0, 80.0));
    assert!(shapes.why.is_some());
    let unclaimed = graded(&session, asked(Variant::Leaky, Vec::new()));
    let first = &unclaimed.beside[0];
    assert_eq!((first.shown.as_str(), first.why), ("LeakyClass", None));
}

#[test]
fn what_there_is_for_each_unit_is_not_put_down_to_the_page() {
    for (age, known) in [(2, true), (3, false)] {
        let mut session = Session::new();
        for (page, age) in [(FRESH, 0), (LEAKY, age)] {
            let drawn = drawn(page, age).replace(r#"object-shape "system / Map""#, "number 1.5");
            add(&mut session, &drawn);
        }
        let answer = graded(&session, asked(Variant::Leaky, claims()));
        let row = answer.beside.iter().find(|row| row.shown == "(number)");
        assert_eq!(
            row.expect("a row").why.is_some(),
            known,
            "{age} for 3 units"
        );
    }
}

#[test]
fn of_rows_of_one_kind_the_largest_is_listed() {
    let mut session = session(&[FRESH]);
    let drawn = drawn(LEAKY, 3);
    let drawn = drawn.replacen(
        r#"object-shape "system / Map" 80"#,
        "object InspectorA 8",
        1,
    );
    add(
        &mut session,
        &drawn.replacen(
            r#"object-shape "system / Map" 80"#,
            "object InspectorB 24",
            1,
        ),
    );
    let answer = graded(&session, asked(Variant::Leaky, claims()));
    let mut rows = answer.beside.iter();
    let row = rows
        .find(|row| row.shown.starts_with("Inspector"))
        .expect("a row");
    assert_eq!((row.shown.as_str(), row.alike), ("InspectorB", 1));
    assert!(rows.all(|row| !row.shown.starts_with("Inspector")));
}

#[test]
fn of_several_scenarios_the_one_asked_for_is_graded() {
    let both = Page {
        ran: "Leak Lab 1; leak-buffers leaky made 9; leak-classes fixed made 4; leak-classes leaky made 3; leak-objects leaky made 5",
        ..LEAKY
    };
    let before = Page {
        ran: "Leak Lab 1; leak-objects leaky made 5; leak-buffers leaky made 2",
        ..FRESH
    };
    let session = session(&[before, both]);
    let answer = graded(&session, asked(Variant::Leaky, claims()));
    assert_eq!(verdicts(&answer), [Verdict::Found, Verdict::Found]);
    let others: Vec<_> = answer
        .others
        .iter()
        .map(|run| (run.slug.as_str(), run.since))
        .collect();
    assert_eq!(
        others,
        [("leak-buffers", Some(7.0)), ("leak-classes", Some(4.0))]
    );
}
