//! What came and went between two files of one process.

use std::rc::Rc;

use heap::{Comparison, Kinship};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    column::{Counts, Doubles, texts},
    object::{ObjectPage, Rows},
};
use crate::{
    Problem, Session,
    listed::{Listed, part},
    order::{Compared, ComparisonColumn, ComparisonOrder},
};

/// A part of a comparison with an earlier file.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct ComparisonRequest {
    /// The earlier file's number.
    pub before: u32,
    /// The column.
    pub by: ComparisonColumn,
    /// The largest first.
    #[serde(default)]
    #[tsify(optional)]
    pub descending: bool,
    /// The first row.
    pub from: u32,
    /// The row behind the last.
    pub to: u32,
}

/// Constructors of which objects came or went, a row each.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonPage {
    /// Rows in the whole list.
    pub count: u32,
    /// What `compared` takes.
    pub key: Vec<String>,
    /// The constructor.
    pub name: Vec<String>,
    /// The constructor, with its place in the script where others have the same name.
    pub shown: Vec<String>,
    /// # New
    pub added_count: Counts,
    /// # Deleted
    pub removed_count: Counts,
    /// # Delta
    pub count_delta: Doubles,
    /// Alloc. size
    pub added_size: Doubles,
    /// Freed size
    pub removed_size: Doubles,
    /// Size delta
    pub size_delta: Doubles,
}

/// What an earlier file is to this one: in any other order than `inOrder`, comparing by number misleads.
#[derive(Clone, Copy, Debug, Serialize, Tsify, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub enum KinshipAnswer {
    /// Of one process, taken before this one.
    InOrder,
    /// Of one process, but taken after this one.
    Reversed,
    /// Of another process, or of a producer that numbers objects anew.
    Strangers,
    /// Too little is in them to say.
    Unknown,
}

/// Which earlier file.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct KinshipRequest {
    /// Its number.
    pub before: u32,
}

/// A part of the objects that came or went.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct ComparedRequest {
    /// The earlier file's number.
    pub before: u32,
    /// The constructor's key.
    pub key: String,
    /// Those that went, of the earlier file; otherwise those that came.
    #[serde(default)]
    #[tsify(optional)]
    pub removed: bool,
    /// Which rows.
    #[serde(flatten)]
    pub rows: Rows,
}

#[wasm_bindgen]
impl Session {
    /// Whether the files are of one process and in order.
    ///
    /// # Errors
    /// `session.*`.
    pub fn kinship(
        &self,
        file: u32,
        asked: Ts<KinshipRequest>,
    ) -> Result<Ts<KinshipAnswer>, JsValue> {
        self.carry(file, &asked, kinship)
    }

    /// DevTools' Comparison of a file with an earlier one.
    ///
    /// # Errors
    /// `session.*`.
    pub fn comparison(
        &self,
        file: u32,
        asked: Ts<ComparisonRequest>,
    ) -> Result<Ts<ComparisonPage>, JsValue> {
        self.carry(file, &asked, comparison)
    }

    /// The objects of a row of the comparison.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-class`.
    pub fn compared(
        &self,
        file: u32,
        asked: Ts<ComparedRequest>,
    ) -> Result<Ts<ObjectPage>, JsValue> {
        self.carry(file, &asked, compared)
    }
}

pub(super) fn kinship(
    session: &Session,
    file: u32,
    asked: KinshipRequest,
) -> Result<KinshipAnswer, Problem> {
    let (before, after) = (session.snapshot(asked.before)?, session.snapshot(file)?);
    Ok(match Kinship::of(before, after) {
        Kinship::InOrder => KinshipAnswer::InOrder,
        Kinship::Reversed => KinshipAnswer::Reversed,
        Kinship::Strangers => KinshipAnswer::Strangers,
        Kinship::Unknown => KinshipAnswer::Unknown,
    })
}

pub(super) fn comparison(
    session: &Session,
    file: u32,
    asked: ComparisonRequest,
) -> Result<ComparisonPage, Problem> {
    let ComparisonRequest {
        before,
        by,
        descending,
        from,
        to,
    } = asked;
    let comparison = session.compared_files(before, file)?;
    let rows = comparison.list.rows();
    let order = comparison
        .orders
        .get(ComparisonOrder { by, descending }, |order| order.of(rows));
    let shown = part(&order, from..to);
    let all = || shown.iter().map(|&row| &rows[row as usize]);
    let names = comparison.list.class_names();
    Ok(ComparisonPage {
        count: order.len() as u32,
        key: texts(all().map(|row| &row.key)),
        name: texts(all().map(|row| &row.name)),
        shown: texts(all().map(|row| names.shown(&row.key, &row.name))),
        added_count: all().map(|row| row.added_count).collect(),
        removed_count: all().map(|row| row.removed_count).collect(),
        count_delta: all().map(|row| row.count_delta() as f64).collect(),
        added_size: all().map(|row| row.added_size).collect(),
        removed_size: all().map(|row| row.removed_size).collect(),
        size_delta: all().map(|row| row.size_delta() as f64).collect(),
    })
}

pub(super) fn compared(
    session: &Session,
    file: u32,
    asked: ComparedRequest,
) -> Result<ObjectPage, Problem> {
    let ComparedRequest {
        before,
        key,
        removed,
        rows,
    } = asked;
    let comparison = session.compared_files(before, file)?;
    let (snapshot, page) = if removed {
        (
            comparison.list.before(),
            comparison
                .list
                .removed(key.as_bytes(), rows.sort(), rows.range()),
        )
    } else {
        (
            comparison.list.after(),
            comparison
                .list
                .added(key.as_bytes(), rows.sort(), rows.range()),
        )
    };
    Ok(ObjectPage::new(snapshot, &page?))
}

impl Session {
    pub(super) fn compared_files(&self, before: u32, after: u32) -> Result<Rc<Compared>, Problem> {
        let (earlier, later) = (self.snapshot(before)?, self.snapshot(after)?);
        self.comparisons.get([before, after], |_| {
            Ok(Listed::new(Comparison::new(
                Rc::clone(earlier),
                Rc::clone(later),
            )))
        })
    }
}
