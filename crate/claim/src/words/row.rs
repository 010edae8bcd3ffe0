//! A row of the Memory tab in words.

use super::{
    Span, Words, cell,
    span::{code, strong, text, ui},
};
use crate::{Amount, Column, Entry, Expect, Row, Unit, View, WouldBe};

/// Where the row is, and what it reads.
pub(super) fn reads(row: &Row, amount: &Amount, units: u64) -> Words {
    let mut words = place(row);
    words.extend(before(row.column));
    words.push(strong(value(row.column, amount, units)));
    words.push(text("."));
    words
}

/// Where the row would be, that it is not, and how one can tell.
pub(super) fn nothing(row: &Row, would_be: &WouldBe) -> Words {
    let mut words = place(row);
    words.extend(before(row.column));
    words.push(strong([text("0, or the row is not there at all")]));
    words.extend(match would_be {
        WouldBe::Leaky => vec![text(": the leaky variant shows it.")],
        WouldBe::Held => vec![text(": while a unit is in use, it is there.")],
        WouldBe::Planted { by } => vec![
            text(". Type "),
            code(format!("globalThis.planted = {by}")),
            text(" in the "),
            ui("Console"),
            text(", and another snapshot shows what it would look like."),
        ],
    });
    words
}

fn place(row: &Row) -> Words {
    let mut words = match row.view {
        View::Comparison => vec![],
        View::Statistics => vec![
            text("Choose "),
            ui(row.view.title()),
            text(". The category "),
            code(row.constructor.clone()),
            text(" "),
        ],
        View::DetachedElements => vec![
            text("Take the profile "),
            ui(row.view.title()),
            text(". The row "),
            code(row.constructor.clone()),
            text(" "),
        ],
        View::Summary | View::Containment | View::Allocation => {
            vec![text("Choose "), ui(row.view.title()), text(". ")]
        }
    };
    if row.filter.entry != Entry::AllObjects {
        words.extend([
            text("Choose "),
            ui(row.filter.entry.title()),
            text(" in the drop-down beside the filter. "),
        ]);
    }
    if matches!(row.view, View::Statistics | View::DetachedElements) {
        return words;
    }
    if !row.filter.text.is_empty() {
        words.extend([
            text("Type "),
            code(row.filter.text.clone()),
            text(" in "),
            ui("Filter by class"),
            text(". "),
        ]);
    }
    if row.object.is_empty() {
        words.extend([text("In the row "), code(row.constructor.clone())]);
    } else {
        words.extend([
            text("Open the row "),
            code(row.constructor.clone()),
            text(". Of its objects named "),
            code(row.object.clone()),
        ]);
    }
    words.push(text(", "));
    words
}

fn before(column: Column) -> Words {
    match column {
        Column::Count => vec![text("the number after the name reads ")],
        Column::Farthest => vec![
            text("sorted by "),
            ui(column.title()),
            text(", the farthest reads "),
        ],
        _ => vec![ui(column.title()), text(" reads ")],
    }
}

fn value(column: Column, amount: &Amount, units: u64) -> Words {
    let mut words = Words::new();
    match amount.expect {
        Expect::SameAs { meter } => {
            return vec![
                text("as many bytes as "),
                Span::Meter { meter },
                text(" grew on this page"),
            ];
        }
        Expect::AtLeast { .. } => words.push(text("at least ")),
        Expect::AtMost { .. } => words.push(text("at most ")),
        Expect::Exactly { .. } if !amount.within.is_exact() => words.push(text("about ")),
        Expect::Exactly { .. } => {}
    }
    words.push(number(
        column,
        amount.expect.after(units).unwrap_or_default(),
    ));
    words
}

/// A number of a cell.
pub(super) fn number(column: Column, number: i64) -> Span {
    Span::Number {
        number,
        signed: matches!(column, Column::Delta | Column::SizeDelta),
        unit: unit(column),
        written: Some(cell::written(column, number).into()),
    }
}

fn unit(column: Column) -> Unit {
    match column {
        Column::AllocSize
        | Column::FreedSize
        | Column::SizeDelta
        | Column::Shallow
        | Column::Retained => Unit::Bytes,
        Column::New
        | Column::Deleted
        | Column::Delta
        | Column::Count
        | Column::Distance
        | Column::Farthest => Unit::Count,
    }
}
