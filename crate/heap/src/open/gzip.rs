//! Compressed files, unpacked as they come.

use std::{
    io::{self, Write},
    mem,
};

use flate2::write::GzDecoder;

use crate::{Code, Error};

const MARK: [u8; 2] = [0x1F, 0x8B];

/// Takes a file's bytes and gives them on: unpacked where they are gzip, as they are where not.
///
/// Several compressed files one behind the other are one, and what else stands behind the last is passed over, as `gzip` does.
#[derive(Debug, Default)]
pub struct Unpacker {
    state: State,
    damage: Option<Error>,
}

#[derive(Debug)]
enum State {
    /// So much of the mark is there.
    Start(usize),
    Plain,
    Packed(Box<GzDecoder<Vec<u8>>>),
    /// Behind a compressed file, before another one.
    Between(usize),
    /// Behind the last.
    Done,
}

impl Default for State {
    fn default() -> Self {
        Self::Start(0)
    }
}

impl Unpacker {
    /// Calls `take` with what the bytes are when unpacked. Damage is told by [`Unpacker::finish`]: what came before it is good.
    ///
    /// # Errors
    /// Those of `take`.
    pub fn feed<E>(
        &mut self,
        mut chunk: &[u8],
        mut take: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        while !chunk.is_empty() && self.damage.is_none() {
            match &mut self.state {
                State::Start(seen) | State::Between(seen) if *seen < MARK.len() => {
                    if chunk[0] == MARK[*seen] {
                        *seen += 1;
                        chunk = &chunk[1..];
                    } else if let State::Start(seen) = mem::replace(&mut self.state, State::Done) {
                        self.state = State::Plain;
                        take(&MARK[..seen])?;
                    }
                }
                State::Start(_) | State::Between(_) => {
                    let mut decoder = GzDecoder::new(Vec::new());
                    // A vector takes everything.
                    let _ = decoder.write_all(&MARK);
                    self.state = State::Packed(Box::new(decoder));
                }
                State::Plain => return take(chunk),
                State::Packed(decoder) => match unpack(decoder, &mut chunk, &mut take)? {
                    Ok(false) => {}
                    Ok(true) => self.state = State::Between(0),
                    Err(error) => self.damage = Some(damaged(&error)),
                },
                State::Done => return Ok(()),
            }
        }
        Ok(())
    }

    /// All bytes were fed: what is wrong with them, if anything. [`Code::Truncated`]: they end too early; [`Code::Gzip`]: they are
    /// not what they were. Asked again, it says the same.
    ///
    /// # Errors
    /// Those of `take`.
    pub fn finish<E>(
        &mut self,
        take: impl FnOnce(&[u8]) -> Result<(), E>,
    ) -> Result<Option<Error>, E> {
        match mem::replace(&mut self.state, State::Done) {
            State::Start(2) => self.damage = Some(cut()),
            State::Start(seen) => take(&MARK[..seen])?,
            State::Packed(mut decoder) if self.damage.is_none() => {
                self.damage = ended(&mut decoder);
            }
            _ => {}
        }
        Ok(self.damage.clone())
    }
}

