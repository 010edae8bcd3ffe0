//! A text to look for in others.

use std::ops::Range;

use memchr::{memchr2_iter, memmem::Finder};

use super::Search;
use crate::{Strings, ground::bits::Bits, wtf8};

/// A text, ready to be looked for.
pub(super) enum Pattern<'a> {
    Exact(Box<Finder<'a>>),
    Ascii(Ascii),
    Folded(Folded),
}

impl<'a> Pattern<'a> {
    pub(super) fn new(search: Search<'a>) -> Self {
        let text = search.text;
        if search.case_sensitive {
            Pattern::Exact(Finder::new(text).into())
        } else if text.is_ascii() {
            Pattern::Ascii(Ascii::new(text))
        } else {
            Pattern::Folded(Folded::new(text))
        }
    }

    pub(super) fn is_in(&self, text: &[u8]) -> bool {
        match self {
            Pattern::Exact(finder) => finder.find(text).is_some(),
            Pattern::Ascii(ascii) => ascii.find(text).is_some(),
            Pattern::Folded(folded) => folded.is_in(text),
        }
    }

    /// The strings that end with a beginning of it, so that it may go on in another text; `None`: any may.
    pub(super) fn beginning(&self, strings: &Strings) -> Option<Bits> {
        let (text, folds) = match self {
            Pattern::Exact(finder) => (finder.needle(), false),
            Pattern::Ascii(ascii) => (&ascii.text[..], true),
            Pattern::Folded(_) => return None,
        };
        let is_same = |a: &[u8], b: &[u8]| a == b || folds && a.eq_ignore_ascii_case(b);
        let mut within = [false; 256];
        for byte in text {
            within[usize::from(byte.to_ascii_lowercase())] = true;
        }
        let begins = |other: &[u8]| match other {
            // The first half of a pair becomes another character with the second.
            [.., 0xED, 0xA0..=0xAF, _] => true,
            [.., last] if within[usize::from(last.to_ascii_lowercase())] => {
                let most = text.len().min(other.len() + 1);
                let ends = |length: &usize| text[length - 1].eq_ignore_ascii_case(last);
                let mut lengths = (1..most).filter(ends);
                lengths.any(|length| is_same(&other[other.len() - length..], &text[..length]))
            }
            _ => false,
        };
        let numbered = (0..).zip(strings.iter()).filter(|(_, other)| begins(other));
        Some(Bits::of(strings.len(), numbered.map(|(string, _)| string)))
    }

    /// The strings that have it; looks through all as through one text.
    pub(super) fn having(&self, strings: &Strings) -> Bits {
        match self {
            Pattern::Exact(finder) => strings.having(|text| {
                let start = finder.find(text)?;
                Some(start..start + finder.needle().len())
            }),
            Pattern::Ascii(ascii) => strings.having(|text| ascii.find(text)),
            Pattern::Folded(folded) => {
                let mut having = Bits::new(strings.len());
                let numbered = (0..).zip(strings.iter());
                numbered
                    .filter(|(_, text)| folded.is_in(text))
                    .for_each(|(string, _)| having.set(string));
                having
            }
        }
    }
}

/// Without regard to case, in ASCII.
pub(super) struct Ascii {
    text: Vec<u8>,
    /// The place of the byte that is looked for first, and that byte both ways.
    rare: usize,
    both: [u8; 2],
}

/// Letters from the most common one; what is not among them is rarer.
const COMMON: &[u8] = b"etaonirslcdumphgfbyvwkxjqz";

impl Ascii {
    fn new(text: &[u8]) -> Self {
        let rarity = |&at: &usize| {
            let letter = text[at].to_ascii_lowercase();
            let common = COMMON.iter().position(|&other| other == letter);
            common.unwrap_or(COMMON.len())
        };
        let rare = (0..text.len()).max_by_key(rarity).unwrap_or(0);
        let byte = text.get(rare).copied().unwrap_or(0);
        Self {
            text: text.to_vec(),
            rare,
            both: [byte.to_ascii_uppercase(), byte.to_ascii_lowercase()],
        }
    }

