//! Ways to damage a file: by bytes, and by what JSON is made of.

use std::{io::Write, ops::Range};

use flate2::{Compression, write::GzEncoder};

use crate::chance::Chance;

/// Numbers at which something ends.
const NUMBERS: &[&str] = &[
    "0",
    "1",
    "2",
    "5",
    "6",
    "7",
    "12",
    "255",
    "65536",
    "2147483647",
    "2147483648",
    "4294967279",
    "4294967280",
    "4294967294",
    "4294967295",
    "4294967296",
    "9007199254740992",
    "18446744073709551615",
    "18446744073709551616",
    "-1",
    "1.5",
    "1e3",
    "1e999",
];

/// Pieces of JSON where none belongs.
const PIECES: &[&str] = &[
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "[[",
    "]]",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "\u{feff}",
    "é",
    " ",
    "\n",
];

/// As gzip, in one piece or two.
pub fn packed(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let (first, rest) = bytes.split_at(chance.below(2) * bytes.len() / 2);
    let mut out = Vec::new();
    for part in [first, rest] {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        // A vector takes everything.
        let _ = encoder.write_all(part);
        out.extend(encoder.finish().unwrap_or_default());
    }
    out
}

/// Does one damage.
pub fn damage(bytes: &mut Vec<u8>, chance: &mut Chance) {
    match chance.below(10) {
        0 => cut(bytes, chance),
        1 => flip(bytes, chance),
        2 => insert(bytes, chance),
        3 => copy(bytes, chance),
        4 => swap_parts(bytes, chance),
        _ => numbers(bytes, chance),
    }
}

/// A piece is gone: at the end, or somewhere.
fn cut(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let from = chance.below(bytes.len());
    let length = 1 + chance.below(bytes.len() - from);
    let end = if chance.below(3) == 0 {
        bytes.len()
    } else {
        (from + length.min(40)).min(bytes.len())
    };
    bytes.drain(from..end);
}

fn flip(bytes: &mut [u8], chance: &mut Chance) {
    if bytes.is_empty() {
        return;
    }
    let at = chance.below(bytes.len());
    bytes[at] = match chance.below(3) {
        0 => bytes[at] ^ 1 << chance.below(8),
        1 => *chance.one(b"{}[]\",:0-9eE.\\u \n"),
        _ => chance.number() as u8,
    };
}

fn insert(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let piece = chance.one(PIECES).bytes();
    bytes.splice(at..at, piece);
}

/// A piece is there again, elsewhere.
fn copy(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let from = chance.below(bytes.len());
    let piece: Vec<u8> = bytes[from..]
        .iter()
        .copied()
        .take(1 + chance.below(60))
        .collect();
    let at = chance.below(bytes.len() + 1);
    bytes.splice(at..at, piece);
}

/// Numbers of the file become others; most stay small, so that the rest of the file still fits.
fn numbers(bytes: &mut Vec<u8>, chance: &mut Chance) {
    for _ in 0..=chance.below(4) {
        let all = find(bytes, |byte| byte.is_ascii_digit());
        if all.is_empty() {
            return;
        }
        let range = chance.one(&all).clone();
        let number = if chance.below(4) == 0 {
            (*chance.one(NUMBERS)).to_owned()
        } else if chance.below(2) == 0 {
            chance.below(80).to_string()
        } else {
            let other = chance.one(&all).clone();
            String::from_utf8_lossy(&bytes[other]).into_owned()
        };
        bytes.splice(range, number.into_bytes());
    }
}

/// Two members of the file, or two rows, change places.
fn swap_parts(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let lines = find(bytes, |byte| byte != b'\n');
    if lines.len() < 2 {
        return;
    }
    let (a, b) = (chance.below(lines.len()), chance.below(lines.len()));
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.swap(a, b);
    let parts: Vec<&[u8]> = order
        .iter()
        .map(|&line| &bytes[lines[line].clone()])
        .collect();
    *bytes = parts.join(&b'\n');
}

/// The runs of such bytes.
fn find(bytes: &[u8], wanted: impl Fn(u8) -> bool) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = None;
    for (at, &byte) in bytes.iter().chain(b"\0").enumerate() {
        let inside = at < bytes.len() && wanted(byte);
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                all.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    all
}
