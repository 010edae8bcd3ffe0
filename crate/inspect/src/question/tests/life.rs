//! Files come and go; their numbers stay theirs.

use heap::Filter;
use packed::PackedReader;
use serde_json::json;

use super::{MIXED, asked, code, session};
use crate::{
    Session,
    file::File,
    question::{comparison::comparison, overview::overview, summary::statistics},
};

fn reading() -> File {
    File::Reading(Box::new(PackedReader::new("", None)))
}

#[test]
fn a_file_may_have_a_number_of_its_own_but_not_one_that_is_taken() {
    let mut session = Session::new();
    assert_eq!(session.admit(reading(), Some(7)), Ok(7));
    assert_eq!(session.admit(reading(), None), Ok(8));
    assert_eq!(session.admit(reading(), Some(3)), Ok(3));
    assert_eq!(
        code(session.admit(reading(), Some(7))),
        "session.bad-request"
    );
    assert_eq!(session.admit(reading(), None), Ok(9));
    assert_eq!(session.admit(reading(), Some(u32::MAX)), Ok(u32::MAX));
    assert_eq!(code(session.admit(reading(), None)), "session.bad-request");
}

#[test]
fn a_file_on_its_way_is_not_ready_and_one_that_is_closed_is_gone() {
    let mut session = session([MIXED]);
    let number = session.admit(reading(), None).expect("a number");
    assert_eq!(code(overview(&session, number)), "session.not-ready");
    assert_eq!(code(statistics(&session, number)), "session.not-ready");
    session.close(1);
    assert_eq!(code(overview(&session, 1)), "session.no-such-file");
}

#[test]
fn nothing_that_was_worked_out_outlives_its_file() {
    let mut session = session([MIXED, MIXED]);
    session.filtered(1, Filter::Contexts).expect("rows");
    let part = asked(json!({ "before": 1, "by": "name", "from": 0, "to": 1 }));
    comparison(&session, 2, part).expect("rows");
    assert_eq!(
        (session.filtered.kept(), session.comparisons.kept()),
        (1, 1)
    );
    session.close(1);
    assert_eq!(
        (session.filtered.kept(), session.comparisons.kept()),
        (0, 0)
    );
}
