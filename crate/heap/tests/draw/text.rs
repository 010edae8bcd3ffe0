//! A string as JavaScript has it: UTF-16 units, lone surrogates included.

use std::fmt;

/// Ordered by units, counted in units, as DevTools orders and counts.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Text(Vec<u16>);

impl Text {
    pub(crate) fn from_units(units: Vec<u16>) -> Self {
        Self(units)
    }

    pub(crate) fn units(&self) -> &[u16] {
        &self.0
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is(&self, other: &str) -> bool {
        self.0.iter().copied().eq(other.encode_utf16())
    }

    pub(crate) fn starts_with(&self, head: &str) -> bool {
        self.0.starts_with(&units(head))
    }

    pub(crate) fn ends_with(&self, tail: &str) -> bool {
        self.0.ends_with(&units(tail))
    }

    pub(crate) fn push(&mut self, tail: &str) {
        self.0.extend(tail.encode_utf16());
    }

    pub(crate) fn push_text(&mut self, tail: &Text) {
        self.0.extend(&tail.0);
    }

    /// Whether UTF-8 can hold it.
    pub(crate) fn is_whole(&self) -> bool {
        String::from_utf16(&self.0).is_ok()
    }
}

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(units(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(units(&text))
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.is(other)
    }
}

/// For reading by people: a lone surrogate shows as U+FFFD.
impl fmt::Display for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&String::from_utf16_lossy(&self.0))
    }
}

/// Keeps lone surrogates apart from each other, so that a failed comparison shows what differs.
impl fmt::Debug for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("\"")?;
        for unit in char::decode_utf16(self.0.iter().copied()) {
            match unit {
                Ok(char) => write!(out, "{}", char.escape_debug())?,
                Err(lone) => write!(out, "\\u{:04x}", lone.unpaired_surrogate())?,
            }
        }
        out.write_str("\"")
    }
}
