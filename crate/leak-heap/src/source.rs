//! The bytes of a file or of the standard input, unpacked where they are compressed.

use std::{
    fs::File,
    io::{self, BufRead, Read},
    ops::Range,
    path::Path,
};

use flate2::bufread::GzDecoder;
use heap::{Code, Error};

use crate::Failure;

/// What is read at once.
const BUFFER: usize = 1 << 20;

/// A file whose bytes come in one after the other, unpacked.
pub(crate) struct Source {
    input: Input,
    /// Uncompressed bytes, if known.
    pub(crate) bytes: Option<u64>,
}

enum Input {
    Plain(Bytes),
    Packed(Box<GzDecoder<Bytes>>),
    /// Behind the last compressed byte.
    Done,
}

/// How the bytes ended.
pub(crate) enum End {
    Whole,
    /// Compressed bytes that are cut short, or no longer what they were.
    Damaged(Error),
}

impl End {
    /// For who can do nothing with a part.
    pub(crate) fn whole(self) -> Result<(), Error> {
        match self {
            Self::Whole => Ok(()),
            Self::Damaged(damage) => Err(damage),
        }
    }
}

/// `-`
pub(crate) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

impl Source {
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let failed = || Failure::file("read", path);
        let (file, length): (Box<dyn Read>, _) = if is_standard_input(path) {
            (Box::new(io::stdin()), None)
        } else {
            let file = File::open(path).map_err(failed())?;
            let known = file.metadata().map_err(failed())?;
            (Box::new(file), known.is_file().then_some(known.len()))
        };
        let mut input = Bytes::new(file);
        Ok(if input.is_packed().map_err(failed())? {
            Self {
                input: Input::Packed(Box::new(GzDecoder::new(input))),
                bytes: None,
            }
        } else {
            Self {
                input: Input::Plain(input),
                bytes: length,
            }
        })
    }

    /// Gives the bytes in pieces.
    pub(crate) fn each(
        &mut self,
        path: &Path,
        mut take: impl FnMut(&[u8]) -> Result<(), Failure>,
    ) -> Result<End, Failure> {
        let mut buffer = vec![0; BUFFER];
        loop {
            match self.read(&mut buffer) {
                Ok(0) => return Ok(End::Whole),
                Ok(length) => take(&buffer[..length])?,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    let damage = matches!(self.input, Input::Packed(_)).then(|| damage(&error));
                    let damage = damage.flatten();
                    return damage
                        .map(End::Damaged)
                        .ok_or_else(|| Failure::file("read", path)(error));
                }
            }
        }
    }

    /// As many compressed files as stand one behind the other; what else stands there (zeros on a tape) is none of them.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let decoder = match &mut self.input {
                Input::Plain(input) => return input.read(buffer),
                Input::Done => return Ok(0),
                Input::Packed(decoder) => decoder,
            };
            let length = decoder.read(buffer)?;
            if length > 0 {
                return Ok(length);
            }
            let Input::Packed(decoder) = std::mem::replace(&mut self.input, Input::Done) else {
                return Ok(0);
            };
            let mut rest = decoder.into_inner();
            if rest.is_packed()? {
                self.input = Input::Packed(Box::new(GzDecoder::new(rest)));
            }
        }
    }
}

/// Bytes of a file with a look at the next two.
struct Bytes {
    from: Box<dyn Read>,
    buffer: Box<[u8]>,
    /// Those that nobody has taken.
    left: Range<usize>,
}

impl Bytes {
    fn new(from: Box<dyn Read>) -> Self {
        Self {
            from,
            buffer: vec![0; BUFFER].into(),
            left: 0..0,
        }
    }

    /// Whether gzip begins here. A pipe may give its bytes one by one.
    fn is_packed(&mut self) -> io::Result<bool> {
        while self.left.len() < 2 {
            self.buffer.copy_within(self.left.clone(), 0);
            self.left = 0..self.left.len();
            match self.from.read(&mut self.buffer[self.left.end..]) {
                Ok(0) => return Ok(false),
                Ok(length) => self.left.end += length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(self.buffer[self.left.clone()].starts_with(&[0x1F, 0x8B]))
    }
}

impl BufRead for Bytes {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left.is_empty() {
            self.left = 0..self.from.read(&mut self.buffer)?;
        }
        Ok(&self.buffer[self.left.clone()])
    }

    fn consume(&mut self, amount: usize) {
        self.left.start += amount;
    }
}

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.is_empty() {
            return self.from.read(buffer);
        }
        let length = self.fill_buf()?.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

/// What the decoder says of the bytes, not the system of the disk.
fn damage(error: &io::Error) -> Option<Error> {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => Some(Error::new(
            Code::Truncated,
            "the compressed file ends before its end",
        )),
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => Some(Error::new(
            Code::Gzip,
            format!("compressed bytes are damaged: {error}"),
        )),
        _ => None,
    }
}
