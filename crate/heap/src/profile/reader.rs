//! From bytes to a profile.

use super::{Profile, build::Build};
use crate::{
    Code, Error,
    read::{foreign::Head, json::Tokens, text::located},
};

/// Reads a `.heapprofile` in chunks of any size. The text is never held; memory grows with nodes and samples only.
///
/// Members may come in any order and unknown ones are skipped. After an error every further call gives the same error.
#[derive(Debug)]
pub struct Reader {
    tokens: Tokens,
    build: Build,
    head: Head,
    failed: Option<Error>,
}

impl Reader {
    /// A reader that has seen nothing yet.
    pub fn new() -> Self {
        Self {
            tokens: Tokens::new(),
            build: Build::new(),
            head: Head::default(),
            failed: None,
        }
    }

    /// Takes the next bytes of the (uncompressed) file.
    ///
    /// # Errors
    /// What is wrong with the file, and where: offsets point behind the value that is.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.head.take(bytes);
        if self.failed.is_none() {
            self.failed = self.advance(bytes).err();
        }
        self.head.verdict(self.failed.as_ref())
    }

    /// Bytes of the file taken so far.
    pub fn bytes_read(&self) -> u64 {
        self.tokens.at()
    }

    /// The profile, once all bytes were fed.
    ///
    /// # Errors
    /// The end is missing, or the JSON is of something else.
    pub fn finish(self) -> Result<Profile, Error> {
        let at = self.bytes_read();
        if let Some(error) = self.failed {
            return Err(self.head.explain(error));
        }
        if at == 0 {
            return Err(Error::at(Code::Empty, 0, "no bytes"));
        }
        if self.tokens.depth() > 0 {
            let what = "the profile's JSON does not end";
            return Err(self.head.explain(Error::at(Code::Truncated, at, what)));
        }
        let Self { build, head, .. } = self;
        let finished = build.finish().map_err(located(at));
        finished.map_err(|error| head.explain(error))
    }

    fn advance(&mut self, mut bytes: &[u8]) -> Result<(), Error> {
        let end = self.tokens.at() + bytes.len() as u64;
        while let Some(token) = self.tokens.next(&mut bytes)? {
            let at = end - bytes.len() as u64;
            self.build.take(token).map_err(located(at))?;
            self.tokens.discard_texts(self.build.is_skipping());
        }
        Ok(())
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}
