//! Whether a claim holds.

mod cell;
mod route;

use std::borrow::Borrow;

use heap::{Column, Snapshot, Sort};

use crate::{
    Amount, Claim, Evidence, Expect, Finding, Measured, Miss, Pair, Path, Reading, Row, Source,
    Statement, Trail, When, WouldBe,
};
use cell::cell;

/// Whether a claim holds of what was read.
///
/// A class that is in no snapshot of the run fails, whatever the claim says of it; so does a zero whose positive control
/// does not show the row.
///
/// # Errors
/// What was seen instead, or what is missing to tell.
pub fn check<S: Borrow<Snapshot> + Clone>(
    claim: &Claim,
    evidence: &Evidence<S>,
) -> Result<(), Miss> {
    find(claim, evidence).verdict
}

/// The same with what was read for it.
pub fn find<S: Borrow<Snapshot> + Clone>(claim: &Claim, evidence: &Evidence<S>) -> Finding {
    if let Some(flaw) = claim.flaw() {
        return Finding {
            verdict: Err(Miss::Flawed { flaw }),
            measured: None,
            trail: None,
        };
    }
    let judge = Judge {
        evidence,
        when: claim.when,
    };
    let measured = match &claim.says {
        Statement::Path { along } => {
            let trail = judge.path(along);
            return Finding {
                verdict: trail.as_ref().map_err(Miss::clone).and_then(Trail::met),
                measured: None,
                trail: trail.ok(),
            };
        }
        Statement::Row { row, amount } => judge.row(row, amount),
        Statement::Nothing { row, .. } => judge.zero(row),
        Statement::Meter { meter, of, amount } => {
            let source = of.map_or(Source::Meter(*meter), Source::Type);
            judge
                .moved(source)
                .and_then(|seen| judge.amount(amount, seen))
        }
        Statement::Counter { counter, amount } => {
            let seen = judge.moved(Source::Counter(*counter));
            seen.and_then(|seen| judge.amount(amount, seen))
        }
        Statement::Process { process, at_least } => {
            let (seen, expected) = (judge.moved(Source::Process(*process)), *at_least as f64);
            seen.map(|seen| measured(seen >= expected, seen, expected, 0.0))
        }
    };
    let control = match &claim.says {
        Statement::Nothing { row, would_be } => judge.control(row, would_be),
        _ => Ok(()),
    };
    Finding {
        measured: measured.as_ref().ok().copied(),
        verdict: control.and_then(|()| measured?.met()),
        trail: None,
    }
}

/// How far a path leads, and what stands there instead of what it says.
///
/// # Errors
/// As [`check`], where there is nothing to follow.
pub fn trail<S: Borrow<Snapshot>>(path: &Path, pair: &Pair<S>) -> Result<Trail, Miss> {
    let after = pair.after();
    let fresh = route::fresh(pair, &path.from);
    let (of, mut kept) = (fresh.len(), 0);
    let mut shown = None;
    for node in fresh {
        let walk = route::walk(after, node, &path.steps);
        kept += usize::from(walk.is_whole);
        if shown
            .as_ref()
            .is_none_or(|(_, shown): &(_, route::Walk)| shown.is_whole && !walk.is_whole)
        {
            shown = Some((node, walk));
        }
    }
    let (object, walk) = shown.ok_or_else(|| Miss::NoObject {
        object: path.from.text().to_owned(),
    })?;
    let taken = walk.taken();
    let astray = (!walk.is_whole).then(|| taken.last().map_or(object, |last| last.node));
    let nearest = Sort::ascending(Column::Distance);
    let instead = astray.map(|node| after.retainers_of(node, None, nearest, 0..3).rows);
    let instead = instead.unwrap_or_default();
    Ok(Trail {
        kept,
        of,
        object,
        reached: walk.steps(),
        taken,
        instead: instead.iter().map(|row| (row.edge, row.node)).collect(),
    })
}

struct Judge<'a, S> {
    evidence: &'a Evidence<S>,
    when: When,
}

impl<S: Borrow<Snapshot> + Clone> Judge<'_, S> {
    fn row(&self, row: &Row, amount: &Amount) -> Result<Measured, Miss> {
        let seen = cell(row, self.pair()?, self.evidence.reading(self.when))?;
        self.amount(amount, seen.ok_or_else(|| no_row(row))?)
    }

    fn zero(&self, row: &Row) -> Result<Measured, Miss> {
        let seen = cell(row, self.pair()?, self.evidence.reading(self.when))?.unwrap_or(0.0);
        Ok(measured(seen == 0.0, seen, 0.0, 0.0))
    }

    fn control(&self, row: &Row, would_be: &WouldBe) -> Result<(), Miss> {
        let control = self.evidence.control(would_be);
        let control = control.ok_or_else(|| Miss::not_read("the positive control"))?;
        if cell(row, control, None)?.is_none_or(|shown| shown <= 0.0) {
            return Err(Miss::NoControl {
                row: row.constructor.to_string(),
            });
        }
        Ok(())
    }

    fn path(&self, along: &str) -> Result<Trail, Miss> {
        let path = Path::parse(along).map_err(|flaw| Miss::Flawed { flaw })?;
        trail(&path, self.pair()?)
    }

    fn amount(&self, amount: &Amount, seen: f64) -> Result<Measured, Miss> {
        let expected = match amount.expect {
            Expect::SameAs { meter } => self.moved(Source::Meter(meter))?,
            expect => expect.after(self.evidence.units()).unwrap_or_default() as f64,
        };
        let off = amount.within.around(expected);
        let holds = match amount.expect {
            Expect::Exactly { .. } | Expect::SameAs { .. } => (seen - expected).abs() <= off,
            Expect::AtLeast { .. } => seen >= expected - off,
            Expect::AtMost { .. } => seen <= expected + off,
        };
        Ok(measured(holds, seen, expected, off))
    }

    fn moved(&self, source: Source) -> Result<f64, Miss> {
        let read = |reading: &Reading<S>| {
            let value = reading.values.get(&source).copied();
            value.ok_or_else(|| Miss::not_read(source.name()))
        };
        let [before, now] = self.readings()?;
        Ok(read(now)? - read(before)?)
    }

    fn readings(&self) -> Result<[&Reading<S>; 2], Miss> {
        let now = self.evidence.reading(self.when);
        let now = now.ok_or_else(|| Miss::not_read("this moment"))?;
        Ok([self.evidence.before(), now])
    }

    fn pair(&self) -> Result<&Pair<S>, Miss> {
        let pair = self.evidence.pair(self.when);
        pair.ok_or_else(|| Miss::not_read("snapshots of this moment"))
    }
}

fn no_row(row: &Row) -> Miss {
    Miss::NoRow {
        row: row.constructor.to_string(),
    }
}

fn measured(holds: bool, seen: f64, expected: f64, within: f64) -> Measured {
    Measured {
        seen,
        expected,
        within,
        holds,
    }
}
