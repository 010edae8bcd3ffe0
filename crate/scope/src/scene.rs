//! All a picture is made from.

use crate::layout::Layout;
use crate::record::Record;
use crate::theme::Theme;
use crate::view::View;

#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    /// What was measured.
    pub(crate) record: &'a Record,
    /// Which part of it.
    pub(crate) view: &'a View,
    /// Where it goes.
    pub(crate) layout: &'a Layout,
    /// In which colors.
    pub(crate) theme: &'a Theme,
    /// The sample under the cursor.
    pub(crate) looked_at: Option<usize>,
}
