//! What can be asked, a file a question.

#![allow(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen hands requests over by value"
)]

pub mod column;
pub mod compare;
pub mod findings;
pub mod functions;
pub mod object;
pub mod overview;
pub mod paths;
pub mod references;
pub mod strings;
pub mod summary;
pub mod timeline;

use serde::{Serialize, de::DeserializeOwned};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::Problem;

/// An answer as JavaScript gets it.
pub(crate) fn answer<T: Tsify + Serialize>(value: &T) -> Result<Ts<T>, JsValue> {
    value
        .into_ts()
        .map_err(|error| Problem::request(error).into())
}

/// A request as JavaScript gave it.
pub(crate) fn request<T: Tsify + DeserializeOwned>(value: &Ts<T>) -> Result<T, JsValue>
where
    T::JsType: Clone,
{
    value
        .to_rust()
        .map_err(|error| Problem::request(error).into())
}

/// `session.bad-request`, for what JavaScript finds before a request comes here.
///
/// # Errors
/// None in practice: the problem is plain.
#[wasm_bindgen(js_name = badRequest)]
pub fn bad_request(reason: &str) -> Result<Ts<Problem>, JsValue> {
    answer(&Problem::request(reason))
}
