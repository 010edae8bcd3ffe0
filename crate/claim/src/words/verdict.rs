//! What was found where a claim points, in words.

use super::{
    Span, Words, row,
    span::{code, count, strong, text},
};
use crate::{Claim, Column, Finding, Measured, Miss, Statement};

/// Whether a claim about heap snapshots holds: what the place reads, and what it should.
pub fn verdict(claim: &Claim, finding: &Finding) -> Words {
    let column = match &claim.says {
        Statement::Row { row, .. } | Statement::Nothing { row, .. } => row.column,
        _ => Column::Count,
    };
    match (&finding.verdict, finding.measured) {
        (Ok(()), Some(Measured { seen, .. })) => reads(column, seen, [text(".")]),
        (Ok(()), None) => vec![text("All of them are kept along this way.")],
        (Err(miss), measured) => missed(column, miss, measured),
    }
}

fn missed(column: Column, miss: &Miss, measured: Option<Measured>) -> Words {
    match miss {
        Miss::Differs {
            seen,
            expected,
            within,
        } => {
            let mut rest = vec![text(", not "), number(column, *expected)];
            if *within > 0.0 {
                rest.extend([text(", give or take "), number(unsigned(column), *within)]);
            }
            rest.push(text("."));
            reads(column, *seen, rest)
        }
        Miss::NoRow { row } => told("Neither snapshot has a row ", row, "."),
        Miss::FilteredOut { filter, .. } => {
            told("The text ", filter, " in the filter hides the row.")
        }
        Miss::NoObject { object } => told("No object ", object, " is new."),
        Miss::NotKept { kept, of } => vec![
            strong([count(*kept as u64), text(" of "), count(*of as u64)]),
            text(" new objects are kept along this way."),
        ],
        Miss::NoControl { .. } | Miss::NotRead { .. }
            if measured.is_some_and(|zero| zero.holds) =>
        {
            vec![text(
                "It reads 0, which alone proves nothing: these files do not show what the row would look like.",
            )]
        }
        Miss::NotRead { .. } | Miss::NoControl { .. } => {
            vec![text("These files do not tell.")]
        }
        Miss::Flawed { flaw } => told("The claim contradicts itself: ", flaw, "."),
    }
}

fn reads(column: Column, seen: f64, rest: impl IntoIterator<Item = Span>) -> Words {
    let mut words = vec![text("It reads "), strong([number(column, seen)])];
    words.extend(rest);
    words
}

fn told(before: &'static str, name: &str, after: &'static str) -> Words {
    vec![text(before), code(name.to_owned()), text(after)]
}

fn unsigned(column: Column) -> Column {
    match column {
        Column::Delta => Column::New,
        Column::SizeDelta => Column::AllocSize,
        other => other,
    }
}

/// Up to here JavaScript has every whole number.
const EXACT: f64 = 9_007_199_254_740_991.0;

fn number(column: Column, number: f64) -> Span {
    row::number(column, number.clamp(-EXACT, EXACT) as i64)
}
