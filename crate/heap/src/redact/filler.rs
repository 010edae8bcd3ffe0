//! Fillers: texts that say nothing, no two alike.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::piece::{Piece, Slot, is_blank, slots};
use crate::{Code, Error, wtf8};

/// Consonants alone make no word that a rule looks for.
const LETTERS: &[u8] = b"xbcdfghjklmnpqrstvwzXBCDFGHJKLMNPQRSTVWZ";
/// How many letters are in use: more as short fillers run out. Beyond `LETTERS` are Chinese ones, then nearly all there are.
const ALPHABETS: [u64; 4] = [20, 40, 20_992, 0xF7B4];
/// Below this many fillers of a shape they are counted up, else drawn by chance.
const FEW: u64 = 1 << 16;

#[derive(Debug, Default)]
pub(super) struct Fillers {
    /// Hashes of texts that are in use. A chance hit only passes one over.
    taken: FxHashSet<u64>,
    /// By the hash of a shape: which alphabet, and how many were tried.
    tried: FxHashMap<u64, (usize, u64)>,
}

impl Fillers {
    /// This text stays and is nobody's filler.
    pub(super) fn take(&mut self, text: &[u8]) -> bool {
        let mut hasher = FxHasher::default();
        hasher.write(text);
        self.taken.insert(hasher.finish())
    }

    /// The pieces with all filled that is to be filled, unlike any other text.
    pub(super) fn fill(&mut self, pieces: &[Piece<'_>]) -> Result<Vec<u8>, Error> {
        let (mut letters, mut digits) = (0_u32, 0_u32);
        let mut hasher = FxHasher::default();
        slots(pieces, |slot| match slot {
            Slot::Byte(byte) => hasher.write_u8(byte),
            Slot::Letter => letters = letters.saturating_add(1),
            Slot::Digit => {
                hasher.write_u16(u16::from(b'0') << 8);
                digits = digits.saturating_add(1);
            }
        });
        hasher.write_u32(letters);
        let shape = hasher.finish();
        loop {
            let (alphabet, number) = *self.tried.get(&shape).unwrap_or(&(0, 0));
            let Some(&size) = ALPHABETS.get(alphabet) else {
                let what =
                    format!("too many short texts of {letters} letters to give each a filler");
                return Err(Error::new(Code::TooLarge, what));
            };
            let all = size
                .saturating_pow(letters)
                .saturating_mul(10_u64.saturating_pow(digits));
            let count_up = all <= FEW;
            let end = if count_up { all } else { all.saturating_mul(4) };
            let next = if number + 1 < end {
                (alphabet, number + 1)
            } else {
                (alphabet + 1, 0)
            };
            self.tried.insert(shape, next);
            let mut draw = Draw {
                count_up,
                state: number,
            };
            if let Some(text) = draw.text(pieces, size)
                && self.take(&text)
            {
                return Ok(text);
            }
        }
    }
}

/// Values for the slots of one filler.
struct Draw {
    count_up: bool,
    state: u64,
}

impl Draw {
    fn text(&mut self, pieces: &[Piece<'_>], alphabet: u64) -> Option<Vec<u8>> {
        if !self.count_up {
            self.state = mix(self.state ^ alphabet << 48);
        }
        let mut out = Vec::new();
        let mut fits = true;
        slots(pieces, |slot| match slot {
            Slot::Byte(byte) => out.push(byte),
            Slot::Digit => out.push(b'0' + self.below(10) as u8),
            Slot::Letter => {
                let letter = letter(self.below(alphabet) as usize, alphabet);
                fits &= letter.is_some();
                wtf8::push(&mut out, letter.map_or(0, u32::from));
            }
        });
        fits.then_some(out)
    }

    fn below(&mut self, limit: u64) -> u64 {
        if self.count_up {
            let value = self.state % limit;
            self.state /= limit;
            return value;
        }
        self.state = mix(self.state);
        ((self.state >> 32) * limit) >> 32
    }
}

fn letter(index: usize, alphabet: u64) -> Option<char> {
    if let Some(&letter) = LETTERS.get(index).filter(|_| alphabet <= 40) {
        return Some(letter.into());
    }
    if alphabet == ALPHABETS[2] {
        return char::from_u32(0x4E00 + index as u32);
    }
    // All of 16 bits but ASCII, surrogates and blanks; and ASCII's letters.
    let point = match index as u32 {
        low @ 0..26 => u32::from(b'A') + low,
        low @ 26..52 => u32::from(b'a') + low - 26,
        rest => 0x80 + rest - 52,
    };
    let point = if point < 0xD800 { point } else { point + 0x800 };
    char::from_u32(point).filter(|point| *point <= '\u{FFFF}' && !is_blank(*point))
}

/// Spreads numbers in a row over 64 bits (`SplitMix64`).
pub(super) fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ number >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ number >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ number >> 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_can_have_another_for_a_filler() {
        let mut fillers = Fillers::default();
        let mut seen = FxHashSet::default();
        for _ in 0..63_000 {
            let text = fillers.fill(&[Piece::Letters(1)]).unwrap();
            assert_eq!(wtf8::utf16_length(&text), 1);
            assert!(seen.insert(text));
        }
    }

    #[test]
    fn a_shape_with_no_room_left_is_an_error() {
        let mut fillers = Fillers::default();
        for _ in 0..10 {
            fillers.fill(&[Piece::Word(b"_1")]).unwrap();
        }
        let error = fillers.fill(&[Piece::Word(b"_1")]).unwrap_err();
        assert_eq!(error.code, Code::TooLarge);
    }

    #[test]
    fn what_stays_is_nobodys_filler() {
        let mut fillers = Fillers::default();
        fillers.take(b"x");
        assert_eq!(fillers.fill(&[Piece::Letters(1)]).unwrap(), b"b");
        let long = fillers.fill(&[Piece::Letters(1000)]).unwrap();
        assert!(long.len() == 1000 && long.iter().all(|byte| LETTERS[..20].contains(byte)));
    }
}
