//! Lists that a session keeps between questions, and in which orders.

use std::rc::Rc;

use heap::{ClassRow, Comparison, ComparisonRow, Passing, Selection, Snapshot, wtf8};
use serde::Deserialize;
use tsify::Tsify;

use crate::listed::{Listed, Orders};

/// Objects by constructor, and the orders they were asked for in.
pub(crate) type Selected = Listed<Selection<Rc<Snapshot>>, ClassOrder>;

/// In which order constructors stand, and which of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClassOrder {
    pub(crate) by: ClassColumn,
    pub(crate) descending: bool,
    /// Part of their names in lower case.
    pub(crate) named: String,
}

impl ClassOrder {
    pub(crate) fn of(&self, rows: &[ClassRow]) -> Vec<u32> {
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

/// A comparison and the orders it was asked for in.
pub(crate) type Compared = Listed<Comparison<Rc<Snapshot>>, ComparisonOrder>;

/// In which order rows of a comparison stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ComparisonOrder {
    pub(crate) by: ComparisonColumn,
    pub(crate) descending: bool,
}

impl ComparisonOrder {
    pub(crate) fn of(self, rows: &[ComparisonRow]) -> Vec<u32> {
        let mut order: Vec<u32> = (0..rows.len() as u32).collect();
        order.sort_by(|&a, &b| {
            let (a, b) = (&rows[a as usize], &rows[b as usize]);
            let order = match self.by {
                ComparisonColumn::Name => wtf8::utf16_order(&a.name, &b.name),
                ComparisonColumn::AddedCount => a.added_count.cmp(&b.added_count),
                ComparisonColumn::RemovedCount => a.removed_count.cmp(&b.removed_count),
                ComparisonColumn::CountDelta => a.count_delta().cmp(&b.count_delta()),
                ComparisonColumn::AddedSize => a.added_size.cmp(&b.added_size),
                ComparisonColumn::RemovedSize => a.removed_size.cmp(&b.removed_size),
                ComparisonColumn::SizeDelta => a.size_delta().cmp(&b.size_delta()),
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

/// Columns of DevTools' Comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum ComparisonColumn {
    /// The constructor.
    Name,
    /// # New
    AddedCount,
    /// # Deleted
    RemovedCount,
    /// # Delta
    CountDelta,
    /// Alloc. size
    AddedSize,
    /// Freed size
    RemovedSize,
    /// Size delta
    SizeDelta,
}

/// What passes, and its rows.
#[derive(Debug)]
pub(crate) struct Filtered {
    pub(crate) passing: Passing,
    pub(crate) rows: Vec<ClassRow>,
    pub(crate) orders: Orders<ClassOrder>,
}

/// What is looked at, and for what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Tsify)]
pub struct Looked {
    /// Earlier files in order, for what grows.
    #[serde(default)]
    #[tsify(optional)]
    pub before: Vec<u32>,
    /// So many actions were done before each file but the first.
    #[serde(default)]
    #[tsify(optional)]
    pub actions: Option<u32>,
    /// Names of the patterns that are looked for; all if there are none.
    #[serde(default)]
    #[tsify(optional)]
    pub patterns: Vec<String>,
}
