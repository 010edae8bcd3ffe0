//! What a text is made of.

use std::ops::Range;

use super::weak::weak_names;

/// How the new text comes about.
pub(super) enum Making {
    Kept,
    /// Of the names of a key and a value.
    WeakPair {
        key: Range<usize>,
        value: Range<usize>,
    },
    /// Of the names of its properties.
    Interface,
    /// Of what stands behind `Detached `.
    Detached {
        before: usize,
    },
    /// Of nothing else.
    Alone,
}

impl Making {
    /// The other texts that must be known before.
    pub(super) fn parts(self, text: &[u8]) -> impl Iterator<Item = &[u8]> {
        let parts = match self {
            Making::WeakPair { key, value } => {
                let names = [&text[value], &text[key]];
                names.map(|name| weak_names(name).is_none().then_some(name))
            }
            Making::Detached { before } => [Some(&text[before..]), None],
            Making::Kept | Making::Interface | Making::Alone => [None, None],
        };
        parts.into_iter().flatten()
    }
}
