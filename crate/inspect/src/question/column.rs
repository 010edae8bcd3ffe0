//! Columns of answers: typed arrays, which are handed over, and texts.

use std::ops::Deref;

use heap::wtf8;
use js_sys::{Float64Array, Int32Array, Uint8Array, Uint32Array};
use serde::{Serialize, Serializer};
use tsify::Tsify;

macro_rules! column {
    ($(#[$doc:meta])* $name:ident, $array:ident, $type:literal, $item:ty) => {
        $(#[$doc])*
        #[derive(Debug, PartialEq, Tsify)]
        #[tsify(type = $type)]
        pub struct $name(Vec<$item>);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde_wasm_bindgen::preserve::serialize(&$array::from(&self.0[..]), serializer)
            }
        }

        impl Deref for $name {
            type Target = [$item];

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl FromIterator<$item> for $name {
            fn from_iter<I: IntoIterator<Item = $item>>(values: I) -> Self {
                Self(values.into_iter().collect())
            }
        }
    };
}

column! {
    /// Sizes in bytes, ids, times.
    Doubles, Float64Array, "Float64Array", f64
}
column! {
    /// Counts, and positions within a file.
    Counts, Uint32Array, "Uint32Array", u32
}
column! {
    /// Distances.
    Signed, Int32Array, "Int32Array", i32
}
column! {
    /// Small codes.
    Codes, Uint8Array, "Uint8Array", u8
}

impl FromIterator<u64> for Doubles {
    fn from_iter<I: IntoIterator<Item = u64>>(values: I) -> Self {
        values.into_iter().map(|value| value as f64).collect()
    }
}

/// Texts for people; a lone surrogate becomes U+FFFD.
pub(crate) fn texts<T: AsRef<[u8]>>(values: impl IntoIterator<Item = T>) -> Vec<String> {
    values
        .into_iter()
        .map(|value| text(value.as_ref()))
        .collect()
}

/// A text for people.
pub(crate) fn text(value: &[u8]) -> String {
    wtf8::lossy(value).into_owned()
}
