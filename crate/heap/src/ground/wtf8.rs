//! Text as JavaScript has it, in bytes: UTF-8 in which a lone surrogate is written like any other code point (WTF-8).
//!
//! DevTools counts and compares UTF-16 units; these functions do so without converting.

use std::{borrow::Cow, cmp::Ordering};

/// Appends a code point, surrogates included.
pub(crate) fn push(out: &mut Vec<u8>, point: u32) {
    let continuation = |shift: u32| 0x80 | (point >> shift & 0x3F) as u8;
    match point {
        0..=0x7F => out.push(point as u8),
        0x80..=0x7FF => out.extend([0xC0 | (point >> 6) as u8, continuation(0)]),
        0x800..=0xFFFF => {
            out.extend([0xE0 | (point >> 12) as u8, continuation(6), continuation(0)]);
        }
        _ => out.extend([
            0xF0 | (point >> 18) as u8,
            continuation(12),
            continuation(6),
            continuation(0),
        ]),
    }
}

/// Appends a text; the two halves of a surrogate pair become one code point where they meet.
pub(crate) fn join(out: &mut Vec<u8>, text: &[u8]) {
    if let ([.., 0xED, high @ 0xA0..=0xAF, middle], [0xED, low @ 0xB0..=0xBF, last, rest @ ..]) =
        (&out[..], text)
    {
        let bits =
            |second: &u8, third: &u8| u32::from(second & 0x0F) << 6 | u32::from(third & 0x3F);
        let point = 0x1_0000 + (bits(high, middle) << 10) + bits(low, last);
        out.truncate(out.len() - 3);
        push(out, point);
        out.extend_from_slice(rest);
    } else {
        out.extend_from_slice(text);
    }
}

/// The text for people: what is no Unicode (a lone surrogate, a broken byte) becomes U+FFFD.
pub fn lossy(text: &[u8]) -> Cow<'_, str> {
    if !text.contains(&0xED) {
        return String::from_utf8_lossy(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        // Three bytes of one lone surrogate are one character, not three.
        let surrogate = matches!(rest, [0xED, 0xA0..=0xBF, _, ..]);
        if surrogate {
            out.push('\u{FFFD}');
            rest = &rest[3..];
            continue;
        }
        let next = rest[1..].iter().position(|&byte| byte == 0xED);
        let end = next.map_or(rest.len(), |next| next + 1);
        out.push_str(&String::from_utf8_lossy(&rest[..end]));
        rest = &rest[end..];
    }
    Cow::Owned(out)
}

/// UTF-16 units of a text: `length` in JavaScript.
pub fn utf16_length(text: &[u8]) -> usize {
    // Each code point has one lead byte; those of four bytes are two units.
    let lead = |byte: &&u8| **byte & 0xC0 != 0x80;
    text.iter()
        .filter(lead)
        .map(|&byte| 1 + usize::from(byte >= 0xF0))
        .sum()
}

/// The order of JavaScript's `<` on strings: by UTF-16 units.
pub fn utf16_order(a: &[u8], b: &[u8]) -> Ordering {
    // Long texts are often compared with themselves.
    if std::ptr::eq(a, b) {
        return Ordering::Equal;
    }
    let Some(at) = a.iter().zip(b).position(|(a, b)| a != b) else {
        return a.len().cmp(&b.len());
    };
    // Bytes order as code points do; only units of a surrogate pair (lead byte F0 and up) come before E000 to FFFF.
    let start = (0..=at).rev().find(|&at| a[at] & 0xC0 != 0x80).unwrap_or(0);
    match (a[start] >= 0xF0, b[start] >= 0xF0) {
        (true, false) if b[start] >= 0xEE => Ordering::Less,
        (false, true) if a[start] >= 0xEE => Ordering::Greater,
        _ => a[at].cmp(&b[at]),
    }
}

/// The bytes of a part of eight as a number that orders as [`utf16_order`] does where the parts before are equal.
pub(crate) fn order_key(text: &[u8], part: usize) -> u64 {
    let text = text.get(8 * part..).unwrap_or_default();
    let key = match text.first_chunk() {
        Some(bytes) => u64::from_be_bytes(*bytes),
        None => (0..8).fold(0, |key, at| {
            key << 8 | u64::from(text.get(at).copied().unwrap_or(0))
        }),
    };
    if key & 0x8080_8080_8080_8080 == 0 {
        return key;
    }
    u64::from_be_bytes(key.to_be_bytes().map(|byte| match byte {
        0xEE | 0xEF => byte + 0x10,
        0xF0.. => byte - 2,
        _ => byte,
    }))
}

