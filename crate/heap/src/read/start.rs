//! The first bytes: whether the file is compressed, and the mark that some programs put before UTF-8.

use crate::{Code, Error};

/// What no JSON begins with, and whether it is a compressed file's.
const MARKS: [(&[u8], bool); 5] = [
    (b"\xEF\xBB\xBF", false),
    (b"\x1F", true),
    (b"\x28\xB5\x2F\xFD", true),
    (b"\xFD7zXZ", true),
    (b"PK", true),
];

/// Where the reading of a mark stands.
#[derive(Debug)]
pub(super) enum Start {
    /// So many bytes of this mark were there.
    Mark(Option<usize>, usize),
    Passed,
}

impl Default for Start {
    fn default() -> Self {
        Start::Mark(None, 0)
    }
}

impl Start {
    /// Takes a mark off `input`, however it is cut.
    pub(super) fn feed(&mut self, input: &mut &[u8]) -> Result<(), Error> {
        while let (Start::Mark(mark, taken), Some((&byte, rest))) = (&*self, input.split_first()) {
            let taken = *taken;
            let begins = || MARKS.iter().position(|(bytes, _)| bytes[0] == byte);
            let Some(mark) = mark.or_else(begins) else {
                *self = Start::Passed;
                return Ok(());
            };
            let (bytes, compressed) = MARKS[mark];
            if bytes[taken] != byte {
                let what = "a character that cannot stand here";
                return Err(Error::at(Code::NotJson, taken as u64, what));
            }
            *input = rest;
            *self = Start::Mark(Some(mark), taken + 1);
            if taken + 1 == bytes.len() {
                *self = Start::Passed;
                if compressed {
                    return Err(Error::at(Code::Compressed, 0, "compressed bytes"));
                }
            }
        }
        Ok(())
    }
}
