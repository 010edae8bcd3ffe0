//! Rows of numbers whose order of columns is told by `meta`.

use std::fmt::Write;

use super::Style;
use super::shuffle::shuffle;

pub(super) struct Table {
    /// Name, and type as `meta` gives it.
    columns: Vec<(&'static str, String)>,
}

/// The column nobody knows.
const UNKNOWN: &str = "colour";

impl Table {
    pub(super) fn new(columns: &[(&'static str, &str)], style: &Style) -> Self {
        let mut columns: Vec<_> = columns
            .iter()
            .map(|&(name, kind)| (name, kind.to_owned()))
            .collect();
        if style.unknown {
            columns.push((UNKNOWN, "\"number\"".into()));
        }
        shuffle(&mut columns, style.shuffled);
        Self { columns }
    }

    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// `"a","b"`
    pub(super) fn names(&self) -> String {
        let names: Vec<String> = self
            .columns
            .iter()
            .map(|(name, _)| format!("\"{name}\""))
            .collect();
        names.join(",")
    }

    pub(super) fn kinds(&self) -> String {
        let kinds: Vec<&str> = self.columns.iter().map(|(_, kind)| kind.as_str()).collect();
        kinds.join(",")
    }

    /// A line per row, the commas where V8 puts them.
    pub(super) fn rows<'r, R: 'r>(
        &self,
        rows: impl IntoIterator<Item = &'r R>,
        cell: impl Fn(&R, &str) -> u64,
    ) -> String {
        let mut out = String::from("[");
        for (at, row) in rows.into_iter().enumerate() {
            for (nth, (name, _)) in self.columns.iter().enumerate() {
                out.push_str(if at + nth > 0 { "," } else { "" });
                let value = if *name == UNKNOWN { 7 } else { cell(row, name) };
                write!(out, "{value}").expect("a string takes all");
            }
            out.push('\n');
        }
        out.push(']');
        out
    }
}
