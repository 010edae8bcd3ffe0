//! Snapshots to hand on: the same graph, sizes and ids, without what the heap's strings say.
//!
//! What V8 writes of a heap is numbers and one table of texts. Redaction goes over the file twice: [`Plan`] reads it and
//! decides for every text, [`Redactor`] copies the bytes and puts other texts into the table. Numbers stay as they are, so the
//! redacted file opens wherever the first one did and every figure is the same: classes, sizes, distances, statistics.
//!
//! A filler is as long as its text in UTF-16 units and holds nothing of it: fillers are numbered by the order of the texts.
//! Equal texts get equal fillers, different ones different fillers. In names that are replaced, punctuation stays.
//!
//! What remains readable, and what may differ:
//! * Names of classes, functions, properties and variables that read like words and that several things of the program have:
//!   [`Summary::names`] lists them. A program that makes such names of data keeps those; [`Names::Allowed`] keeps listed names only.
//!   [`Names::Kept`] keeps all, also where data are keys (`{"ada@example.com": …}`). Addresses and paths are always replaced.
//! * A text that is content here and a name there that stays is kept: V8 writes it once for both.
//! * Files redacted one by one have fillers of their own: what is replaced in two of them does not compare.
//! * All numbers: indexes, places in scripts, and V8's hashes of long strings (seeded by process).
//! * Names of fields and types in the header. Other members may hold numbers; texts in them are emptied.
//! * Strings that V8 keeps as concatenations of *different* pieces no longer read the same as another one with the same text;
//!   `DevTools`' filter of duplicate strings then shows them apart.
//!
//! ```
//! # fn main() -> Result<(), heap::Error> {
//! # let bytes: &[u8] = include_bytes!("../tests/small.heapsnapshot");
//! use heap::redact::{Options, Plan};
//!
//! let mut plan = Plan::new(Options::default());
//! plan.feed(bytes)?;
//! let mut redactor = plan.finish()?;
//! let mut redacted = Vec::new();
//! redactor.feed(bytes, &mut redacted)?;
//! let summary = redactor.finish()?;
//! assert_eq!(summary.kept + summary.replaced, 7);
//! # Ok(())
//! # }
//! ```

mod address;
mod allow;
mod filler;
mod kept;
mod making;
mod piece;
mod renaming;
mod rewrite;
mod role;
mod tag;
mod telling;
mod v8;
mod weak;
mod word;

pub use allow::AllowList;
pub use kept::KeptName;
pub use rewrite::{Redactor, Summary};

use crate::{Error, Reader};
use renaming::Renaming;

/// What to keep.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which names stay readable.
    pub names: Names,
    /// Texts that are kept wherever they stand.
    pub keep: AllowList,
}

/// Which names stay readable. Contents of strings, regular expressions and numbers never do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// Those that read like words of a program and that several of its things have; those on the list, and V8's own. Keys of
    /// dictionaries do not, nor what is there once.
    #[default]
    Telling,
    /// All names of classes, functions, properties and variables: also where a program uses data as names.
    Kept,
    /// Those on the list, and V8's own.
    Allowed,
}

/// The first pass: reads the file and decides what becomes of each text.
#[derive(Debug)]
pub struct Plan {
    options: Options,
    reader: Reader,
}

impl Plan {
    /// Nothing is read yet.
    pub fn new(options: Options) -> Self {
        Self {
            options,
            reader: Reader::new(None),
        }
    }

    /// Takes the next bytes of the (uncompressed) snapshot or timeline.
    ///
    /// # Errors
    /// As [`Reader::feed`].
    pub fn feed(&mut self, chunk: &[u8]) -> Result<(), Error> {
        self.reader.feed(chunk)
    }

    /// What is to be written, once all bytes were fed.
    ///
    /// # Errors
    /// As [`Reader::finish`]; [`Code::TooLarge`](crate::Code::TooLarge) if there are more short texts than fillers.
    pub fn finish(self) -> Result<Redactor, Error> {
        let bytes = self.reader.progress().bytes;
        let graph = self.reader.finish()?;
        let renaming = Renaming::new(&graph, &self.options)?;
        Ok(Redactor::new(renaming.finish(), bytes))
    }
}
