//! A text as what stays and what is filled.

use crate::wtf8;

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Keep(&'a [u8]),
    /// Letters become letters, digits digits; the rest stays. What JSON or a rule makes of punctuation does not change.
    Word(&'a [u8]),
    /// The same, but digits become letters, too: of those there are enough for all names.
    Name(&'a [u8]),
    /// So many UTF-16 units of nothing but letters.
    Letters(usize),
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Byte(u8),
    Letter,
    Digit,
}

/// Calls `each` with every byte that stays and every UTF-16 unit that is filled.
pub(super) fn slots(pieces: &[Piece<'_>], mut each: impl FnMut(Slot)) {
    for piece in pieces {
        match *piece {
            Piece::Keep(text) => text.iter().for_each(|&byte| each(Slot::Byte(byte))),
            Piece::Letters(count) => (0..count).for_each(|_| each(Slot::Letter)),
            Piece::Word(text) => word(text, &mut each),
            Piece::Name(text) => word(text, &mut |slot| {
                each(match slot {
                    Slot::Digit => Slot::Letter,
                    other => other,
                });
            }),
        }
    }
}

fn word(mut text: &[u8], each: &mut impl FnMut(Slot)) {
    while let Some(&lead) = text.first() {
        let more = text[1..].iter().take_while(|byte| **byte & 0xC0 == 0x80);
        let (point, rest) = text.split_at(1 + more.count());
        text = rest;
        match lead {
            b'0'..=b'9' => each(Slot::Digit),
            _ if lead.is_ascii_alphabetic() => each(Slot::Letter),
            _ if stays(point) => point.iter().for_each(|&byte| each(Slot::Byte(byte))),
            _ => wtf8::utf16(point).for_each(|_| each(Slot::Letter)),
        }
    }
}

/// Punctuation, blanks of all kinds, and lone surrogates, which JSON writes longer where it quotes.
fn stays(point: &[u8]) -> bool {
    match point {
        [byte] if byte.is_ascii() => true,
        [0xED, 0xA0..=0xBF, _] => true,
        _ => std::str::from_utf8(point).is_ok_and(|text| text.chars().all(is_blank)),
    }
}

/// What JavaScript's `trim` takes off, or Rust's.
pub(super) fn is_blank(point: char) -> bool {
    point.is_whitespace() || point == '\u{FEFF}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_filled_and_punctuation_stays() {
        let mut read = String::new();
        let text = "a-1é😀\u{2028}\"".as_bytes();
        slots(
            &[Piece::Keep(b"<"), Piece::Word(text), Piece::Letters(2)],
            |slot| match slot {
                Slot::Byte(byte) if byte.is_ascii() => read.push(byte as char),
                Slot::Byte(_) => read.push('.'),
                Slot::Letter => read.push('L'),
                Slot::Digit => read.push('D'),
            },
        );
        assert_eq!(read, "<L-DLLL...\"LL");
    }
}
