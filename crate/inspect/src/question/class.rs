//! Rows by constructor, a page at a time.

use std::rc::Rc;

use heap::{ClassRow, Selection, Snapshot, wtf8};
use serde::{Deserialize, Serialize};
use tsify::Tsify;

use super::column::{Counts, Doubles, Signed, texts};
use crate::listed::{Listed, Orders, part};

/// A part of a sorted list of constructors.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct ClassRows {
    /// The column.
    pub by: ClassColumn,
    /// The largest first.
    #[serde(default)]
    #[tsify(optional)]
    pub descending: bool,
    /// The first row.
    pub from: u32,
    /// The row behind the last.
    pub to: u32,
}

/// Columns of the Summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum ClassColumn {
    /// The constructor.
    Name,
    /// Objects.
    Count,
    /// Distance.
    Distance,
    /// Shallow size.
    Shallow,
    /// Retained size.
    Retained,
}

/// Constructors, a row each.
#[derive(Debug, Serialize, Tsify)]
pub struct ClassPage {
    /// Rows in the whole list.
    pub count: u32,
    /// What other questions take.
    pub key: Vec<String>,
    /// The constructor.
    pub name: Vec<String>,
    /// Objects.
    pub objects: Counts,
    /// The least distance.
    pub distance: Signed,
    /// Bytes.
    pub shallow: Doubles,
    /// Bytes.
    pub retained: Doubles,
}

/// Objects by constructor, and the orders they were asked for in.
pub(crate) type Selected = Listed<Selection<Rc<Snapshot>>, ClassOrder>;

/// In which order constructors stand, and which of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClassOrder {
    by: ClassColumn,
    descending: bool,
    /// Part of their names in lower case.
    named: String,
}

impl ClassOrder {
    fn of(&self, rows: &[ClassRow]) -> Vec<u32> {
        let is_named = |row: &ClassRow| wtf8::lossy(&row.name).to_lowercase().contains(&self.named);
        let mut order: Vec<u32> = (0..rows.len() as u32).collect();
        if !self.named.is_empty() {
            order.retain(|&row| is_named(&rows[row as usize]));
        }
        order.sort_by(|&a, &b| {
            let (a, b) = (&rows[a as usize], &rows[b as usize]);
            let order = match self.by {
                ClassColumn::Name => wtf8::utf16_order(&a.name, &b.name),
                ClassColumn::Count => a.count.cmp(&b.count),
                ClassColumn::Distance => a.distance.cmp(&b.distance),
                ClassColumn::Shallow => a.shallow.cmp(&b.shallow),
                ClassColumn::Retained => a.retained.cmp(&b.retained),
            };
            if self.descending {
                order.reverse()
            } else {
                order
            }
        });
        order
    }
}

impl ClassPage {
    /// Of the rows with `named` in their names, upper and lower case alike.
    pub(crate) fn new(
        rows: &[ClassRow],
        orders: &Orders<ClassOrder>,
        named: &str,
        asked: ClassRows,
    ) -> Self {
        let order = ClassOrder {
            by: asked.by,
            descending: asked.descending,
            named: named.to_lowercase(),
        };
        let order = orders.get(order, |order| order.of(rows));
        let shown = part(&order, asked.from..asked.to);
        let all = || shown.iter().map(|&row| &rows[row as usize]);
        Self {
            count: order.len() as u32,
            key: texts(all().map(|row| &row.key)),
            name: texts(all().map(|row| &row.name)),
            objects: all().map(|row| row.count).collect(),
            distance: all().map(|row| row.distance).collect(),
            shallow: all().map(|row| row.shallow).collect(),
            retained: all().map(|row| row.retained).collect(),
        }
    }
}
