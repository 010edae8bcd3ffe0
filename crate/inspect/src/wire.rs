//! Records between Rust and JavaScript.

use serde::{Serialize, de::DeserializeOwned};
use tsify::{Ts, Tsify};
use wasm_bindgen::JsValue;

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
