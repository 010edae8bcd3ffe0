//! Texts that the rules look for, found in one pass over the table of strings.

use rustc_hash::FxHashMap;

use crate::{Graph, ground::bits::Bits};

/// Numbers of strings with a meaning.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    /// `system / NativeContext`
    pub(crate) native_context: StringNumbers,
    /// `sloppy_function_map`
    pub(crate) sloppy_function_map: StringNumbers,
    /// `(map descriptors)`
    pub(crate) map_descriptors: StringNumbers,
    /// `system / ExternalStringData`
    pub(crate) external_string_data: StringNumbers,
    /// `(Document DOM trees)`
    pub(crate) document_dom_trees: StringNumbers,
    /// `Array`
    pub(crate) array: StringNumbers,
    /// `system / JSArrayBufferData`
    pub(crate) array_buffer_data: StringNumbers,
    /// `elements`
    pub(crate) elements: StringNumbers,
    /// `Object`
    pub(crate) object: StringNumbers,
    /// `__proto__`
    pub(crate) proto: StringNumbers,
    /// `table`
    pub(crate) table: StringNumbers,
    /// Where V8 keeps what an Array, a plain object or an `ArrayBuffer` holds: `elements`, `properties`, `backing_store`.
    pub(crate) stores: StringNumbers,
    /// Names of edges that stand for an entry of a WeakMap.
    pub(crate) weak_pairs: WeakPairs,
}

/// All numbers of one text; V8 writes a text once, other programs need not.
#[derive(Clone, Debug, Default)]
pub(crate) struct StringNumbers(Vec<u32>);

impl StringNumbers {
    #[inline]
    pub(crate) fn has(&self, string: u32) -> bool {
        self.0.contains(&string)
    }
}

