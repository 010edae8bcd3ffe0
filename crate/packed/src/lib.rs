//! Heap files as they lie on disks: packed with gzip or not. The engine itself knows no compression.

#![forbid(unsafe_code)]

mod gzip;

pub use gzip::Unpacker;

use heap::{AnyFile, AnyReader, Code, Error};

/// An [`AnyReader`] that also takes what is packed with gzip.
#[derive(Debug)]
pub struct PackedReader {
    unpacker: Unpacker,
    reader: AnyReader,
}

impl PackedReader {
    /// A reader for a file of that name and that many bytes, unpacked, as far as known.
    pub fn new(name: &str, expected_bytes: Option<u64>) -> Self {
        Self {
            unpacker: Unpacker::default(),
            reader: AnyReader::new(name, expected_bytes),
        }
    }

    /// Takes the next bytes, packed or not.
    ///
    /// # Errors
    /// As [`AnyReader::feed`].
    pub fn feed(&mut self, chunk: &[u8]) -> Result<(), Error> {
        let reader = &mut self.reader;
        self.unpacker.feed(chunk, |bytes| reader.feed(bytes))
    }

    /// Bytes read, unpacked.
    pub fn bytes_read(&self) -> u64 {
        self.reader.bytes_read()
    }

    /// All bytes were fed: why [`PackedReader::finish`] fails unless it may do without the end.
    pub fn lacks_only_its_end(&mut self) -> Option<Error> {
        let damage = self.end().ok()?;
        match self.reader.lacks_only_its_end() {
            Some(missing) => Some(damage.unwrap_or(missing)),
            None => damage.filter(|_| self.reader.is_complete()),
        }
    }

    /// What was read; with `partial` also if the end is missing, see [`heap::Reader::finish_partial`].
    ///
    /// # Errors
    /// As [`AnyReader::finish`], and what is wrong with the compressed bytes.
    pub fn finish(mut self, partial: bool) -> Result<AnyFile, Error> {
        let damage = self.end()?;
        let read = self.reader.finish(partial);
        match (read, damage) {
            (read, None) => read,
            (Ok(file), Some(_)) if partial => Ok(file),
            // That the bytes are of something else, or that too many are missing, says more.
            (Err(error), _) if partial || !matches!(error.code, Code::Truncated | Code::Empty) => {
                Err(error)
            }
            (_, Some(damage)) => Err(damage),
        }
    }

    /// What is wrong with the compressed bytes, after the last of them.
    fn end(&mut self) -> Result<Option<Error>, Error> {
        let reader = &mut self.reader;
        self.unpacker.finish(|bytes| reader.feed(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_of_gzip_alone_is_a_file_that_was_cut() {
        let mut reader = PackedReader::new("a", None);
        assert_eq!(reader.feed(b"\x1f\x8b\x08"), Ok(()));
        assert_eq!(
            reader.lacks_only_its_end(),
            None,
            "nothing is there to be shown"
        );
        let error = reader.finish(false).map(|_| ()).map_err(|error| error.code);
        assert_eq!(error, Err(Code::Truncated));
    }
}