    /// Where it is first.
    fn find(&self, text: &[u8]) -> Option<Range<usize>> {
        let [upper, lower] = self.both;
        let mut starts = memchr2_iter(upper, lower, text.get(self.rare..)?);
        starts.find_map(|start| {
            let part = start..start + self.text.len();
            let is_same = text.get(part.clone())?.eq_ignore_ascii_case(&self.text);
            is_same.then_some(part)
        })
    }
}

/// Without regard to case: capitals, of which one at least is not ASCII.
pub(super) struct Folded {
    /// All units that have the first capital.
    first: Vec<u16>,
    rest: Vec<u16>,
}

impl Folded {
    fn new(text: &[u8]) -> Self {
        let mut capitals = wtf8::utf16(text).map(capital);
        let first = capitals.next();
        Self {
            first: (0..=u16::MAX)
                .filter(|&unit| Some(capital(unit)) == first)
                .collect(),
            rest: capitals.collect(),
        }
    }

    fn is_in(&self, text: &[u8]) -> bool {
        if text.is_ascii() {
            return false;
        }
        let mut units = wtf8::utf16(text);
        while let Some(unit) = units.next() {
            if self.first.contains(&unit) {
                let mut next = units.clone().map(capital);
                if self.rest.iter().all(|&unit| next.next() == Some(unit)) {
                    return true;
                }
            }
        }
        false
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
        assert!(finds("aÉ", "aaé", false) && !finds("aÉ", "aa", false));
        // As /…/i has it: these do not become ASCII, nor more than one unit.
        assert!(!finds("s", "ſ", false) && !finds("ss", "ß", false) && finds("ß", "ß", false));
        assert!(!finds("é", "", false));
    }

    #[test]
    fn what_begins_in_one_text_and_ends_in_others_is_not_overlooked() {
        let (joined, cuts) = ("aMap\u{1F600}mapx MAP", [0, 1, 3, 8, 10, 15]);
        for text in [
            "map",
            "Map",
            "p\u{1F600}m",
            "\u{1F600}",
            "x M",
            "pm",
            "P",
            "é",
        ] {
            for case_sensitive in [false, true] {
                let pattern = Pattern::new(Search {
                    text: text.as_bytes(),
                    case_sensitive,
                });
                for cut in cuts {
                    let mut strings = Strings::default();
                    for part in [&joined[..cut], &joined[cut..]] {
                        strings.push(part.as_bytes());
                    }
                    let having = pattern.having(&strings);
                    let in_one = having.get(0) || having.get(1);
                    let begins = pattern.beginning(&strings);
                    let may = in_one || begins.as_ref().is_none_or(|begins| begins.get(0));
                    assert!(may || !pattern.is_in(joined.as_bytes()), "{text} at {cut}");
                }
            }
        }
        // Not each text begins what is looked for, and half a character may become another.
        let mut strings = Strings::default();
        for text in [&b"Ma"[..], b"aM", b"ap", b"", b"\xED\xA0\xBD"] {
            strings.push(text);
        }
        let begins = |text: &str, case_sensitive| {
            let text = text.as_bytes();
            let pattern = Pattern::new(Search {
                text,
                case_sensitive,
            });
            let begins = pattern.beginning(&strings).unwrap();
            (0..5).map(|string| begins.get(string)).collect::<Vec<_>>()
        };
        assert_eq!(begins("map", false), [true, true, false, false, true]);
        assert_eq!(begins("map", true), [false, false, false, false, true]);
    }

    /// Texts in a row, of which some have what is looked for only together.
    #[test]
    fn all_strings_are_looked_through_as_each_is() {
        let mut strings = Strings::default();
        let texts = [
            "Ma", "p", "", "aMap", "map map", "é", "É", "ma", "M", "mapé", "Map",
        ];
        for text in texts {
            strings.push(text.as_bytes());
        }
        for text in ["map", "Map", "p", "m", "a", "pé", "É", "paM", "maps"] {
            for case_sensitive in [false, true] {
                let pattern = Pattern::new(Search {
                    text: text.as_bytes(),
                    case_sensitive,
                });
                let having = pattern.having(&strings);
                for (string, other) in (0..).zip(texts) {
                    let expected = pattern.is_in(other.as_bytes());
                    assert_eq!(having.get(string), expected, "{text} in {other}");
                }
            }
        }
    }
}
