//! Rows by constructor, a page at a time.

use heap::{ClassNames, ClassRow};
use serde::{Deserialize, Serialize};
use tsify::Tsify;

use super::column::{Counts, Doubles, Signed, texts};
use crate::{
    listed::{Orders, part},
    order::{ClassColumn, ClassOrder},
};

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

/// Constructors, a row each.
#[derive(Debug, Serialize, Tsify)]
pub struct ClassPage {
    /// Rows in the whole list.
    pub count: u32,
    /// What other questions take.
    pub key: Vec<String>,
    /// The constructor.
    pub name: Vec<String>,
    /// The constructor, with its place in the script where others have the same name.
    pub shown: Vec<String>,
    /// Objects.
    pub objects: Counts,
    /// The least distance.
    pub distance: Signed,
    /// Bytes.
    pub shallow: Doubles,
    /// Bytes.
    pub retained: Doubles,
}

impl ClassPage {
    /// Of the rows with `named` in their names, upper and lower case alike.
    pub(crate) fn new(
        apart: &ClassNames,
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
            shown: texts(all().map(|row| apart.shown(&row.key, &row.name))),
            objects: all().map(|row| row.count).collect(),
            distance: all().map(|row| row.distance).collect(),
            shallow: all().map(|row| row.shallow).collect(),
            retained: all().map(|row| row.retained).collect(),
        }
    }
}
