//! The bytes of a file or of the standard input.

use std::{
    fs::File,
    io::{self, Read, Seek},
    path::Path,
};

use crate::Failure;

/// What is read at once.
const BUFFER: usize = 1 << 20;

/// A file whose bytes come in one after the other, as they are.
pub(crate) struct Source {
    input: Box<dyn Read>,
    /// How many come out of it; of compressed files that is not known.
    pub(crate) bytes: Option<u64>,
}

/// `-`
pub(crate) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

impl Source {
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        if is_standard_input(path) {
            return Ok(Self {
                input: Box::new(io::stdin()),
                bytes: None,
            });
        }
        let failed = || Failure::file("read", path);
        let mut file = File::open(path).map_err(failed())?;
        let known = file.metadata().map_err(failed())?;
        let mut bytes = None;
        // A pipe gives its first bytes once.
        if known.is_file() {
            let mut first = [0; 2];
            let read = file.read(&mut first).map_err(failed())?;
            file.rewind().map_err(failed())?;
            bytes = (first[..read] != [0x1F, 0x8B]).then_some(known.len());
        }
        Ok(Self {
            input: Box::new(file),
            bytes,
        })
    }

    /// Gives the bytes in pieces.
    pub(crate) fn each(
        &mut self,
        path: &Path,
        mut take: impl FnMut(&[u8]) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut buffer = vec![0; BUFFER];
        loop {
            match self.input.read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(length) => take(&buffer[..length])?,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(Failure::file("read", path)(error)),
            }
        }
    }
}
