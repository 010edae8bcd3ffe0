//! Files that do not belong together.

use super::*;

fn refused(pages: &[Page], file: u32) -> &'static str {
    code(grade(
        &session(pages),
        file,
        asked(Variant::Leaky, claims()),
    ))
}

#[test]
fn one_snapshot_twice_is_told() {
    assert_eq!(refused(&[LEAKY], 1), "grade.same-file");
    let mut session = Session::new();
    // With another count in its text, or no units would be what is told.
    for page in [FRESH, LEAKY] {
        add(&mut session, &drawn(Page { units: 3, ..page }, 0));
    }
    let answer = grade(&session, 2, asked(Variant::Leaky, claims()));
    assert_eq!(code(answer), "grade.same-file");
}

#[test]
fn the_other_order_is_told() {
    let mut session = Session::new();
    add(&mut session, &drawn(LEAKY, 1));
    add(&mut session, &drawn(FRESH, 0));
    let answer = grade(&session, 2, asked(Variant::Leaky, claims()));
    assert_eq!(code(answer), "grade.reversed");
}

#[test]
fn two_processes_two_pages_and_other_pages_are_told() {
    let mut session = session(&[FRESH]);
    let stranger = drawn(LEAKY, 1).replace("Shape 16", "Form 16");
    let stranger = add(
        &mut session,
        &stranger.replace("object Array", "object List"),
    );
    let reloaded = add(
        &mut session,
        &drawn(
            Page {
                lab: 8_007,
                ..LEAKY
            },
            1,
        ),
    );
    let other = add(&mut session, &drawn(Page { ran: "x", ..LEAKY }, 1));
    for (file, wrong) in [
        (stranger, "grade.strangers"),
        (reloaded, "grade.reloaded"),
        (other, "grade.not-ours"),
    ] {
        let answer = grade(&session, file, asked(Variant::Leaky, claims()));
        assert_eq!(code(answer), wrong);
    }
}

#[test]
fn without_units_of_the_variant_what_was_made_is_told() {
    assert_eq!(refused(&[FRESH, FRESH], 2), "grade.no-units");
    assert_eq!(refused(&[LEAKY, LEAKY], 2), "grade.no-units");
    let session = session(&[FRESH, FIXED]);
    let problem = grade(&session, 2, asked(Variant::Leaky, claims())).expect_err("none");
    assert_eq!(problem.code, "grade.no-units");
    assert!(
        problem.message.ends_with("leak-classes fixed made 3."),
        "{problem:?}"
    );
}

#[test]
fn what_the_first_file_does_not_tell_is_no_zero() {
    let crowded = Page {
        ran: "Leak Lab 1; leak-objects leaky made 1; 2 more",
        ..FRESH
    };
    assert_eq!(refused(&[crowded, LEAKY], 2), "grade.left-out");
}

#[test]
fn letting_go_belongs_between_the_second_and_the_third() {
    assert_eq!(refused(&[FRESH, LET_GO], 2), "grade.gone");
    // What was let go before the first is not what the second shows.
    let again = Page {
        ran: "Leak Lab 1; leak-classes leaky made 6, let go 3",
        ..LEAKY
    };
    assert_eq!(refused(&[LET_GO, again], 2), "answered");
    let more = Page {
        ran: "Leak Lab 1; leak-classes leaky made 5, let go 5",
        ..FRESH
    };
    for (third, wrong) in [
        (LET_GO, "answered"),
        (LEAKY, "grade.kept"),
        (more, "grade.more"),
    ] {
        let session = session(&[FRESH, LEAKY, third]);
        let asked = GradeRequest {
            after: Some(3),
            ..asked(Variant::Leaky, claims())
        };
        assert_eq!(code(grade(&session, 2, asked)), wrong);
    }
}

#[test]
fn of_two_pages_in_one_process_the_one_that_ran_is_graded() {
    let two = |page: Page, age| {
        let other =
            "@9901 object Lab 16: ran -> @9903\n@9903 string \"Leak Lab 1; nothing yet\" 40\n";
        let other = format!("{other}@9905 object Lab 16: ran -> @9905\n");
        drawn(page, age).replace("lab -> @7", "old -> @9901, odd -> @9905, lab -> @7") + &other
    };
    let mut session = Session::new();
    add(&mut session, &two(FRESH, 0));
    add(&mut session, &two(LEAKY, 1));
    let answer = graded(&session, asked(Variant::Leaky, claims()));
    assert_eq!(answer.units, 3.0);
}
