//! What a file holds, in a few numbers.

use heap::profile::{By, Sort};
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::{Problem, Session, file::File, wire::answer};

/// What a file is and how much it holds.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// `snapshot`, `timeline` (with moments) or `profile`.
    pub kind: &'static str,
    /// Objects; of a profile call tree nodes.
    pub nodes: u32,
    /// Of a snapshot.
    pub edges: u32,
    /// Bytes: the whole heap, or all that was sampled.
    pub total: f64,
    /// Rows in the list of constructors, or of functions.
    pub rows: u32,
    /// Whether allocation stacks were recorded.
    pub stacks: bool,
    /// Names that are missing with the file's end.
    pub missing_names: f64,
}

#[wasm_bindgen]
impl Session {
    /// What a file holds.
    ///
    /// # Errors
    /// `session.no-such-file`, `session.not-ready`.
    pub fn overview(&self, file: u32) -> Result<Ts<Overview>, JsValue> {
        answer(&overview(self, file)?)
    }
}

pub(super) fn overview(session: &Session, file: u32) -> Result<Overview, Problem> {
    let overview = match session.file(file)? {
        File::Snapshot(snapshot) => {
            let graph = snapshot.graph();
            let missing = graph
                .missing()
                .map_or(0, |missing| missing.strings_needed - missing.strings);
            Overview {
                kind: if graph.samples().is_empty() {
                    "snapshot"
                } else {
                    "timeline"
                },
                nodes: graph.node_count(),
                edges: graph.edge_count(),
                total: snapshot.total_size() as f64,
                rows: snapshot.rows().len() as u32,
                stacks: !graph.traces().is_empty(),
                missing_names: missing as f64,
            }
        }
        File::Profile(profile) => Overview {
            kind: "profile",
            nodes: profile.nodes.len() as u32,
            edges: 0,
            total: profile.nodes.total.first().copied().unwrap_or(0.0),
            rows: profile.functions(Sort::descending(By::Own), 0..0).total,
            stacks: true,
            missing_names: 0.0,
        },
        _ => return Err(Problem::not_ready()),
    };
    Ok(overview)
}
