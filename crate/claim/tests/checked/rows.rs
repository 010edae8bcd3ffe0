//! Rows of the views.

use super::{EMPTY, LEAKY, empty, evidence, leaky, reading, seen, snapshot};
use claim::*;

#[test]
fn each_column_of_the_comparison_reads_as_the_engine_says() {
    let evidence = leaky();
    let reads = |row: Row, n| check(&shows(row, each(n), EXACT), &evidence);
    for (column, each) in [
        (Column::New, 1),
        (Column::Delta, 1),
        (Column::AllocSize, 40),
        (Column::SizeDelta, 40),
    ] {
        assert_eq!(reads(row("LeakyClass").column(column), each), Ok(()));
        let more = shows(
            row("LeakyClass").column(column),
            claim::each(each + 1),
            EXACT,
        );
        assert!((seen(&more, &evidence) - 2.0 * each as f64).abs() < f64::EPSILON);
    }
    let back = super::evidence(LEAKY, EMPTY);
    for (column, each) in [
        (Column::Deleted, 1),
        (Column::Delta, -1),
        (Column::FreedSize, 40),
        (Column::SizeDelta, -40),
    ] {
        let row = row("LeakyClass").column(column);
        assert_eq!(check(&shows(row, claim::each(each), EXACT), &back), Ok(()));
    }
}

#[test]
fn rows_of_every_type_of_node_are_found_and_objects_in_them_by_name() {
    let evidence = leaky();
    let holds = |claim: Claim| assert_eq!(check(&claim, &evidence), Ok(()));
    holds(delta("(array)", 1));
    holds(delta("Function", 1));
    holds(delta("system / Context…", 1).because_filtered("system"));
    holds(shows(row("Function").object("tick()"), each(1), EXACT));
    holds(shows(
        row("(array)")
            .object("(object elements)")
            .column(Column::SizeDelta),
        each(80_000),
        EXACT,
    ));
    let misspelt = shows(row("Function").object("tock()"), each(1), EXACT);
    assert!(matches!(
        check(&misspelt, &evidence),
        Err(Miss::NoRow { .. })
    ));
}

