//! A number as the Memory tab writes it into a cell, whatever the browser's language: seen in Chromium 156.

use crate::Column;

/// Between digits in threes, and before a unit.
const BLANK: char = '\u{a0}';

/// What the cell of a column reads.
pub(super) fn written(column: Column, number: i64) -> String {
    let size = number.unsigned_abs();
    match column {
        Column::Delta => format!("{}{}", sign(number), grouped(size, BLANK)),
        Column::SizeDelta => format!("{}{}", sign(number), bytes(size)),
        Column::AllocSize | Column::FreedSize | Column::Shallow | Column::Retained => bytes(size),
        // The Summary is in the front-end's own language, the Comparison in none.
        Column::Count => format!("×{}", grouped(size, ',')),
        Column::New | Column::Deleted => grouped(size, BLANK),
        Column::Distance | Column::Farthest => size.to_string(),
    }
}

const fn sign(number: i64) -> &'static str {
    match number {
        1.. => "+",
        0 => "",
        _ => "\u{2212}",
    }
}

fn grouped(number: u64, by: char) -> String {
    let digits = number.to_string();
    let mut words = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push(by);
        }
        words.push(digit);
    }
    words
}

/// kB of 1,000, one decimal below a hundred of a unit.
fn bytes(number: u64) -> String {
    let mut value = number as f64;
    let mut units = ["kB", "MB", "GB"].into_iter();
    let mut unit = "B";
    while value >= 1_000.0 {
        let Some(larger) = units.next() else { break };
        (value, unit) = (value / 1_000.0, larger);
    }
    if unit == "B" || value >= 100.0 {
        format!("{value:.0}{BLANK}{unit}")
    } else {
        format!("{value:.1}{BLANK}{unit}")
    }
}
