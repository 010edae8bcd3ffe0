//! What everything stands on: sets of bits, columns, texts, kinds, caps, errors.

pub(crate) mod bits;
pub(crate) mod chosen;
pub(crate) mod error;
pub mod format;
pub(crate) mod ids;
pub(crate) mod kind;
pub mod limits;
pub(crate) mod piece;
pub(crate) mod rare;
pub(crate) mod sizes;
pub(crate) mod strings;
pub(crate) mod together;
pub mod wtf8;
