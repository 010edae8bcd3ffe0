//! Functions by whose they are: the program's own first.

use std::collections::BTreeMap;

use heap::{Origin, wtf8};
use serde_json::{Value, json};

use crate::{output::line, table::Table};

/// Packages that are printed.
const MOST: usize = 12;

/// Bytes of each package, in the order in which they should be read.
pub(super) struct Packages(Vec<(Origin, u64)>);

/// Whose the function is.
pub(super) fn origin(address: &[u8], function: &[u8]) -> Origin {
    Origin::of(&wtf8::lossy(address), &wtf8::lossy(function))
}

/// `lodash`, for a table.
pub(super) fn shown(origin: &Origin) -> String {
    line(origin.words().as_bytes(), 30)
}

impl Packages {
    /// Of functions with their own bytes.
    pub(super) fn of(functions: impl Iterator<Item = (Origin, u64)>) -> Self {
        let mut sums: BTreeMap<Origin, u64> = BTreeMap::new();
        for (origin, bytes) in functions {
            let sum = sums.entry(origin).or_default();
            *sum = sum.saturating_add(bytes);
        }
        let mut list: Vec<(Origin, u64)> = sums.into_iter().filter(|(_, sum)| *sum > 0).collect();
        list.sort_by_key(|(origin, sum)| (origin.rank(), std::cmp::Reverse(*sum)));
        Self(list)
    }

    /// Nothing where there is one only.
    pub(super) fn text(&self, heading: &'static str) -> String {
        if self.0.len() < 2 {
            return String::new();
        }
        let mut table = Table::new(&["Package", heading]);
        for (origin, sum) in self.0.iter().take(MOST) {
            table.row(vec![shown(origin).into(), (*sum).into()]);
        }
        table.text() + "\n"
    }

    pub(super) fn json(&self) -> Value {
        let each = self.0.iter();
        each.map(|(origin, sum)| json!({ "package": origin.words(), "size": sum }))
            .collect()
    }
}
