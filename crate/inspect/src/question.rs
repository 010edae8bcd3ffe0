//! What can be asked, a file a question: functions of a session, and the methods by which JavaScript calls them.

#![allow(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen hands requests over by value"
)]

pub mod class;
pub mod column;
pub mod common_paths;
pub mod comparison;
pub mod filter;
pub mod findings;
pub mod functions;
pub mod grade;
pub mod growth;
pub mod named;
pub mod object;
pub mod overview;
pub mod paths;
pub mod realms;
pub mod references;
pub mod report;
pub mod strings;
pub mod summary;
pub mod timeline;
pub mod totals;
pub mod treemap;

#[cfg(test)]
mod tests;

use serde::{Serialize, de::DeserializeOwned};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::{
    Problem, Session,
    wire::{answer, request},
};

impl Session {
    /// Carries a request in and its answer out.
    pub(crate) fn carry<R, A>(
        &self,
        file: u32,
        asked: &Ts<R>,
        question: impl FnOnce(&Self, u32, R) -> Result<A, Problem>,
    ) -> Result<Ts<A>, JsValue>
    where
        R: Tsify + DeserializeOwned,
        R::JsType: Clone,
        A: Tsify + Serialize,
    {
        answer(&question(self, file, request(asked)?)?)
    }
}

/// `session.bad-request`, for what JavaScript finds before a request comes here.
///
/// # Errors
/// None in practice: the problem is plain.
#[wasm_bindgen(js_name = badRequest)]
pub fn bad_request(reason: &str) -> Result<Ts<Problem>, JsValue> {
    answer(&Problem::request(reason))
}
