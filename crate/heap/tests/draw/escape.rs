//! Strings as JSON: there is more than one way to write the same one.

use std::fmt::Write;

use super::Text;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Escapes {
    /// As V8 does: ASCII as it is, all else as `\uXXXX`.
    Ascii,
    /// As most other writers do: only what must be escaped.
    Utf8,
    /// Every single character.
    All,
}

pub(super) fn write(text: &Text, escapes: Escapes, out: &mut String) {
    out.push('"');
    for char in char::decode_utf16(text.units().iter().copied()) {
        match char {
            Ok(char) => write_char(char, escapes, out),
            Err(lone) => hex(lone.unpaired_surrogate(), out),
        }
    }
    out.push('"');
}

fn write_char(char: char, escapes: Escapes, out: &mut String) {
    let short = match char {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\u{8}' => "\\b",
        '\u{c}' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '/' if escapes == Escapes::All => "\\/",
        _ => "",
    };
    if !short.is_empty() {
        return out.push_str(short);
    }
    let plain = match escapes {
        Escapes::Ascii => matches!(char, ' '..='\u{7f}'),
        Escapes::Utf8 => char >= ' ',
        Escapes::All => false,
    };
    if plain {
        return out.push(char);
    }
    for unit in char.encode_utf16(&mut [0; 2]) {
        hex(*unit, out);
    }
}

/// In capitals, like V8's.
fn hex(unit: u16, out: &mut String) {
    write!(out, "\\u{unit:04X}").expect("a string takes all");
}