/// Unpacks all of the chunk, or up to the end of the compressed file: then it says so.
fn unpack<E>(
    decoder: &mut GzDecoder<Vec<u8>>,
    chunk: &mut &[u8],
    take: &mut impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<io::Result<bool>, E> {
    loop {
        let written = if chunk.is_empty() {
            decoder.flush().map(|()| 0)
        } else {
            decoder.write(chunk)
        };
        if !decoder.get_ref().is_empty() {
            take(decoder.get_ref())?;
            decoder.get_mut().clear();
        }
        match written {
            Err(error) => return Ok(Err(error)),
            Ok(0) if chunk.is_empty() => return Ok(Ok(false)),
            Ok(0) => return Ok(decoder.try_finish().map(|()| true)),
            Ok(written) => *chunk = &chunk[written..],
        }
    }
}

/// What is missing or wrong, after the last byte: of a file that is complete the decoder takes no more.
fn ended(decoder: &mut GzDecoder<Vec<u8>>) -> Option<Error> {
    match decoder.write(&[0]) {
        Ok(0) => decoder.try_finish().err().map(|error| damaged(&error)),
        _ => Some(cut()),
    }
}

fn cut() -> Error {
    Error::new(Code::Truncated, "the compressed file ends before its end")
}

fn damaged(reason: &dyn std::fmt::Display) -> Error {
    Error::new(Code::Gzip, format!("damaged gzip: {reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn unpacked(bytes: &[u8], chunk: usize) -> (Vec<u8>, Option<Code>) {
        let (mut unpacker, mut out) = (Unpacker::default(), Vec::new());
        for part in bytes.chunks(chunk) {
            let fed: Result<(), ()> = unpacker.feed(part, |bytes| {
                assert!(bytes.len() <= part.len().max(1 << 16), "no bomb goes off");
                out.extend_from_slice(bytes);
                Ok(())
            });
            fed.unwrap();
        }
        let mut last = Vec::new();
        let end: Result<_, ()> = unpacker.finish(|bytes| {
            last.extend_from_slice(bytes);
            Ok(())
        });
        out.extend(last);
        (out, end.unwrap().map(|error| error.code))
    }

    #[test]
    fn packed_and_plain_bytes_come_out_however_they_are_cut() {
        let text: Vec<u8> = (0..50_000_u32)
            .flat_map(|at| (at * at).to_le_bytes())
            .collect();
        let one = packed(&text);
        let two = [&one[..], &packed(b"more")].concat();
        let more = [&text[..], b"more"].concat();
        let behind = |bytes: &[u8], end: &[u8]| [bytes, end].concat();
        for chunk in [1, 3, 1000, 1 << 20] {
            assert_eq!(unpacked(&text, chunk), (text.clone(), None));
            assert_eq!(unpacked(&one, chunk), (text.clone(), None));
            assert_eq!(unpacked(&two, chunk), (more.clone(), None));
            for end in [&[0; 512][..], b"x", b"\x1f", b"\x1fx"] {
                assert_eq!(unpacked(&behind(&one, end), chunk), (text.clone(), None));
            }
            for plain in [&b""[..], b"\x1f", b"\x1f\x1f", b"\x1fx", b"x"] {
                assert_eq!(unpacked(plain, chunk), (plain.to_vec(), None));
            }
        }
    }

    #[test]
    fn what_is_cut_or_changed_is_told_and_what_came_before_is_there() {
        let text: Vec<u8> = (0..50_000_u32)
            .flat_map(|at| (at * at).to_le_bytes())
            .collect();
        let whole = packed(&text);
        for chunk in [7, 1 << 20] {
            for cut in [2, 5, 100, whole.len() / 2, whole.len() - 9, whole.len() - 1] {
                let (out, code) = unpacked(&whole[..cut], chunk);
                assert_eq!(code, Some(Code::Truncated), "{cut}");
                assert!(text.starts_with(&out));
                assert!(
                    cut < whole.len() / 2 || out.len() > text.len() / 3,
                    "{cut}: {}",
                    out.len()
                );
            }
            let mut changed = whole.clone();
            *changed.last_mut().unwrap() ^= 1;
            assert_eq!(unpacked(&changed, chunk), (text.clone(), Some(Code::Gzip)));
            let mut changed = whole.clone();
            changed[2] = 9;
            assert_eq!(unpacked(&changed, chunk).1, Some(Code::Gzip));
        }
    }

    #[test]
    fn a_bomb_comes_out_in_small_pieces() {
        let zeros = vec![0; 50 << 20];
        let (out, code) = unpacked(&packed(&zeros), 1 << 20);
        assert_eq!((out.len(), code), (zeros.len(), None));
    }
}