/// An entry of a `WeakMap` is two edges, from the table and from the key, told apart by a number before the same text.
#[derive(Debug, Default)]
pub(crate) struct WeakPairs {
    marks: Bits,
    pairs: FxHashMap<u32, WeakPair>,
    /// How many different texts follow the number.
    pub(crate) parts: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WeakPair {
    /// Number of the text that both edges share.
    pub(crate) part: u32,
    /// `@id` of the table.
    pub(crate) table: Option<u64>,
}

impl WeakPairs {
    pub(crate) fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    #[inline]
    pub(crate) fn get(&self, string: u32) -> Option<WeakPair> {
        if self.is_empty() || !self.marks.get(string) {
            return None;
        }
        self.pairs.get(&string).copied()
    }
}

impl Texts {
    pub(crate) fn new(graph: &Graph) -> Self {
        let mut texts = Self::default();
        let mut parts: FxHashMap<&[u8], u32> = FxHashMap::default();
        let pairs = &mut texts.weak_pairs;
        pairs.marks = Bits::new(graph.strings.len());
        for (string, text) in (0_u32..).zip(graph.strings.iter()) {
            let Some(first) = text.first() else { continue };
            let same = match (first, text) {
                (b'0'..=b'9', _) => {
                    if let Some((part, table)) = weak_pair(text) {
                        let next = parts.len() as u32;
                        let part = *parts.entry(part).or_insert(next);
                        pairs.pairs.insert(string, WeakPair { part, table });
                        pairs.marks.set(string);
                    }
                    continue;
                }
                (b's', b"system / NativeContext") => &mut texts.native_context,
                (b's', b"system / ExternalStringData") => &mut texts.external_string_data,
                (b's', b"sloppy_function_map") => &mut texts.sloppy_function_map,
                (b'(', b"(map descriptors)") => &mut texts.map_descriptors,
                (b'(', b"(Document DOM trees)") => &mut texts.document_dom_trees,
                (b's', b"system / JSArrayBufferData") => &mut texts.array_buffer_data,
                (b'A', b"Array") => &mut texts.array,
                (b'O', b"Object") => &mut texts.object,
                (b'_', b"__proto__") => &mut texts.proto,
                (b't', b"table") => &mut texts.table,
                (b'e', b"elements") => {
                    texts.elements.0.push(string);
                    &mut texts.stores
                }
                (b'p', b"properties") | (b'b', b"backing_store") => &mut texts.stores,
                _ => continue,
            };
            same.0.push(string);
        }
        pairs.parts = parts.len();
        texts
    }
}

/// Reads `7 / part of key (Foo @5) -> value (Bar @7) pair in WeakMap (table @9)`: what follows the number, and the table.
///
/// The names may hold anything but line breaks, as in DevTools' pattern.
pub(crate) fn weak_pair(text: &[u8]) -> Option<(&[u8], Option<u64>)> {
    let part = &text[digits(text)..];
    let rest = weak_key(part)?;
    let rest = rest.strip_suffix(b")")?;
    let (rest, table) = strip_digits_behind(rest)?;
    let rest = rest.strip_suffix(b") pair in WeakMap (table @")?;
    let (rest, _) = strip_digits_behind(rest)?;
    let rest = rest.strip_suffix(b" @")?;
    let arrow = memchr::memmem::find_iter(rest, b") -> value (");
    let mut keys = arrow.map(|at| &rest[..at]);
    let key_is_named = |key: &[u8]| {
        let named = strip_digits_behind(key).map(|(key, _)| key.ends_with(b" @"));
        named == Some(true)
    };
    let line_break = |text: &[u8]| {
        memchr::memchr2(b'\n', b'\r', text).is_some()
            || memchr::memmem::find(text, "\u{2028}".as_bytes()).is_some()
            || memchr::memmem::find(text, "\u{2029}".as_bytes()).is_some()
    };
    (keys.any(key_is_named) && !line_break(part)).then_some((part, table))
}

/// The key and what follows it, of such a text.
pub(crate) fn weak_key(text: &[u8]) -> Option<&[u8]> {
    text[digits(text)..].strip_prefix(b" / part of key (")
}

/// V8 also writes pairs whose keys are dead or were taken out.
pub(crate) fn is_empty_key(key: &[u8]) -> bool {
    key.starts_with(b"system / Oddball @") || key.starts_with(b"system / Hole @")
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Takes digits off the end; their value if it fits.
fn strip_digits_behind(text: &[u8]) -> Option<(&[u8], Option<u64>)> {
    let count = text
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (rest, digits) = text.split_at(text.len() - count);
    let value = std::str::from_utf8(digits).ok()?.parse().ok();
    (count > 0).then_some((rest, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_of_a_weak_map_is_known_by_its_name() {
        let text = b"12 / part of key (Foo @5) -> value (Bar @7) pair in WeakMap (table @9)";
        let part = &text[2..];
        assert_eq!(weak_pair(text), Some((part, Some(9))));
        let odd = b"1 / part of key (a) -> value (b @1) -> value ( @2) pair in WeakMap (table @3)";
        assert_eq!(weak_pair(odd), Some((&odd[1..], Some(3))));
        for other in [
            "12 / part of key (Foo @5) -> value (Bar @7) pair in WeakMap (table @)",
            "12 / part of key (Foo @) -> value (Bar @7) pair in WeakMap (table @9)",
            "12 / part of key (Foo @5) -> value (Bar@7) pair in WeakMap (table @9)",
            "12 / part of key (F\no @5) -> value (Bar @7) pair in WeakMap (table @9)",
            "12 / part of key (F\u{2028}o @5) -> value (Bar @7) pair in WeakMap (table @9)",
            " / part of key (Foo @5) -> value (Bar @7) pair in WeakMap (table @9) ",
        ] {
            assert_eq!(weak_pair(other.as_bytes()), None, "{other}");
        }
        // A table beyond all ids is nobody's.
        let far =
            b"1 / part of key (a @1) -> value (b @2) pair in WeakMap (table @99999999999999999999)";
        assert_eq!(weak_pair(far).unwrap().1, None);
    }
}
