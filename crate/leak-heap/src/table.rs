//! Columns for people.

use std::fmt::Write;

use heap::format;

/// Rows of cells under headings; numbers stand to the right.
#[derive(Debug)]
pub(crate) struct Table {
    headings: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug)]
pub(crate) enum Cell {
    Number(String),
    Text(String),
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Number(format::number(number))
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        u64::from(number).into()
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        (number as u64).into()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

/// A difference with its sign.
pub(crate) fn signed(number: i64) -> Cell {
    let sign = match number {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    Cell::Number(format!("{sign}{}", format::number(number.unsigned_abs())))
}

/// A distance as DevTools has it: a dash where nothing leads.
pub(crate) fn distance(distance: i32) -> Cell {
    Cell::Number(match distance {
        ..0 => "−".into(),
        100_000_000.. => format!("system + {}", distance - 100_000_000),
        _ => distance.to_string(),
    })
}

/// A share of a whole in percent.
pub(crate) fn share(part: u64, whole: u64) -> Cell {
    let percent = 100.0 * part as f64 / whole.max(1) as f64;
    Cell::Number(format!("{percent:.0} %"))
}

impl Table {
    pub(crate) fn new(headings: &[&'static str]) -> Self {
        Self {
            headings: headings.to_vec(),
            rows: Vec::new(),
        }
    }

    pub(crate) fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(cells);
    }

    /// The whole table, a line a row.
    pub(crate) fn text(&self) -> String {
        let mut widths: Vec<usize> = self
            .headings
            .iter()
            .map(|heading| heading.chars().count())
            .collect();
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.text().chars().count());
            }
        }
        let mut out = String::new();
        let numeric: Vec<bool> = (0..self.headings.len())
            .map(|column| self.is_numeric(column))
            .collect();
        let mut line = |cells: Vec<&str>| {
            let mut text = String::new();
            for (column, cell) in cells.into_iter().enumerate() {
                let width = widths[column];
                let _ = if numeric[column] {
                    write!(text, "{cell:>width$}  ")
                } else {
                    write!(text, "{cell:<width$}  ")
                };
            }
            out.push_str(text.trim_end());
            out.push('\n');
        };
        line(self.headings.clone());
        for row in &self.rows {
            line(row.iter().map(Cell::text).collect());
        }
        out
    }

    fn is_numeric(&self, column: usize) -> bool {
        let numbers = |row: &Vec<Cell>| matches!(row.get(column), Some(Cell::Number(_)));
        !self.rows.is_empty() && self.rows.iter().all(numbers)
    }
}

impl Cell {
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Number(text) | Self::Text(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let mut table = Table::new(&["Constructor", "Count"]);
        table.row(vec!["A".into(), 1_234_567_u64.into()]);
        table.row(vec!["Longer name".into(), 7_u32.into()]);
        assert_eq!(
            table.text(),
            "Constructor      Count\nA            1,234,567\nLonger name          7\n"
        );
        assert_eq!(signed(-1200).text(), "−1,200");
        assert_eq!(distance(100_000_003).text(), "system + 3");
    }
}
