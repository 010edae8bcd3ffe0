//! Why objects are alive, and what would free them.

pub(crate) mod cut;
pub(crate) mod independent;
pub mod path;
pub(crate) mod realm;
