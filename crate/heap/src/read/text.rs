//! The inside of a JSON string, as it arrives, to WTF-8: UTF-8 in which a lone surrogate keeps its three bytes.

use crate::{Code, Error, wtf8};

/// Reads from behind the opening quote up to and with the closing one.
#[derive(Debug, Default)]
pub(crate) struct TextReader {
    escape: Escape,
    /// A high surrogate that waits for its other half.
    high: Option<u16>,
}

#[derive(Clone, Copy, Debug, Default)]
enum Escape {
    #[default]
    None,
    /// Behind the backslash.
    Begun,
    /// Behind `\u`: hexadecimal digits so far, and their value.
    Unicode(u8, u16),
}

impl TextReader {
    /// Appends to `out` what `input` holds of the string, takes that off `input`, and says whether the string ended.
    pub(crate) fn feed(
        &mut self,
        input: &mut &[u8],
        out: &mut Vec<u8>,
    ) -> Result<bool, (Code, &'static str)> {
        loop {
            match self.escape {
                Escape::None => {
                    let stop = memchr::memchr2(b'"', b'\\', input).unwrap_or(input.len());
                    if stop > 0 {
                        self.flush(out);
                        out.extend_from_slice(&input[..stop]);
                    }
                    let Some(&byte) = input.get(stop) else {
                        *input = &[];
                        return Ok(false);
                    };
                    *input = &input[stop + 1..];
                    if byte == b'"' {
                        self.flush(out);
                        return Ok(true);
                    }
                    self.escape = Escape::Begun;
                }
                Escape::Begun => {
                    let Some(byte) = take(input) else {
                        return Ok(false);
                    };
                    self.escape = Escape::None;
                    let plain = match byte {
                        b'"' | b'\\' | b'/' => byte,
                        b'n' => b'\n',
                        b't' => b'\t',
                        b'r' => b'\r',
                        b'b' => 8,
                        b'f' => 12,
                        b'u' => {
                            self.escape = Escape::Unicode(0, 0);
                            continue;
                        }
                        _ => return Err((Code::NotJson, "an escape that JSON does not have")),
                    };
                    self.flush(out);
                    out.push(plain);
                }
                Escape::Unicode(digits, value) => {
                    let Some(byte) = take(input) else {
                        return Ok(false);
                    };
                    let Some(digit) = (byte as char).to_digit(16) else {
                        return Err((Code::NotJson, "\\u without four hexadecimal digits"));
                    };
                    let value = value << 4 | digit as u16;
                    self.escape = if digits == 3 {
                        self.unit(value, out);
                        Escape::None
                    } else {
                        Escape::Unicode(digits + 1, value)
                    };
                }
            }
        }
    }

    fn unit(&mut self, unit: u16, out: &mut Vec<u8>) {
        match (self.high, unit) {
            (Some(high), 0xDC00..=0xDFFF) => {
                self.high = None;
                let low = u32::from(unit) - 0xDC00;
                let point = 0x1_0000 + ((u32::from(high) - 0xD800) << 10) + low;
                wtf8::push(out, point);
            }
            (_, 0xD800..=0xDBFF) => {
                self.flush(out);
                self.high = Some(unit);
            }
            _ => {
                self.flush(out);
                wtf8::push(out, u32::from(unit));
            }
        }
    }

    fn flush(&mut self, out: &mut Vec<u8>) {
        if let Some(high) = self.high.take() {
            wtf8::push(out, u32::from(high));
        }
    }
}

fn take(input: &mut &[u8]) -> Option<u8> {
    let (&byte, rest) = input.split_first()?;
    *input = rest;
    Some(byte)
}

/// The byte offset belongs to who counts bytes.
pub(crate) fn located(at: u64) -> impl Fn((Code, &'static str)) -> Error {
    move |(code, what)| Error::at(code, at, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(chunks: &[&[u8]]) -> Vec<u8> {
        let mut reader = TextReader::default();
        let mut out = Vec::new();
        for (index, chunk) in chunks.iter().enumerate() {
            let mut input = *chunk;
            let ended = reader.feed(&mut input, &mut out).unwrap();
            assert_eq!(ended, index + 1 == chunks.len());
            assert!(input.is_empty());
        }
        out
    }

    #[test]
    fn escapes_and_raw_text_give_the_same_bytes_however_they_are_cut() {
        let text = br#"a\u00e9\ud83d\ude00\"\\\/\n\ud83dx\ude00"#;
        let text = &[&text[..], b"\xc3\xa9\""].concat();
        let mut expected = "aé😀\"\\/\n".as_bytes().to_vec();
        expected.extend(b"\xed\xa0\xbdx\xed\xb8\x80\xc3\xa9");
        assert_eq!(read(&[text]), expected);
        for cut in 1..text.len() {
            assert_eq!(
                read(&[&text[..cut], &text[cut..]]),
                expected,
                "cut at {cut}"
            );
        }
    }

    #[test]
    fn what_json_does_not_have_is_refused() {
        for text in [&br"\x"[..], br"\u12g4"] {
            let mut input = text;
            assert!(
                TextReader::default()
                    .feed(&mut input, &mut Vec::new())
                    .is_err()
            );
        }
    }
}
