//! The table `strings`.

use super::text::{TextReader, located};
use crate::{Code, Error, Strings};

/// Reads from behind the opening bracket up to and with the closing one.
#[derive(Debug, Default)]
pub(crate) struct StringTable {
    pub(crate) strings: Strings,
    expect: Expect,
    /// Where the string under way begins in the arena.
    begun: usize,
}

#[derive(Debug, Default)]
enum Expect {
    #[default]
    ValueOrEnd,
    Value,
    Text(TextReader),
    CommaOrEnd,
}

impl StringTable {
    /// Takes from `input` what belongs to the table and says whether the table ended; `at` is where `input` begins.
    pub(crate) fn feed(&mut self, input: &mut &[u8], at: u64) -> Result<bool, Error> {
        let length = input.len();
        // No text is longer than its JSON.
        self.strings.reserve(length, at)?;
        loop {
            let here = at + (length - input.len()) as u64;
            if let Expect::Text(reader) = &mut self.expect {
                let ended = reader.feed(input, self.strings.arena());
                if !ended.map_err(located(here))? {
                    return Ok(false);
                }
                self.strings.end_string(here)?;
                self.begun = self.strings.arena().len();
                self.expect = Expect::CommaOrEnd;
                continue;
            }
            let Some((&byte, rest)) = input.split_first() else {
                return Ok(false);
            };
            *input = rest;
            self.expect = match (&self.expect, byte) {
                (_, b' ' | b'\n' | b'\r' | b'\t') => continue,
                (Expect::Value | Expect::ValueOrEnd, b'"') => Expect::Text(TextReader::default()),
                (Expect::CommaOrEnd, b',') => Expect::Value,
                (Expect::ValueOrEnd | Expect::CommaOrEnd, b']') => return Ok(true),
                _ => {
                    return Err(Error::at(
                        Code::NotJson,
                        here,
                        "something other than a string among the strings",
                    ));
                }
            };
        }
    }

    /// The strings that are complete.
    pub(crate) fn finish(mut self) -> Strings {
        self.strings.arena().truncate(self.begun);
        self.strings.shrink();
        self.strings
    }
}
