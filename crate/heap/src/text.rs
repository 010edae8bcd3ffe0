//! Texts that `DevTools` makes of those in the file.

pub(crate) mod concatenated;
pub(crate) mod edge;
pub(crate) mod names;
pub(crate) mod number;
pub(crate) mod origin;
pub(crate) mod script;
pub(crate) mod short;
pub(crate) mod stem;
