//! Small pages drawn as text, graded.

#![allow(clippy::float_cmp, reason = "counts are whole numbers")]

mod judged;
mod wrong;

use std::fmt::Write as _;

use claim::{Claim, WouldBe, delta, nothing, path, row};
use packed::PackedReader;

use super::{ControlRequest, GradeAnswer, GradeRequest, RanRequest, Scenario, Variant, grade, ran};
use crate::{Problem, Session, draw::draw, file::File};

/// A page at one moment.
#[derive(Clone, Copy)]
struct Page {
    /// What it says of itself.
    ran: &'static str,
    /// V8's number of its `lab`.
    lab: u32,
    /// Units that are kept.
    units: u32,
    /// The property of `lab` that holds them.
    held: &'static str,
}

const FRESH: Page = Page {
    ran: "Leak Lab 1; nothing yet",
    lab: 7,
    units: 0,
    held: "leakClasses",
};

const LEAKY: Page = Page {
    ran: "Leak Lab 1; leak-classes leaky made 3",
    units: 3,
    ..FRESH
};

const LET_GO: Page = Page {
    ran: "Leak Lab 1; leak-classes leaky made 3, let go 3",
    ..FRESH
};

const FIXED: Page = Page {
    ran: "Leak Lab 1; leak-classes fixed made 3",
    ..FRESH
};

/// The page after so many moments, in each of which its text was made anew and something of V8's and an event came.
fn drawn(page: Page, age: u32) -> String {
    let Page {
        ran,
        lab,
        units,
        held,
    } = page;
    let (text, last) = (5_001 + 2 * age, 9_001 + 2 * age);
    let mut drawn = format!(
        r#"
        @1 synthetic "" 0: element 1 -> @3
        @3 synthetic "(GC roots)" 0: element 1 -> @5
        @5 object "Window / http://localhost" 16: lab -> @{lab}, shapes -> @15, last -> @{last}
        @{lab} object Lab 16: ran -> @{text}, {held} -> @11
        @{text} string "{ran}" 40
        @{last} object Last 16
        "#
    );
    let numbered = |first: u32, count: u32| {
        let all = (0..count).map(|at| format!(", {at} -> @{}", first + 2 * at));
        all.collect::<String>()
    };
    let mut object = |id: u32, words: &str| {
        let _ = writeln!(drawn, "@{id} {words}");
    };
    object(
        11,
        &format!(
            "object Array 16: internal elements -> @13{}",
            numbered(1_001, units)
        ),
    );
    object(13, r#"array "(object elements)" 16"#);
    for unit in 0..units {
        object(1_001 + 2 * unit, "object LeakyClass 40");
    }
    let old = numbered(101, 20);
    object(
        15,
        &format!("object Shapes 16: internal elements -> @17{old}"),
    );
    object(
        17,
        &format!(r#"array "" 16: internal x -> @19{}"#, numbered(7_001, age)),
    );
    object(19, "object Old 16");
    for at in 0..20 {
        object(101 + 2 * at, "object Shape 16");
    }
    for at in 0..age {
        object(7_001 + 2 * at, r#"object-shape "system / Map" 80"#);
    }
    drawn
}

/// Moments of a page, one after the other, as files from 1 on.
fn session(pages: &[Page]) -> Session {
    let mut session = Session::new();
    for (age, page) in pages.iter().enumerate() {
        add(&mut session, &drawn(*page, age as u32));
    }
    session
}

fn add(session: &mut Session, drawn: &str) -> u32 {
    let reading = File::Reading(Box::new(PackedReader::new("page.heapsnapshot", None)));
    let number = session.admit(reading, None).expect("a free number");
    let file = session.file_mut(number).expect("it is there");
    file.feed(&draw(drawn)).expect("a snapshot");
    file.end(false).expect("whole");
    while !file.step() {}
    number
}

fn claims() -> Vec<Claim> {
    vec![
        delta("LeakyClass", 1),
        path("LeakyClass ← […] in Array ← leakClasses in Lab ← lab in Window…"),
    ]
}

fn asked(variant: Variant, claims: Vec<Claim>) -> GradeRequest {
    GradeRequest {
        before: 1,
        after: None,
        ran: Scenario {
            slug: "leak-classes".into(),
            variant,
            claims,
            leak: false,
        },
        control: None,
    }
}

fn graded(session: &Session, asked: GradeRequest) -> GradeAnswer {
    grade(session, 2, asked).expect("a grade")
}

fn code<T>(answer: Result<T, Problem>) -> &'static str {
    answer.err().map_or("answered", |problem| {
        assert!(
            problem.advice.ends_with('.') && problem.message.ends_with('.'),
            "{problem:?}"
        );
        problem.code
    })
}
