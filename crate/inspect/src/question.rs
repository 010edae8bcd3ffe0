//! What can be asked, a file a question.

pub mod overview;

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::JsValue;

use crate::Problem;

/// An answer as JavaScript gets it.
pub(crate) fn answer<T: Tsify + Serialize>(value: &T) -> Result<Ts<T>, JsValue> {
    value
        .into_ts()
        .map_err(|error| Problem::request(error).into())
}
