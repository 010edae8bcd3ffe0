//! Functions of an allocation timeline with what they and those they called allocated.

use std::cmp::Reverse;

use heap::TotalRow;
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    column::{Counts, Doubles},
    timeline::{FramesAnswer, frames_answer},
};
use crate::{Problem, Session, listed::part};

/// A part of the functions.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct TotalsRequest {
    /// The column; the largest come first.
    pub by: TotalColumn,
    /// The first row.
    pub from: u32,
    /// The row behind the last.
    pub to: u32,
}

/// Columns of functions that allocated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum TotalColumn {
    /// Bytes alive that it or what it called allocated.
    LiveTotal,
    /// Bytes alive that it allocated itself.
    LiveSize,
    /// All bytes that it allocated itself.
    Size,
}

/// Functions that allocated, or called those that did, a row each.
#[derive(Debug, Serialize, Tsify)]
#[tsify(hashmap_as_object)]
#[serde(rename_all = "camelCase")]
pub struct TotalsPage {
    /// Rows in the whole list.
    pub count: u32,
    /// What `allocations` takes as a path.
    pub function: Counts,
    /// Bytes alive that it or what it called allocated; what calls itself counts once.
    pub live_total: Doubles,
    /// Bytes alive that it allocated itself.
    pub live_size: Doubles,
    /// All bytes that it allocated itself.
    pub size: Doubles,
    /// The functions.
    #[serde(flatten)]
    pub frames: FramesAnswer,
}

#[wasm_bindgen]
impl Session {
    /// Functions with what they and those they called allocated.
    ///
    /// # Errors
    /// `session.*`, `ask.not-recorded`.
    pub fn totals(&self, file: u32, asked: Ts<TotalsRequest>) -> Result<Ts<TotalsPage>, JsValue> {
        self.carry(file, &asked, totals)
    }
}

pub(super) fn totals(
    session: &Session,
    file: u32,
    asked: TotalsRequest,
) -> Result<TotalsPage, Problem> {
    let mut rows = session.stacks_of(file)?.totals();
    rows.retain(|row| row.own.count > 0 || row.live_total > 0);
    let value = |row: &TotalRow| match asked.by {
        TotalColumn::LiveTotal => row.live_total,
        TotalColumn::LiveSize => row.own.live_size,
        TotalColumn::Size => row.own.size,
    };
    rows.sort_by_key(|row| Reverse(value(row)));
    let shown = part(&rows, asked.from..asked.to);
    let frames: Vec<_> = shown.iter().map(|row| row.own.frame.clone()).collect();
    Ok(TotalsPage {
        count: rows.len() as u32,
        function: shown.iter().map(|row| row.own.function).collect(),
        live_total: shown.iter().map(|row| row.live_total).collect(),
        live_size: shown.iter().map(|row| row.own.live_size).collect(),
        size: shown.iter().map(|row| row.own.size).collect(),
        frames: frames_answer(&frames),
    })
}