/// The text as UTF-16 units, for JavaScript or for JSON with escapes.
pub fn utf16(text: &[u8]) -> impl Iterator<Item = u16> + Clone + '_ {
    let mut rest = text;
    let mut low = None;
    std::iter::from_fn(move || {
        if let Some(low) = low.take() {
            return Some(low);
        }
        let (point, length) = decode(rest)?;
        rest = &rest[length..];
        if point < 0x1_0000 {
            return Some(point as u16);
        }
        let point = point - 0x1_0000;
        low = Some(0xDC00 | (point & 0x3FF) as u16);
        Some(0xD800 | (point >> 10) as u16)
    })
}

/// The text as a JSON string with its quotes, as `JSON.stringify` writes it: lone surrogates become escapes. Broken bytes come out
/// as U+FFFD.
pub fn json_string(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() + 2);
    out.push(b'"');
    for unit in char::decode_utf16(utf16(text)) {
        match unit {
            Ok(plain @ ('"' | '\\')) => out.extend([b'\\', plain as u8]),
            Ok('\u{8}') => out.extend(b"\\b"),
            Ok('\u{c}') => out.extend(b"\\f"),
            Ok('\n') => out.extend(b"\\n"),
            Ok('\r') => out.extend(b"\\r"),
            Ok('\t') => out.extend(b"\\t"),
            Ok(control) if control < ' ' => {
                out.extend(format!("\\u{:04x}", u32::from(control)).bytes());
            }
            Ok(plain) => out.extend(plain.encode_utf8(&mut [0; 4]).bytes()),
            Err(lone) => out.extend(format!("\\u{:04x}", lone.unpaired_surrogate()).bytes()),
        }
    }
    out.push(b'"');
    out
}

/// The first code point and its length in bytes; broken bytes come out as U+FFFD one by one.
fn decode(text: &[u8]) -> Option<(u32, usize)> {
    let first = u32::from(*text.first()?);
    let (length, head) = match first {
        0..=0x7F => return Some((first, 1)),
        0xC2..=0xDF => (2, first & 0x1F),
        0xE0..=0xEF => (3, first & 0x0F),
        0xF0..=0xF4 => (4, first & 0x07),
        _ => return Some((0xFFFD, 1)),
    };
    let mut point = head;
    for at in 1..length {
        match text.get(at) {
            Some(&byte) if byte & 0xC0 == 0x80 => point = point << 6 | u32::from(byte & 0x3F),
            _ => return Some((0xFFFD, 1)),
        }
    }
    Some((point, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(units: &[u16]) -> Vec<u8> {
        let mut out = Vec::new();
        for unit in char::decode_utf16(units.iter().copied()) {
            push(
                &mut out,
                unit.map_or_else(|lone| u32::from(lone.unpaired_surrogate()), u32::from),
            );
        }
        out
    }

    #[test]
    fn order_length_and_units_are_those_of_utf16() {
        let samples: [&[u16]; 10] = [
            &[],
            &[0x61],
            &[0x61, 0x62],
            &[0xE9],
            &[0x800],
            &[0xD83D, 0xDE00],
            &[0xD83D, 0xDE01],
            &[0xD83D],
            &[0xE000],
            &[0xFFFD, 0x61],
        ];
        for a in samples {
            assert_eq!(utf16(&bytes(a)).collect::<Vec<_>>(), a);
            assert_eq!(utf16_length(&bytes(a)), a.len());
            for b in samples {
                let order = a.cmp(b);
                assert_eq!(utf16_order(&bytes(a), &bytes(b)), order, "{a:x?} {b:x?}");
                let keys = order_key(&bytes(a), 0).cmp(&order_key(&bytes(b), 0));
                assert_eq!(keys, order, "{a:x?} {b:x?}");
            }
        }
    }

    #[test]
    fn json_strings_are_those_of_javascript() {
        let text = b"a\"\\\n\x01\xed\xa0\xbd\xc3\xa9\xff";
        assert_eq!(
            json_string(text),
            "\"a\\\"\\\\\\n\\u0001\\ud83d\u{e9}\u{fffd}\"".as_bytes()
        );
    }

    #[test]
    fn halves_of_a_pair_meet() {
        let mut out = b"a\xed\xa0\xbd".to_vec();
        join(&mut out, b"\xed\xb8\x80b");
        assert_eq!(out, "a\u{1F600}b".as_bytes());
        join(&mut out, b"\xed\xb8\x80");
        assert_eq!(out, b"a\xf0\x9f\x98\x80b\xed\xb8\x80");
    }

    #[test]
    fn a_lone_surrogate_is_one_replacement_character() {
        assert_eq!(lossy(b"a\xed\xa0\xbdb\xed\x95\x9c"), "a\u{FFFD}b한");
        assert_eq!(lossy(b"plain"), "plain");
    }
}
