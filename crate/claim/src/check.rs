//! Whether a claim holds.

mod cell;
mod route;

use crate::{
    Amount, Claim, Evidence, Expect, Miss, Pair, Path, Reading, Row, Source, Statement, When,
    WouldBe,
};
use cell::cell;

/// Whether a claim holds of what was read.
///
/// A class that is in no snapshot of the run fails, whatever the claim says of it; so does a zero whose positive control
/// does not show the row.
///
/// # Errors
/// What was seen instead, or what is missing to tell.
pub fn check(claim: &Claim, evidence: &Evidence) -> Result<(), Miss> {
    if let Some(flaw) = claim.flaw() {
        return Err(Miss::Flawed { flaw });
    }
    let judge = Judge {
        evidence,
        when: claim.when,
    };
    match &claim.says {
        Statement::Row { row, amount } => judge.row(row, amount),
        Statement::Nothing { row, would_be } => judge.nothing(row, would_be),
        Statement::Path { along } => judge.path(along),
        Statement::Meter { meter, of, amount } => {
            let source = of.map_or(Source::Meter(*meter), Source::Type);
            judge.amount(amount, judge.moved(source)?)
        }
        Statement::Counter { counter, amount } => {
            judge.amount(amount, judge.moved(Source::Counter(*counter))?)
        }
        Statement::Process { process, at_least } => {
            let seen = judge.moved(Source::Process(*process))?;
            let least = *at_least as f64;
            met(seen >= least, seen, least, 0.0)
        }
    }
}

struct Judge<'a> {
    evidence: &'a Evidence,
    when: When,
}

impl Judge<'_> {
    fn row(&self, row: &Row, amount: &Amount) -> Result<(), Miss> {
        let seen = cell(row, self.pair()?, self.evidence.reading(self.when))?
            .ok_or_else(|| no_row(row))?;
        self.amount(amount, seen)
    }

    fn nothing(&self, row: &Row, would_be: &WouldBe) -> Result<(), Miss> {
        let control = self.evidence.control(would_be);
        let control = control.ok_or_else(|| Miss::not_read("the positive control"))?;
        let shown = cell(row, control, None)?;
        if shown.is_none_or(|shown| shown <= 0.0) {
            return Err(Miss::NoControl {
                row: row.constructor.to_string(),
            });
        }
        let seen = cell(row, self.pair()?, self.evidence.reading(self.when))?.unwrap_or(0.0);
        met(seen == 0.0, seen, 0.0, 0.0)
    }

    fn path(&self, along: &str) -> Result<(), Miss> {
        let path = Path::parse(along).map_err(|flaw| Miss::Flawed { flaw })?;
        let pair = self.pair()?;
        let fresh = route::fresh(pair, &path.from);
        let of = fresh.len();
        if of == 0 {
            return Err(Miss::NoObject {
                object: path.from.text().to_owned(),
            });
        }
        let kept = fresh
            .into_iter()
            .filter(|node| route::leads(pair.after(), *node, &path.steps))
            .count();
        if kept == of {
            Ok(())
        } else {
            Err(Miss::NotKept { kept, of })
        }
    }

    fn amount(&self, amount: &Amount, seen: f64) -> Result<(), Miss> {
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
        met(holds, seen, expected, off)
    }

    fn moved(&self, source: Source) -> Result<f64, Miss> {
        let read = |reading: &Reading| {
            let value = reading.values.get(&source).copied();
            value.ok_or_else(|| Miss::not_read(source.name()))
        };
        let [before, now] = self.readings()?;
        Ok(read(now)? - read(before)?)
    }

    fn readings(&self) -> Result<[&Reading; 2], Miss> {
        let now = self.evidence.reading(self.when);
        let now = now.ok_or_else(|| Miss::not_read("this moment"))?;
        Ok([self.evidence.before(), now])
    }

    fn pair(&self) -> Result<&Pair, Miss> {
        let pair = self.evidence.pair(self.when);
        pair.ok_or_else(|| Miss::not_read("snapshots of this moment"))
    }
}

fn no_row(row: &Row) -> Miss {
    Miss::NoRow {
        row: row.constructor.to_string(),
    }
}

fn met(holds: bool, seen: f64, expected: f64, within: f64) -> Result<(), Miss> {
    if holds {
        Ok(())
    } else {
        Err(Miss::Differs {
            seen,
            expected,
            within,
        })
    }
}
