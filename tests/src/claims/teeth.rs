//! Tests of the tests: what must not hold.

use claim::{Claim, Evidence, Expect, Reading, Statement, When, check};

use super::card::{Card, Variant};
use super::reading::{Wanted, read, rehearse};
use super::run::Run;
use super::verdict::{Misses, said};
use crate::Page;

/// A page on which nothing happens, read twice.
#[derive(Debug)]
pub struct Idle([Reading; 2]);

impl Idle {
    /// Reads all that any of the scenarios asks for.
    pub async fn read(page: &Page, cards: &[Card]) -> Self {
        page.open_lab("").await;
        let wanted = Wanted::by(cards.iter().flat_map(Card::all_claims));
        rehearse(page, wanted).await;
        let before = read(page, wanted).await;
        Self([before, read(page, wanted).await])
    }

    /// As if units had been made.
    fn evidence(&self, units: u64) -> Evidence {
        let [before, after] = &self.0;
        let moments = [
            When::DuringUnits,
            When::AfterUnits,
            When::AfterLetGo,
            When::Later,
        ];
        let evidence = Evidence::new(units, before.clone());
        moments
            .into_iter()
            .fold(evidence, |evidence, when| evidence.at(when, after.clone()))
    }
}

/// Whether the claims of a scenario would fail if they had to: a name misspelt, the variants exchanged, nothing happening.
pub fn bites(card: &Card, leaky: &Run, fixed: Option<&Run>, idle: &Idle) -> Misses {
    let mut misses = Misses::default();
    let runs = [(Variant::Leaky, Some(leaky)), (Variant::Fixed, fixed)];
    for (variant, run) in runs {
        let Some(run) = run else { continue };
        for claim in card.claims(variant) {
            for wrong in misspelt(claim) {
                if check(&wrong, &run.evidence).is_ok() {
                    misses.add(format!("holds although misspelt: {}", said(&wrong)));
                }
            }
        }
        let empty = idle.evidence(card.units);
        let mut told = false;
        for claim in card.claims(variant) {
            let holds = check(claim, &empty).is_ok();
            told |= !holds;
            if holds && !is_still(claim) {
                misses.add(format!("holds of an empty page: {}", said(claim)));
            }
        }
        // A cure that leaves nothing looks like a page on which nothing happened: there the leak is the proof.
        if !told && variant == Variant::Leaky {
            misses.add("all of it holds of an empty page");
        }
    }
    if let Some(fixed) = fixed {
        misses.extend(exchanged(card, leaky, fixed));
    }
    misses
}

fn exchanged(card: &Card, leaky: &Run, fixed: &Run) -> Misses {
    let mut misses = Misses::default();
    for (variant, other) in [(Variant::Leaky, fixed), (Variant::Fixed, leaky)] {
        let claims = card.claims(variant);
        if claims
            .iter()
            .all(|claim| check(claim, &other.evidence).is_ok())
        {
            let name = variant.name();
            misses.add(format!(
                "all that is claimed of {name} holds of the other variant"
            ));
        }
    }
    // A cure that leaves something as it was says so in vain if the leak leaves it just as well.
    for claim in card.claims(Variant::Fixed) {
        let moves = card.claims(Variant::Leaky).iter();
        let moves = moves.filter(|other| other.when == claim.when && same_place(claim, other));
        let is_moved = moves.into_iter().any(|other| !is_still(other));
        if is_still(claim) && is_moved && check(claim, &leaky.evidence).is_ok() {
            misses.add(format!("cannot tell cure from leak: {}", said(claim)));
        }
    }
    misses
}

fn same_place(one: &Claim, other: &Claim) -> bool {
    match (&one.says, &other.says) {
        (Statement::Row { row, .. }, Statement::Row { row: r, .. }) => row == r,
        (
            Statement::Meter { meter, of, .. },
            Statement::Meter {
                meter: m, of: o, ..
            },
        ) => meter == m && of == o,
        (Statement::Counter { counter, .. }, Statement::Counter { counter: c, .. }) => counter == c,
        _ => false,
    }
}

fn is_still(claim: &Claim) -> bool {
    match &claim.says {
        Statement::Row { amount, .. }
        | Statement::Meter { amount, .. }
        | Statement::Counter { amount, .. } => {
            // As much as another meter, which has a claim of its own.
            amount.expect.is_still() || matches!(amount.expect, Expect::SameAs { .. })
        }
        _ => false,
    }
}

/// The claim with each of its names off by a letter.
fn misspelt(claim: &Claim) -> Vec<Claim> {
    let wrong = |name: &str| format!("x{name}");
    let mut all = Vec::new();
    let mut with = |change: &dyn Fn(&mut Statement)| {
        let mut other = claim.clone();
        change(&mut other.says);
        all.push(other);
    };
    match &claim.says {
        Statement::Row { row, .. } | Statement::Nothing { row, .. } => {
            let (name, object) = (wrong(&row.constructor), wrong(&row.object));
            with(&|says| {
                if let Statement::Row { row, .. } | Statement::Nothing { row, .. } = says {
                    row.constructor = name.clone().into();
                }
            });
            if !row.object.is_empty() {
                with(&|says| {
                    if let Statement::Row { row, .. } | Statement::Nothing { row, .. } = says {
                        row.object = object.clone().into();
                    }
                });
            }
        }
        Statement::Path { along } => {
            for place in 0..along.split(" ← ").count() {
                let part = |(at, part): (usize, &str)| {
                    if at == place {
                        misspelt_part(part)
                    } else {
                        part.to_owned()
                    }
                };
                let parts: Vec<_> = along.split(" ← ").enumerate().map(part).collect();
                let along = parts.join(" ← ");
                with(&|says| {
                    *says = Statement::Path {
                        along: along.clone().into(),
                    };
                });
            }
        }
        Statement::Meter { .. } | Statement::Counter { .. } | Statement::Process { .. } => {}
    }
    all
}

/// The object's or the retainer's name.
fn misspelt_part(part: &str) -> String {
    match part.rsplit_once(" in ") {
        Some((edge, node)) => format!("{edge} in x{node}"),
        None => format!("x{part}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{misspelt, said};
    use claim::{EXACT, Meter, WouldBe, delta, each, nothing, path, row, shows, still};

    fn wrong(claim: &claim::Claim) -> Vec<String> {
        misspelt(claim).iter().map(said).collect()
    }

    #[test]
    fn every_name_of_a_claim_is_misspelt_once() {
        assert_eq!(
            wrong(&path("A ← a in B ← n × (b in C ← c in D) ← [0] in Lab")),
            [
                "xA ← a in B ← n × (b in C ← c in D) ← [0] in Lab",
                "A ← a in xB ← n × (b in C ← c in D) ← [0] in Lab",
                "A ← a in B ← n × (b in xC ← c in D) ← [0] in Lab",
                "A ← a in B ← n × (b in C ← c in xD) ← [0] in Lab",
                "A ← a in B ← n × (b in C ← c in D) ← [0] in xLab",
            ]
        );
        assert_eq!(wrong(&delta("A", 1)).len(), 1);
        assert_eq!(wrong(&nothing(row("A"), WouldBe::Leaky)).len(), 1);
        let named = shows(row("Function").object("tick()"), each(1), EXACT);
        assert_eq!(misspelt(&named).len(), 2);
        assert!(wrong(&still(Meter::Live)).is_empty());
    }
}
