//! How a drawing is written down. All styles mean the same heap.

use super::Escapes;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// Seed for the order of members and of the fields in `meta`; none: V8's order.
    pub(crate) shuffled: Option<u64>,
    /// With members and fields nobody knows.
    pub(crate) unknown: bool,
    /// Blanks and line ends wherever JSON allows them.
    pub(crate) spaced: bool,
    pub(crate) escapes: Escapes,
}

impl Style {
    /// As V8 writes.
    pub(crate) const V8: Self = Self {
        shuffled: None,
        unknown: false,
        spaced: false,
        escapes: Escapes::Ascii,
    };

    /// As nobody writes, but anybody may.
    pub(crate) fn odd(seed: u64) -> Self {
        let escapes = [Escapes::Ascii, Escapes::Utf8, Escapes::All][seed as usize % 3];
        Self {
            shuffled: Some(seed),
            unknown: true,
            spaced: true,
            escapes,
        }
    }
}
