//! From bytes to a graph: the file comes in chunks and is never held whole.

mod assemble;
mod edges;
pub(crate) mod foreign;
pub(crate) mod json;
mod meta;
mod nodes;
mod part;
mod rows;
mod start;
mod strings;
mod tables;
pub(crate) mod text;
mod trace;
mod value;

use crate::{Code, Error, Graph};
use foreign::Head;
use json::{Token, Tokens};
use meta::Meta;
use meta::TraceFields;
use part::{Current, Name, Parts, Step};
use strings::StringTable;
use trace::TraceTree;
use value::ValueBuilder;

/// Reads a `.heapsnapshot` or `.heaptimeline`, uncompressed, in chunks of any size.
///
/// ```
/// # fn main() -> Result<(), heap::Error> {
/// # let bytes: &[u8] = include_bytes!("../tests/small.heapsnapshot");
/// let mut reader = heap::Reader::new(Some(bytes.len() as u64));
/// for chunk in bytes.chunks(65536) {
///     reader.feed(chunk)?;
/// }
/// let graph = reader.finish()?;
/// assert_eq!(graph.node_count(), 4);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Reader {
    tokens: Tokens,
    parts: Parts,
    current: Current,
    expected_bytes: Option<u64>,
    head: Head,
    /// The error that ended the reading; there is no way on from it.
    failed: Option<Error>,
}

/// How far a reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub bytes: u64,
    /// Bytes there are, if the caller said so.
    pub total: Option<u64>,
}

impl Reader {
    /// A reader for a file of that many bytes, uncompressed, if known: then memory is taken in fitting amounts.
    pub fn new(expected_bytes: Option<u64>) -> Self {
        Self {
            tokens: Tokens::new(),
            parts: Parts::default(),
            current: Current::Start,
            expected_bytes,
            head: Head::default(),
            failed: None,
        }
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        Progress {
            bytes: self.tokens.at(),
            total: self.expected_bytes,
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// What makes the bytes no heap snapshot; the same again for whatever follows. Of the first few thousand bytes all are looked at
    /// before one of them is refused, so of a short file [`Reader::finish`] says it.
    pub fn feed(&mut self, chunk: &[u8]) -> Result<(), Error> {
        self.head.take(chunk);
        if self.failed.is_none() {
            self.failed = self.take(chunk).err();
        }
        self.head.verdict(self.failed.as_ref())
    }

    /// The graph, after the last chunk.
    ///
    /// # Errors
    /// What is missing or contradicts itself. If [`Reader::finish_partial`] can still help, the code is [`Code::Truncated`].
    pub fn finish(self) -> Result<Graph, Error> {
        if let Some(error) = self.failed {
            return Err(self.head.explain(error));
        }
        if !self.tokens.is_complete() {
            return Err(self.truncated());
        }
        let Self { parts, head, .. } = self;
        parts.assemble(false).map_err(|error| head.explain(error))
    }

    /// The graph of a file whose end is missing, if objects and edges are complete: names that are not there are empty,
    /// and [`Graph::missing`] tells how many. Figures that depend on names then differ from those of the whole file.
    ///
    /// # Errors
    /// As [`Reader::finish`]; [`Code::Truncated`] if too much is missing.
    pub fn finish_partial(self) -> Result<Graph, Error> {
        if let Some(error) = self.failed {
            return Err(self.head.explain(error));
        }
        if !self.has_graph() {
            return Err(self.truncated());
        }
        let mut parts = self.parts;
        if let Current::Strings(strings) = self.current {
            parts.strings = Some(strings);
        }
        parts.assemble(true)
    }

    /// Whether nothing is missing.
    pub(crate) fn is_complete(&self) -> bool {
        self.failed.is_none() && self.tokens.is_complete()
    }

    /// Whether the end is missing, but [`Reader::finish_partial`] can do without it.
    pub fn lacks_only_its_end(&self) -> bool {
        self.failed.is_none() && !self.tokens.is_complete() && self.has_graph()
    }

    fn truncated(&self) -> Error {
        let at = self.tokens.at();
        if at == 0 {
            return Error::at(Code::Empty, 0, "no bytes");
        }
        let rest = if self.has_graph() {
            "objects and edges are complete, so it can be opened without the missing names"
        } else {
            "that is before all objects and edges, too early to show anything"
        };
        let what = format!("the file ends {}; {rest}", self.current.place());
        self.head.explain(Error::at(Code::Truncated, at, what))
    }

    fn has_graph(&self) -> bool {
        self.parts.has_graph()
    }

    fn take(&mut self, mut input: &[u8]) -> Result<(), Error> {
        loop {
            let at = self.tokens.at();
            let before = input.len();
            let ended = match &mut self.current {
                Current::Table(table) => table.feed(&mut input, at)?,
                Current::Strings(strings) => strings.feed(&mut input, at)?,
                current => {
                    let Some(token) = self.tokens.next(&mut input)? else {
                        return Ok(());
                    };
                    let step = current.token(token, at)?;
                    self.step(step)?;
                    continue;
                }
            };
            let taken = (before - input.len()) as u64;
            self.tokens.array_read_elsewhere(taken, ended);
            if !ended {
                return Ok(());
            }
            self.close()?;
        }
    }

    fn step(&mut self, step: Step) -> Result<(), Error> {
        let at = self.tokens.at();
        self.current = match step {
            Step::Stay => return Ok(()),
            Step::Between => {
                self.tokens.discard_texts(false);
                Current::Between
            }
            Step::Member(name) => {
                self.parts.begin(name, at)?;
                self.tokens.discard_texts(name == Name::Other);
                Current::Member(name)
            }
            Step::Header => {
                let mut builder = ValueBuilder::default();
                builder.token(Token::ObjectStart, at)?;
                Current::Header(builder)
            }
            Step::Described(value) => {
                self.parts.meta = Some(Meta::new(&value, at)?);
                Current::Between
            }
            Step::Open(Name::Strings) => Current::Strings(StringTable::default()),
            Step::Open(Name::TraceTree) => Current::Trace(TraceTree::new(self.trace_fields())),
            Step::Open(name) => {
                let left = self.expected_bytes.map(|total| total.saturating_sub(at));
                Current::Table(Box::new(self.parts.open(name, at, left)?))
            }
            Step::Skip => {
                self.tokens.discard_texts(true);
                Current::Skip(1)
            }
            Step::Traced => return self.close(),
        };
        Ok(())
    }

    /// Keeps the table that has just ended.
    fn close(&mut self) -> Result<(), Error> {
        let at = self.tokens.at();
        match std::mem::replace(&mut self.current, Current::Between) {
            Current::Table(table) => self.parts.keep(*table, at)?,
            Current::Strings(strings) => self.parts.strings = Some(strings),
            Current::Trace(tree) => self.parts.traces = Some(tree),
            _ => {}
        }
        Ok(())
    }

    fn trace_fields(&self) -> TraceFields {
        let meta = self.parts.meta.as_ref();
        meta.and_then(|meta| meta.trace.clone()).unwrap_or_default()
    }
}
