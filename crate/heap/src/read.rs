//! From bytes to tables.

pub(crate) mod json;
pub(crate) mod text;
