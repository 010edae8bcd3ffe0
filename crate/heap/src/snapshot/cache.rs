//! What several questions need, made at the first one.

use std::sync::OnceLock;

use crate::{
    NodeIx, Statistics, figure::class::ClassNames, graph::ById, text::concatenated::Concatenated,
    view::name::Names,
};

#[derive(Debug, Default)]
pub(crate) struct Cache {
    pub(crate) concatenated: OnceLock<Concatenated>,
    pub(crate) names: OnceLock<Names>,
    pub(crate) duplicates: OnceLock<Duplicates>,
    pub(crate) class_names: OnceLock<ClassNames>,
    pub(crate) by_id: OnceLock<ById>,
    pub(crate) statistics: OnceLock<Statistics>,
    /// Objects that no root reaches, and their bytes.
    pub(crate) unreached: OnceLock<(u64, u64)>,
}

/// Strings of equal text, all groups in DevTools' order.
#[derive(Debug)]
pub(crate) struct Duplicates {
    pub(crate) groups: Vec<DuplicateGroup>,
}

#[derive(Debug)]
pub(crate) struct DuplicateGroup {
    /// In the order of the file.
    pub(crate) nodes: Vec<NodeIx>,
    pub(crate) shallow: u64,
    pub(crate) retained: u64,
    pub(crate) cut_off: Option<CutOff>,
    pub(crate) largest: u64,
}

impl DuplicateGroup {
    pub(crate) fn wasted(&self) -> u64 {
        self.shallow - self.largest
    }
}

/// What the file says of a text that is not in it as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CutOff {
    /// UTF-16 units of the whole text.
    pub length: Option<f64>,
    /// V8's hash of the whole text.
    pub hash: Option<f64>,
}
