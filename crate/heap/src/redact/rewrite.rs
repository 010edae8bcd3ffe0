//! The second pass: copies the file and puts other texts into its table.

use super::{kept::KeptName, renaming::NewTexts};
use crate::{
    Code, Error,
    limits::{MAX_DEPTH, MAX_TOKEN_BYTES},
    wtf8,
};

/// The second pass: takes the same bytes again and gives them back without what the strings said.
#[derive(Debug)]
pub struct Redactor {
    new: NewTexts,
    /// Bytes that the first pass saw.
    expected: u64,
    at: u64,
    /// Containers that are open: true for objects.
    open: Vec<bool>,
    /// The last byte outside of texts that is no blank.
    last: u8,
    member: Member,
    /// Whether the header's `meta` is being read.
    meta: bool,
    text: Option<Text>,
    /// The next string of the table.
    next: usize,
    summary: Summary,
}

/// What became of the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Strings of the table that stay.
    pub kept: u64,
    /// Strings of the table that were replaced.
    pub replaced: u64,
    /// Texts elsewhere that were emptied: titles, and members that this reader does not know.
    pub emptied: u64,
    /// Which of those that stay are neither V8's nor on the list, the most used first.
    pub names: Vec<KeptName>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Member {
    Snapshot,
    Strings,
    Other,
}

#[derive(Debug)]
struct Text {
    /// Behind a backslash.
    escaped: bool,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// A string of the table that stays.
    Copied,
    /// One of which the filler is already written.
    Dropped,
    /// One outside of the table, held until its end.
    Held { key: bool, bytes: Vec<u8> },
}

impl Redactor {
    pub(super) fn new((new, names): (NewTexts, Vec<KeptName>), expected: u64) -> Self {
        Self {
            new,
            expected,
            at: 0,
            open: Vec::new(),
            last: 0,
            member: Member::Other,
            meta: false,
            text: None,
            next: 0,
            summary: Summary {
                names,
                ..Summary::default()
            },
        }
    }

    /// Takes the next bytes of the file and appends what they become to `out`, not always at once.
    ///
    /// # Errors
    /// These are not the bytes that the plan was made of. What was written then is of no use.
    pub fn feed(&mut self, chunk: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        let start = self.at;
        let mut rest = chunk;
        while !rest.is_empty() {
            self.at = start + (chunk.len() - rest.len()) as u64;
            let taken = if self.text.is_some() {
                self.inside_text(rest, out)
            } else {
                self.between_texts(rest, out)?
            };
            rest = &rest[taken..];
        }
        self.at = start + chunk.len() as u64;
        Ok(())
    }

    /// Call after the last byte.
    ///
    /// # Errors
    /// The file is not the one that the plan was made of: do not hand on what was written.
    pub fn finish(self) -> Result<Summary, Error> {
        let complete = self.open.is_empty() && self.text.is_none();
        if !complete || self.at != self.expected || self.next != self.new.len() {
            return Err(self.changed());
        }
        Ok(self.summary)
    }

    fn changed(&self) -> Error {
        let what = "the file is not what it was when its redaction was planned";
        Error::at(Code::Count, self.at, what)
    }

    /// Numbers, words and punctuation up to a text, or one bracket.
    fn between_texts(&mut self, input: &[u8], out: &mut Vec<u8>) -> Result<usize, Error> {
        let stop = |byte: &u8| matches!(byte, b'"' | b'{' | b'}' | b'[' | b']');
        let end = input.iter().position(stop).unwrap_or(input.len());
        let plain = &input[..end];
        if self.at > 3 && !plain.iter().copied().all(is_plain) {
            return Err(self.changed());
        }
        out.extend_from_slice(plain);
        if let Some(&last) = plain.iter().rev().find(|byte| !byte.is_ascii_whitespace()) {
            self.last = last;
        }
        let Some(&byte) = input.get(end) else {
            return Ok(end);
        };
        match byte {
            b'"' => self.begin_text(out)?,
            b'{' | b'[' if self.open.len() == MAX_DEPTH => return Err(self.changed()),
            b'{' | b'[' => self.open.push(byte == b'{'),
            _ => {
                self.open.pop();
                self.meta &= self.open.len() > 2;
            }
        }
        if byte != b'"' {
            out.push(byte);
            self.last = byte;
        }
        Ok(end + 1)
    }

