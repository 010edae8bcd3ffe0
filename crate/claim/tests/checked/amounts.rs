//! Meters, counters, processes, and how far off they may be.

use super::EMPTY;
use claim::*;

/// Before the units everything is 1,000.
fn moved(when: When, values: &[(Source, f64)]) -> Evidence {
    let (mut before, mut now) = (Reading::default(), Reading::default());
    for (source, by) in values {
        before.values.insert(*source, 1_000.0);
        now.values.insert(*source, 1_000.0 + by);
    }
    Evidence::new(10, before).at(when, now)
}

fn holds(claim: &Claim, by: f64) -> bool {
    let Statement::Meter { meter, of, .. } = &claim.says else {
        panic!("a meter")
    };
    let source = of.map_or(Source::Meter(*meter), Source::Type);
    check(claim, &moved(claim.when, &[(source, by)])).is_ok()
}

#[test]
fn exact_is_exact() {
    assert!(holds(&counts(Meter::Blocks, 3), 30.0));
    assert!(!holds(&counts(Meter::Blocks, 3), 31.0));
    assert!(holds(&still(Meter::Live), 0.0));
    assert!(!holds(&still(Meter::Live), 1.0));
    let with_list = reads(Meter::Blocks, each(1).and_once(1), EXACT);
    assert!(holds(&with_list, 11.0) && !holds(&with_list, 10.0));
}

#[test]
fn a_tolerance_is_kept_on_both_sides() {
    let about = moves(Meter::JsUsed, 1_000, percent(5, "headers").and_bytes(100));
    for (by, expected) in [
        (9_400.0, true),
        (9_399.0, false),
        (10_600.0, true),
        (10_601.0, false),
    ] {
        assert_eq!(holds(&about, by), expected, "{by}");
    }
    let at_least = reads(Meter::Linear, at_least_each(10), EXACT);
    assert!(holds(&at_least, 100.0) && holds(&at_least, 1e9) && !holds(&at_least, 99.0));
    let at_most = reads(Meter::Linear, at_most(100), EXACT);
    assert!(holds(&at_most, 100.0) && holds(&at_most, -5.0) && !holds(&at_most, 101.0));
}

#[test]
fn types_counters_and_processes_are_told_apart() {
    let shared = moves(Meter::UserAgent, 10, percent(5, "steps")).of(MemoryType::Shared);
    assert!(holds(&shared, 100.0));
    let canvas = moved(
        When::AfterUnits,
        &[(Source::Type(MemoryType::Canvas), 100.0)],
    );
    assert!(matches!(check(&shared, &canvas), Err(Miss::NotRead { .. })));

    let listeners = counter(Counter::JsEventListeners, each(1), EXACT);
    let counted = |by| {
        moved(
            When::AfterUnits,
            &[(Source::Counter(Counter::JsEventListeners), by)],
        )
    };
    assert_eq!(check(&listeners, &counted(10.0)), Ok(()));
    assert!(check(&listeners, &counted(9.0)).is_err());

    let browser = process(Process::Browser, 500);
    let grown = |by| moved(When::AfterUnits, &[(Source::Process(Process::Browser), by)]);
    assert_eq!(check(&browser, &grown(500.0)), Ok(()));
    assert!(check(&browser, &grown(499.0)).is_err());
}

#[test]
fn another_meter_can_be_the_measure() {
    let same = reads(Meter::Peak, same_as(Meter::Live), EXACT);
    let values = |peak| {
        [
            (Source::Meter(Meter::Peak), peak),
            (Source::Meter(Meter::Live), 70.0),
        ]
    };
    assert_eq!(
        check(&same, &moved(When::AfterUnits, &values(70.0))),
        Ok(())
    );
    assert!(check(&same, &moved(When::AfterUnits, &values(71.0))).is_err());
}

#[test]
fn moments_are_kept_apart() {
    let during = reads(Meter::Live, at_least(100), EXACT).during();
    let later = still(Meter::Live).later();
    let live = |by| [(Source::Meter(Meter::Live), by)];
    let evidence = moved(When::DuringUnits, &live(100.0));
    assert_eq!(check(&during, &evidence), Ok(()));
    assert!(matches!(
        check(&later, &evidence),
        Err(Miss::NotRead { .. })
    ));
    assert_eq!(check(&later, &moved(When::Later, &live(0.0))), Ok(()));
}

#[test]
fn a_claim_that_contradicts_itself_is_said_to() {
    let exact = Tolerance::default();
    let broken: [Claim; 7] = [
        shows(row("A"), once(0), EXACT),
        delta("A", 1).during(),
        shows(row("A").column(Column::Count), each(1), EXACT),
        shows(row("A").view(View::Summary), each(1), EXACT),
        path("A"),
        nothing(
            row("A").view(View::Summary).column(Column::Distance),
            WouldBe::Leaky,
        ),
        Claim {
            says: Statement::Meter {
                meter: Meter::Live,
                of: None,
                amount: Amount {
                    expect: each(1),
                    within: bytes(5, "because"),
                },
            },
            ..still(Meter::Live)
        },
    ];
    let evidence = super::evidence(EMPTY, EMPTY);
    for claim in broken {
        assert!(claim.flaw().is_some(), "{claim:?}");
        assert!(matches!(check(&claim, &evidence), Err(Miss::Flawed { .. })));
    }
    assert!(exact.is_exact());
}
