//! What several questions need, made at the first one.

use std::sync::OnceLock;

use crate::{
    NodeIx,
    figure::{class::ClassNames, pair::Pairs},
    graph::ById,
    ground::bits::Bits,
    text::{concatenated::Concatenated, names::Names},
};

#[derive(Debug, Default)]
pub(crate) struct Cache {
    pub(crate) concatenated: OnceLock<Concatenated>,
    pub(crate) names: OnceLock<Names>,
    pub(crate) duplicates: OnceLock<Duplicates>,
    pub(crate) class_names: OnceLock<ClassNames>,
    pub(crate) by_id: OnceLock<ById>,
    pub(crate) statistics: OnceLock<Statistics>,
    /// Edges of entries of `WeakMap`s.
    pub(crate) weak_pairs: OnceLock<Pairs>,
    /// What only some things keep, by which.
    pub(crate) kept: [OnceLock<Bits>; 4],
    /// Objects that no root reaches, and their bytes.
    pub(crate) unreached: OnceLock<(u64, u64)>,
}

/// Bytes of each part of the heap (DevTools: `calculateStatistics`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// All.
    pub total: u64,
    /// Outside of V8: DOM, canvases, buffers.
    pub native: u64,
    /// Contents of typed arrays and array buffers; a part of `native`.
    pub typed_arrays: u64,
    /// V8's own: `total` without `native`. The parts below are parts of it; what they leave is other JavaScript objects.
    pub v8: u64,
    /// Compiled code.
    pub code: u64,
    /// Arrays of JavaScript with their elements.
    pub js_arrays: u64,
    /// Strings.
    pub strings: u64,
    /// What V8 hides.
    pub system: u64,
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
