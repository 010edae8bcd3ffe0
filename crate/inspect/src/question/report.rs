//! The whole answer as a page of Markdown.

use heap::{ReportOptions, Snapshot, report as told};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::{Problem, Session};

/// Over which files.
#[derive(Clone, Debug, Default, Deserialize, Tsify)]
pub struct ReportRequest {
    /// Earlier files in order, for what grows.
    #[serde(default)]
    #[tsify(optional)]
    pub before: Vec<u32>,
    /// What the files are called, in their order; those without a name are numbered.
    #[serde(default)]
    #[tsify(optional)]
    pub names: Vec<String>,
    /// So many actions were done before each file but the first.
    #[serde(default)]
    #[tsify(optional)]
    pub actions: Option<u32>,
}

/// What grew, who holds it, what cutting would free, what is innocent; of one file what is large and what is shaped like a leak.
#[derive(Debug, Serialize, Tsify)]
pub struct ReportAnswer {
    /// Nothing in a name of the file is markup.
    pub markdown: String,
}

#[wasm_bindgen]
impl Session {
    /// The whole answer as a page of Markdown.
    ///
    /// # Errors
    /// `session.*`.
    pub fn report(&self, file: u32, asked: Ts<ReportRequest>) -> Result<Ts<ReportAnswer>, JsValue> {
        self.carry(file, &asked, report)
    }
}

pub(super) fn report(
    session: &Session,
    file: u32,
    asked: ReportRequest,
) -> Result<ReportAnswer, Problem> {
    let mut files = asked.before;
    files.push(file);
    let snapshots = files
        .iter()
        .map(|&file| Ok(session.snapshot(file)?.as_ref()));
    let snapshots = snapshots.collect::<Result<Vec<&Snapshot>, Problem>>()?;
    let names: Vec<&str> = asked.names.iter().map(String::as_str).collect();
    let options = ReportOptions {
        names: &names,
        actions: asked.actions.map(u64::from),
    };
    let markdown = told(&snapshots, &options);
    Ok(ReportAnswer { markdown })
}
