//! Functions of a sampling profile. All sizes are V8's estimates.

use std::ops::Range;

use heap::{
    Origin,
    profile::{By, Profile, Sort},
};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    column::{Counts, Doubles, text, texts},
    request,
};
use crate::{Problem, Session};

/// A part of a sorted list.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct FunctionsRequest {
    /// The column.
    pub by: FunctionColumn,
    /// The largest, or the last name, first.
    #[serde(default)]
    #[tsify(optional)]
    pub descending: bool,
    /// The first row.
    pub from: u32,
    /// The row behind the last.
    pub to: u32,
}

/// The columns of functions.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum FunctionColumn {
    /// Allocated by the function itself.
    Own,
    /// And by all that it called.
    Total,
    /// Its name.
    Name,
}

/// Functions, a row each.
#[derive(Debug, Serialize, Tsify)]
pub struct FunctionPage {
    /// Rows in the whole list.
    pub count: u32,
    /// `(anonymous)` where it has no name.
    pub name: Vec<String>,
    /// The script.
    pub url: Vec<String>,
    /// Whose it is: `(application)`, the name of a package, `(node)` or `(engine)`.
    pub package: Vec<String>,
    /// From 1; 0 if unknown.
    pub line: Counts,
    /// From 1; 0 if unknown.
    pub column: Counts,
    /// Bytes allocated by the function itself.
    pub own: Doubles,
    /// Bytes, with those of all that it called; recursion counts once.
    pub total: Doubles,
}

/// A part of a call tree's children.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct CalleesRequest {
    /// The caller; 0 is the root.
    pub node: u32,
    /// The column.
    pub by: FunctionColumn,
    /// The largest, or the last name, first.
    #[serde(default)]
    #[tsify(optional)]
    pub descending: bool,
    /// The first row.
    pub from: u32,
    /// The row behind the last.
    pub to: u32,
}

/// Nodes of a call tree, a row each.
#[derive(Debug, Serialize, Tsify)]
#[tsify(hashmap_as_object)]
pub struct CalleePage {
    /// What to ask for the callees of a row.
    pub node: Counts,
    /// How many callees each has.
    pub callees: Counts,
    /// The functions.
    #[serde(flatten)]
    pub functions: FunctionPage,
}

/// How to write a profile for other programs.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum ProfileFormat {
    /// JSON for speedscope.app and others.
    Speedscope,
    /// A line a stack, for flame graphs.
    Collapsed,
}

/// What to write.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct ExportRequest {
    /// The format.
    pub format: ProfileFormat,
    /// The name that other programs show.
    pub name: String,
}

#[wasm_bindgen]
impl Session {
    /// A sampling profile's functions by what they allocated.
    ///
    /// # Errors
    /// `session.*`.
    pub fn functions(
        &self,
        file: u32,
        asked: Ts<FunctionsRequest>,
    ) -> Result<Ts<FunctionPage>, JsValue> {
        self.carry(file, &asked, functions)
    }

    /// Whom a node of the call tree called.
    ///
    /// # Errors
    /// `session.*`.
    pub fn callees(&self, file: u32, asked: Ts<CalleesRequest>) -> Result<Ts<CalleePage>, JsValue> {
        self.carry(file, &asked, callees)
    }

    /// A sampling profile in a format of other programs, as a file's bytes.
    ///
    /// # Errors
    /// `session.*`.
    #[wasm_bindgen(js_name = exportProfile)]
    pub fn export_profile(&self, file: u32, asked: Ts<ExportRequest>) -> Result<Vec<u8>, JsValue> {
        Ok(export_profile(self, file, request(&asked)?)?)
    }
}

pub(super) fn functions(
    session: &Session,
    file: u32,
    asked: FunctionsRequest,
) -> Result<FunctionPage, Problem> {
    let profile = session.profile(file)?;
    let range = asked.from as usize..asked.to as usize;
    let page = profile.functions(sort(asked.by, asked.descending), range);
    let rows = page
        .rows
        .iter()
        .map(|row| (row.frame, row.sums.own, row.sums.total));
    Ok(function_page(profile, page.total, rows.collect()))
}

pub(super) fn callees(
    session: &Session,
    file: u32,
    asked: CalleesRequest,
) -> Result<CalleePage, Problem> {
    let profile = session.profile(file)?;
    if asked.node as usize >= profile.nodes.len() {
        return Err(Problem::no_such_node());
    }
    let all = |node: u32, range: Range<usize>| -> heap::Page<u32> {
        profile.children(node, sort(asked.by, asked.descending), range)
    };
    let page = all(asked.node, asked.from as usize..asked.to as usize);
    let nodes = &profile.nodes;
    let row = |&node: &u32| {
        let at = node as usize;
        (nodes.frame[at], nodes.own[at], nodes.total[at])
    };
    Ok(CalleePage {
        node: page.rows.iter().copied().collect(),
        callees: page
            .rows
            .iter()
            .map(|&node| all(node, 0..0).total)
            .collect(),
        functions: function_page(profile, page.total, page.rows.iter().map(row).collect()),
    })
}

pub(super) fn export_profile(
    session: &Session,
    file: u32,
    asked: ExportRequest,
) -> Result<Vec<u8>, Problem> {
    let profile = session.profile(file)?;
    let mut out = Vec::new();
    let written = match asked.format {
        ProfileFormat::Speedscope => profile.write_speedscope(&asked.name, &mut out),
        ProfileFormat::Collapsed => profile.write_collapsed(&mut out),
    };
    written.map_err(Problem::request)?;
    Ok(out)
}

fn sort(by: FunctionColumn, descending: bool) -> Sort {
    let by = match by {
        FunctionColumn::Own => By::Own,
        FunctionColumn::Total => By::Total,
        FunctionColumn::Name => By::Name,
    };
    if descending {
        Sort::descending(by)
    } else {
        Sort::ascending(by)
    }
}

fn function_page(profile: &Profile, count: u32, rows: Vec<(u32, f64, f64)>) -> FunctionPage {
    let frames = &profile.frames;
    let all = || rows.iter().map(|row| row.0);
    FunctionPage {
        count,
        name: texts(all().map(|frame| frames.label(frame))),
        url: all().map(|frame| text(frames.url(frame))).collect(),
        package: all()
            .map(|frame| package(frames.url(frame), frames.label(frame)))
            .collect(),
        line: all().map(|frame| frames.get(frame).line).collect(),
        column: all().map(|frame| frames.get(frame).column).collect(),
        own: rows.iter().map(|row| row.1).collect(),
        total: rows.iter().map(|row| row.2).collect(),
    }
}

/// Whose a function is, by the address of its script and its name.
pub(super) fn package(address: &[u8], function: &[u8]) -> String {
    Origin::of(&text(address), &text(function))
        .words()
        .to_owned()
}
