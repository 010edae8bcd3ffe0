//! A text to look for in others.

use memchr::memmem::Finder;

use super::Search;
use crate::wtf8;

/// A text, ready to be looked for.
pub(super) enum Pattern<'a> {
    Exact(Box<Finder<'a>>),
    /// Without regard to case, in ASCII: the text in capitals, and its first byte both ways.
    Ascii(Vec<u8>, [u8; 2]),
    /// Without regard to case: capitals.
    Folded(Vec<u16>),
}

impl<'a> Pattern<'a> {
    pub(super) fn new(search: Search<'a>) -> Self {
        let text = search.text;
        match text.first() {
            Some(first) if text.is_ascii() && !search.case_sensitive => {
                let both = [first.to_ascii_uppercase(), first.to_ascii_lowercase()];
                Pattern::Ascii(text.to_ascii_uppercase(), both)
            }
            Some(_) if !search.case_sensitive => {
                Pattern::Folded(wtf8::utf16(text).map(capital).collect())
            }
            _ => Pattern::Exact(Finder::new(text).into()),
        }
    }

    pub(super) fn is_in(&self, text: &[u8]) -> bool {
        match self {
            Pattern::Exact(finder) => finder.find(text).is_some(),
            Pattern::Ascii(capitals, [upper, lower]) => {
                let starts = memchr::memchr2_iter(*upper, *lower, text);
                let mut parts = starts.map(|at| text[at..].get(..capitals.len()));
                parts.any(|part| part.is_some_and(|part| part.eq_ignore_ascii_case(capitals)))
            }
            Pattern::Folded(capitals) => {
                let text: Vec<u16> = wtf8::utf16(text).map(capital).collect();
                text.windows(capitals.len()).any(|part| part == capitals)
            }
        }
    }
}

/// How JavaScript's patterns with the flag `i` see a unit: its capital, if that is one unit too and does not become ASCII.
fn capital(unit: u16) -> u16 {
    let Some(lower) = char::from_u32(u32::from(unit)) else {
        return unit;
    };
    let mut upper = lower.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(upper), None) if upper.is_ascii() <= lower.is_ascii() => {
            u16::try_from(u32::from(upper)).unwrap_or(unit)
        }
        _ => unit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(pattern: &str, text: &str, case_sensitive: bool) -> bool {
        let search = Search {
            text: pattern.as_bytes(),
            case_sensitive,
        };
        Pattern::new(search).is_in(text.as_bytes())
    }

    #[test]
    fn case_counts_only_if_asked_for() {
        assert!(finds("Map", "WeakMap", true) && !finds("map", "WeakMap", true));
        assert!(finds("map", "WeakMap", false) && !finds("maps", "WeakMap", false));
        assert!(finds("É", "café", false) && !finds("É", "café", true));
        // As /…/i has it: these do not become ASCII, nor more than one unit.
        assert!(!finds("s", "ſ", false) && !finds("ss", "ß", false) && finds("ß", "ß", false));
        assert!(!finds("é", "", false));
    }
}
