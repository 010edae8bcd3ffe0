//! What is true of every leak that can be let go.

use crate::{Claim, Column, Expect, Statement, View, When, WouldBe, nothing};

/// After letting go, nothing is left of what the Comparison counts exactly: what is not among the claims already.
pub fn promised(claims: &[Claim]) -> Vec<Claim> {
    let gone = |claim: &Claim| match &claim.says {
        Statement::Row { row, amount }
            if claim.when == When::AfterUnits
                && row.view == View::Comparison
                && row.column == Column::Delta
                && matches!(amount.expect, Expect::Exactly { .. })
                && amount.within.is_exact() =>
        {
            Some(nothing(row.clone(), WouldBe::Leaky).after_let_go())
        }
        _ => None,
    };
    let is_said = |new: &Claim| {
        let mut all = claims.iter();
        all.any(|old| (old.when, &old.says) == (new.when, &new.says))
    };
    let all = claims.iter().filter_map(gone);
    all.filter(|claim| !is_said(claim)).collect()
}