trait Filtered {
    fn because_filtered(self, text: &'static str) -> Self;
}

impl Filtered for Claim {
    fn because_filtered(mut self, text: &'static str) -> Self {
        if let Statement::Row { row, .. } = &mut self.says {
            row.filter.text = text.into();
        }
        self
    }
}

#[test]
fn a_class_that_no_snapshot_has_fails_even_as_a_zero() {
    for expect in [each(1), once(-1), at_most(5), at_least(-5)] {
        for row in [
            row("LeakyClas"),
            row("LeakyClas").view(View::Summary).column(Column::Count),
            row("Array").object("Arrow"),
        ] {
            let claim = shows(row, expect, EXACT);
            let miss = check(&claim, &leaky());
            assert!(
                matches!(miss, Err(Miss::NoRow { .. })),
                "{claim:?} {miss:?}"
            );
        }
    }
}

#[test]
fn a_class_that_did_not_change_reads_zero() {
    let still = shows(row("Lab"), once(0), bytes(1, "another page"));
    assert_eq!(check(&still, &leaky()), Ok(()));
    assert!((seen(&delta("Lab", 1), &leaky())).abs() < f64::EPSILON);
}

#[test]
fn a_filter_that_hides_the_row_fails() {
    let hidden = delta("LeakyClass", 1).because_filtered("Leakiest");
    assert!(matches!(
        check(&hidden, &leaky()),
        Err(Miss::FilteredOut { .. })
    ));
    assert_eq!(
        check(&delta("LeakyClass", 1).because_filtered("kycl"), &leaky()),
        Ok(())
    );
}

#[test]
fn the_summary_has_absolute_numbers() {
    let summary = |column| row("LeakyClass").view(View::Summary).column(column);
    let holds = |row: Row, expect| assert_eq!(check(&shows(row, expect, EXACT), &leaky()), Ok(()));
    holds(summary(Column::Count), each(1));
    holds(summary(Column::Shallow), each(40));
    holds(summary(Column::Retained), each(40 + 32 + 24 + 80_000));
    holds(summary(Column::Distance), once(5));
    let elements = row("(array)").view(View::Summary);
    holds(elements.clone().column(Column::Distance), once(5));
    holds(elements.column(Column::Farthest), once(6));
}

#[test]
fn entries_of_the_drop_down_are_applied() {
    let count = |entry| row("LeakyClass").entry(entry).column(Column::Count);
    let between = shows(count(Entry::AllocatedBetween), each(1), EXACT);
    assert_eq!(check(&between, &leaky()), Ok(()));
    let before = shows(count(Entry::AllocatedBefore), each(1), EXACT);
    assert!(matches!(check(&before, &leaky()), Err(Miss::NoRow { .. })));
    let contexts = row("system / Context…")
        .filter("")
        .entry(Entry::Contexts)
        .column(Column::Count);
    assert_eq!(check(&shows(contexts, each(1), EXACT), &leaky()), Ok(()));

    let twice = EMPTY.replace("lab -> @7", "lab -> @7, a -> @41, b -> @43")
        + "
        @41 string same 24
        @43 string same 24
        ";
    let evidence = evidence(EMPTY, &twice);
    let strings = row("(string)").entry(Entry::DuplicatedStrings);
    let claim = shows(strings.column(Column::Count), each(1), EXACT);
    assert_eq!(check(&claim, &evidence), Ok(()));
}

#[test]
fn statistics_grow_and_containment_is_what_roots_hold() {
    let arrays = row("JS arrays")
        .view(View::Statistics)
        .column(Column::Shallow);
    let still = shows(arrays, once(0), bytes(1, "headers"));
    assert_eq!(check(&still, &leaky()), Ok(()));
    let total = row("Total").view(View::Statistics).column(Column::Shallow);
    let each_unit = 40 + 32 + 24 + 80_000;
    assert_eq!(
        check(&shows(total, each(each_unit), EXACT), &leaky()),
        Ok(())
    );
    let wrong = row("Totals").view(View::Statistics).column(Column::Shallow);
    assert!(matches!(
        check(&shows(wrong, at_most(0), EXACT), &leaky()),
        Err(Miss::NoRow { .. })
    ));

    let roots = row("(GC roots)")
        .view(View::Containment)
        .column(Column::Count);
    assert_eq!(check(&shows(roots, once(1), EXACT), &leaky()), Ok(()));
}

#[test]
fn detached_elements_and_allocations_are_read_from_their_own_profiles() {
    let divs = row("<div>")
        .view(View::DetachedElements)
        .column(Column::Count);
    let claim = shows(divs, each(1), EXACT);
    assert!(matches!(check(&claim, &leaky()), Err(Miss::NotRead { .. })));
    let mut after = reading(LEAKY);
    after.detached = Some(vec![("<div>".into(), 2)]);
    let evidence = Evidence::new(2, reading(EMPTY)).at(When::AfterUnits, after);
    assert_eq!(check(&claim, &evidence), Ok(()));

    let timeline = r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 16: a -> @5, b -> @7
        @5 object LeakyClass 40 trace 2
        @7 object LeakyClass 40 trace 2
        function (root) "" 0:0:0
        function make app.js 7:1:2
        trace 1 none (root) 0 0
        trace 2 1 make 3 120
    "#;
    let mut after = reading(LEAKY);
    after.timeline = Some(snapshot(timeline));
    let evidence = Evidence::new(2, reading(EMPTY)).at(When::AfterUnits, after);
    let live = |column| row("make").view(View::Allocation).column(column);
    assert_eq!(
        check(&shows(live(Column::Count), each(1), EXACT), &evidence),
        Ok(())
    );
    assert_eq!(
        check(&shows(live(Column::Shallow), each(40), EXACT), &evidence),
        Ok(())
    );
    assert!(matches!(
        check(&shows(live(Column::Count), each(1), EXACT), &leaky()),
        Err(Miss::NotRead { .. })
    ));
}

#[test]
fn what_an_empty_page_shows_is_no_growth() {
    for claim in [delta("LeakyClass", 1), delta("Lab", 1), delta("(array)", 1)] {
        assert!(check(&claim, &empty()).is_err(), "{claim:?}");
    }
}
