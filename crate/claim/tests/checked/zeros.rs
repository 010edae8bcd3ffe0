//! A zero and what proves it.

use super::{EMPTY, LEAKY, empty, evidence, leaky, pair};
use claim::*;

#[test]
fn a_zero_holds_with_its_control() {
    let claim = nothing(row("LeakyClass"), WouldBe::Leaky);
    let proven = empty().proven(WouldBe::Leaky, pair(EMPTY, LEAKY));
    assert_eq!(check(&claim, &proven), Ok(()));
}

#[test]
fn a_zero_without_its_control_fails() {
    for would_be in [WouldBe::Leaky, WouldBe::Held, WouldBe::planted("{}")] {
        let claim = nothing(row("LeakyClass"), would_be.clone());
        assert!(matches!(check(&claim, &empty()), Err(Miss::NotRead { .. })));
        let proves_nothing = empty().proven(would_be, pair(EMPTY, EMPTY));
        assert!(matches!(
            check(&claim, &proves_nothing),
            Err(Miss::NoControl { .. })
        ));
    }
}

#[test]
fn a_misspelt_zero_fails() {
    let claim = nothing(row("LeakyClas"), WouldBe::Leaky);
    let proven = empty().proven(WouldBe::Leaky, pair(EMPTY, LEAKY));
    assert!(matches!(
        check(&claim, &proven),
        Err(Miss::NoControl { .. })
    ));
}

#[test]
fn what_is_there_is_not_nothing() {
    let claim = nothing(row("LeakyClass"), WouldBe::Leaky);
    let proven = leaky().proven(WouldBe::Leaky, pair(EMPTY, LEAKY));
    assert!(matches!(check(&claim, &proven), Err(Miss::Differs { .. })));
}

#[test]
fn a_zero_can_be_of_any_column_and_moment() {
    let claim = nothing(row("(array)").column(Column::SizeDelta), WouldBe::Leaky).after_let_go();
    let proven = leaky()
        .at(When::AfterLetGo, super::reading(EMPTY))
        .proven(WouldBe::Leaky, pair(EMPTY, LEAKY));
    assert_eq!(check(&claim, &proven), Ok(()));
    assert!(matches!(
        check(
            &claim,
            &evidence(EMPTY, LEAKY).proven(WouldBe::Leaky, pair(EMPTY, LEAKY))
        ),
        Err(Miss::NotRead { .. })
    ));
}
