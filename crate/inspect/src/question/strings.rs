//! Strings that are there several times.

use heap::{Sort, StringColumn};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    column::{Counts, Doubles, texts},
    object::{ObjectPage, Rows},
};
use crate::{Problem, Session};

/// A part of the groups.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct StringsRequest {
    /// The column; the largest are first.
    pub by: StringsColumn,
    /// The first row.
    pub from: u32,
    /// The row behind the last.
    pub to: u32,
}

/// Columns of duplicated strings.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum StringsColumn {
    /// Retained sizes added up.
    Retained,
    /// How many.
    Count,
    /// Bytes.
    Shallow,
    /// Bytes that could be saved.
    Wasted,
}

/// Groups of equal strings, a row each.
#[derive(Debug, Serialize, Tsify)]
pub struct StringsPage {
    /// Groups in the whole list.
    pub count: u32,
    /// Bytes that could be saved in all of them.
    #[serde(rename = "wastedInAll")]
    pub wasted_in_all: f64,
    /// What `equalStrings` takes.
    pub group: Counts,
    /// The text.
    pub value: Vec<String>,
    /// How many have it.
    pub strings: Counts,
    /// Bytes of all.
    pub shallow: Doubles,
    /// Retained sizes added up.
    pub retained: Doubles,
    /// Bytes that could be saved.
    pub wasted: Doubles,
}

/// A part of a group.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct EqualStringsRequest {
    /// The group's number.
    pub group: u32,
    /// Which rows.
    #[serde(flatten)]
    pub rows: Rows,
}

#[wasm_bindgen]
impl Session {
    /// Groups of strings with the same text.
    ///
    /// # Errors
    /// `session.*`.
    #[wasm_bindgen(js_name = duplicateStrings)]
    pub fn duplicate_strings(
        &self,
        file: u32,
        asked: Ts<StringsRequest>,
    ) -> Result<Ts<StringsPage>, JsValue> {
        self.carry(file, &asked, duplicate_strings)
    }

    /// The strings of a group.
    ///
    /// # Errors
    /// `session.*`.
    #[wasm_bindgen(js_name = equalStrings)]
    pub fn equal_strings(
        &self,
        file: u32,
        asked: Ts<EqualStringsRequest>,
    ) -> Result<Ts<ObjectPage>, JsValue> {
        self.carry(file, &asked, equal_strings)
    }
}

pub(super) fn duplicate_strings(
    session: &Session,
    file: u32,
    asked: StringsRequest,
) -> Result<StringsPage, Problem> {
    let snapshot = session.snapshot(file)?;
    let by = match asked.by {
        StringsColumn::Retained => StringColumn::Retained,
        StringsColumn::Count => StringColumn::Count,
        StringsColumn::Shallow => StringColumn::Shallow,
        StringsColumn::Wasted => StringColumn::Wasted,
    };
    let page = snapshot.duplicate_strings(by, asked.from as usize..asked.to as usize);
    let all = || page.rows.iter();
    Ok(StringsPage {
        count: page.total,
        wasted_in_all: snapshot.wasted_by_duplicates() as f64,
        group: all().map(|row| row.number).collect(),
        value: texts(all().map(|row| &row.value)),
        strings: all().map(|row| row.count).collect(),
        shallow: all().map(|row| row.shallow).collect(),
        retained: all().map(|row| row.retained).collect(),
        wasted: all().map(|row| row.wasted).collect(),
    })
}

pub(super) fn equal_strings(
    session: &Session,
    file: u32,
    asked: EqualStringsRequest,
) -> Result<ObjectPage, Problem> {
    let EqualStringsRequest { group, rows } = asked;
    let snapshot = session.snapshot(file)?;
    let sort: Sort = rows.sort();
    let page = snapshot.duplicates(group, sort, rows.range());
    Ok(ObjectPage::new(snapshot, &page))
}