    fn begin_text(&mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        let in_object = self.open.last() == Some(&true);
        let key = in_object && matches!(self.last, b'{' | b',');
        let kind = if self.member == Member::Strings && self.open.len() == 2 && !in_object {
            if self.next >= self.new.len() {
                return Err(self.changed());
            }
            self.next += 1;
            match self.new.get(self.next - 1) {
                None => {
                    out.push(b'"');
                    self.summary.kept += 1;
                    Kind::Copied
                }
                Some(filler) => {
                    write_text(filler, out);
                    self.summary.replaced += 1;
                    Kind::Dropped
                }
            }
        } else {
            let bytes = Vec::new();
            Kind::Held { key, bytes }
        };
        let escaped = false;
        self.text = Some(Text { escaped, kind });
        self.last = b'"';
        Ok(())
    }

    fn inside_text(&mut self, input: &[u8], out: &mut Vec<u8>) -> usize {
        let Some(text) = &mut self.text else {
            return 0;
        };
        let mut end = 0;
        let mut ended = false;
        while end < input.len() && !ended {
            if text.escaped {
                text.escaped = false;
                end += 1;
                continue;
            }
            let Some(stop) = memchr::memchr2(b'"', b'\\', &input[end..]) else {
                end = input.len();
                break;
            };
            end += stop + 1;
            ended = input[end - 1] == b'"';
            text.escaped = !ended;
        }
        match &mut text.kind {
            Kind::Copied => out.extend_from_slice(&input[..end]),
            Kind::Dropped => {}
            Kind::Held { bytes, .. } => {
                bytes.extend_from_slice(&input[..end]);
                if bytes.len() > MAX_TOKEN_BYTES {
                    // Longer than any name of a field: nothing of it is kept.
                    bytes.truncate(MAX_NAME + 1);
                }
            }
        }
        if ended && let Some(text) = self.text.take() {
            self.end_text(text.kind, out);
        }
        end
    }

    fn end_text(&mut self, kind: Kind, out: &mut Vec<u8>) {
        let Kind::Held { key, mut bytes } = kind else {
            return;
        };
        // The quote that ends it.
        bytes.pop();
        let depth = self.open.len();
        if key && depth == 1 {
            self.member = match &bytes[..] {
                b"snapshot" => Member::Snapshot,
                b"strings" => Member::Strings,
                _ => Member::Other,
            };
        }
        let header = self.member == Member::Snapshot;
        if key && depth == 2 && header {
            self.meta = bytes == b"meta";
        }
        // Types may be called anything: by their names classes are told apart.
        let stays = header && self.meta || is_field(&bytes) && key && (header || depth == 1);
        out.push(b'"');
        if stays {
            out.extend_from_slice(&bytes);
        } else if !bytes.is_empty() {
            self.summary.emptied += 1;
        }
        out.push(b'"');
    }
}

/// Longer names of fields or types than any of V8's.
const MAX_NAME: usize = 40;

/// Whether a text reads like the name of a field or of a type.
fn is_field(name: &[u8]) -> bool {
    let plain =
        |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_ ".contains(byte);
    name.len() <= MAX_NAME && name.iter().all(plain)
}

/// What stands outside of texts in JSON.
fn is_plain(byte: u8) -> bool {
    matches!(
        byte,
        b'0'..=b'9' | b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' | b'-' | b'+' | b'.'
    ) || b"truefalsnE".contains(&byte)
}

/// As V8 writes: ASCII, other units escaped.
fn write_text(text: &[u8], out: &mut Vec<u8>) {
    out.push(b'"');
    for unit in wtf8::utf16(text) {
        match u8::try_from(unit) {
            Ok(byte @ (b'"' | b'\\')) => out.extend([b'\\', byte]),
            Ok(byte @ b' '..=b'~') => out.push(byte),
            _ => out.extend(format!("\\u{unit:04x}").bytes()),
        }
    }
    out.push(b'"');
}
