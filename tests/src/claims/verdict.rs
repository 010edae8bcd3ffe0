//! Whether everything that is claimed of a variant holds.

use std::fmt;

use claim::{Claim, Evidence, Kind, Meter, Row, Statement, check};

use super::card::{Card, Variant};

/// What does not hold, a line each.
#[derive(Debug, Default)]
pub struct Misses(Vec<String>);

impl Misses {
    /// One more.
    pub fn add(&mut self, what: impl Into<String>) {
        self.0.push(what.into());
    }

    /// All of another.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Misses {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|miss| writeln!(out, "  {miss}"))
    }
}

/// Holds a variant's claims against what it showed, and what the guide promises of every leak: that it can be let go.
pub fn holds(card: &Card, variant: Variant, evidence: &Evidence) -> Misses {
    let mut misses = Misses::default();
    let claims = card.claims(variant);
    let promised = promises(card, variant);
    for claim in claims.iter().chain(&promised) {
        if let Err(miss) = check(claim, evidence) {
            let (name, when) = (variant.name(), claim.when);
            misses.add(format!("{name}, {when:?}: {}: {miss}", said(claim)));
        }
    }
    misses
}

/// After letting go nothing of what the comparison showed is left, and no unit is alive.
fn promises(card: &Card, variant: Variant) -> Vec<Claim> {
    if card.kind != Kind::Leak || !card.lets_go {
        return Vec::new();
    }
    let alive = claim::still(Meter::Alive);
    let mut promised = claim::promised(card.claims(variant));
    promised.push(alive.after_let_go());
    promised
}

/// A claim in one line, for people who look for it in a card.
pub(super) fn said(claim: &Claim) -> String {
    let place = |row: &Row| format!("{:?} {} {:?}", row.view, row.constructor, row.column);
    match &claim.says {
        Statement::Row { row, amount } => format!("{} {:?}", place(row), amount.expect),
        Statement::Nothing { row, .. } => format!("nothing in {}", place(row)),
        Statement::Path { along } => along.to_string(),
        Statement::Meter { meter, amount, .. } => format!("{meter:?} {:?}", amount.expect),
        Statement::Counter { counter, amount } => format!("{counter:?} {:?}", amount.expect),
        Statement::Process { process, at_least } => format!("{process:?} at least {at_least}"),
    }
}
