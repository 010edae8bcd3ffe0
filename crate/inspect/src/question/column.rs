//! Columns of answers: typed arrays, which are handed over, and texts.

use heap::wtf8;
use js_sys::{Float64Array, Int32Array, Uint32Array};

/// Whole numbers that may be beyond 2^32: sizes and ids.
pub(crate) fn numbers(values: impl IntoIterator<Item = u64>) -> Float64Array {
    fractions(values.into_iter().map(|value| value as f64))
}

/// Numbers as they are.
pub(crate) fn fractions(values: impl IntoIterator<Item = f64>) -> Float64Array {
    Float64Array::from(&values.into_iter().collect::<Vec<_>>()[..])
}

/// Counts, and positions within a file.
pub(crate) fn counts(values: impl IntoIterator<Item = u32>) -> Uint32Array {
    Uint32Array::from(&values.into_iter().collect::<Vec<_>>()[..])
}

/// Distances and differences of counts.
pub(crate) fn signed(values: impl IntoIterator<Item = i32>) -> Int32Array {
    Int32Array::from(&values.into_iter().collect::<Vec<_>>()[..])
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
