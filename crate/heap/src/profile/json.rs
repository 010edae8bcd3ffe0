//! Text as JSON.

use crate::wtf8::utf16;
use std::io::{Result, Write};

/// Writes a WTF-8 text as a JSON string. A lone surrogate, which no UTF-8 file can hold, becomes an escape.
pub(super) fn write_text(out: &mut impl Write, text: &[u8]) -> Result<()> {
    out.write_all(b"\"")?;
    for unit in char::decode_utf16(utf16(text)) {
        match unit {
            Ok(plain @ ('"' | '\\')) => write!(out, "\\{plain}")?,
            Ok('\n') => out.write_all(b"\\n")?,
            Ok(control) if control < ' ' => write!(out, "\\u{:04x}", u32::from(control))?,
            Ok(plain) => write!(out, "{plain}")?,
            Err(lone) => write!(out, "\\u{:04x}", lone.unpaired_surrogate())?,
        }
    }
    out.write_all(b"\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_out_as_json() {
        let mut out = Vec::new();
        write_text(
            &mut out,
            b"a\"\\\n\x01\x7f/\xc3\xa9\xf0\x9f\x98\x80\xed\xa0\xbdx\xed\xb8\x80\xff",
        )
        .unwrap();
        let expected = "\"a\\\"\\\\\\n\\u0001\x7f/é😀\\ud83dx\\ude00\u{FFFD}\"";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn what_is_unicode_reads_back_the_same() {
        let text: String = (0..0x3000).filter_map(char::from_u32).collect();
        let mut out = Vec::new();
        write_text(&mut out, text.as_bytes()).unwrap();
        assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
    }
}
