//! Files of which it is not known yet what they are.

pub(crate) mod gzip;

use crate::{
    Code, Error, Reader,
    profile::{self, Profile},
    read::json::{Token, Tokens},
};

/// What a heap file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A graph: `.heapsnapshot` or `.heaptimeline`.
    Snapshot,
    /// A sampled call tree: `.heapprofile`.
    Profile,
}

/// Bytes after which the first member's name is no longer waited for.
const PATIENCE: usize = 1 << 16;

impl FileKind {
    /// By the names of the first members; `None` if these bytes do not tell yet.
    pub fn of_bytes(first: &[u8]) -> Option<Self> {
        let mut tokens = Tokens::new();
        let mut input = first;
        loop {
            match tokens.next(&mut input) {
                Ok(Some(Token::Key(b"head" | b"callFrame" | b"nodeId"))) => {
                    return Some(Self::Profile);
                }
                Ok(Some(Token::Key(b"snapshot" | b"nodes" | b"edges" | b"strings"))) => {
                    return Some(Self::Snapshot);
                }
                Ok(Some(_)) => {}
                Ok(None) | Err(_) => return None,
            }
        }
    }

    /// By the end of its name.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        match name.rsplit_once('.')?.1 {
            "heapprofile" => Some(Self::Profile),
            "heapsnapshot" | "heaptimeline" => Some(Self::Snapshot),
            _ => None,
        }
    }
}

/// Reads a heap file of either kind, also packed with gzip: what it holds counts, then what it is called.
#[derive(Debug)]
pub struct AnyReader {
    unpacker: gzip::Unpacker,
    kind: Kind,
}

#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "there is one a file")]
enum Kind {
    /// The first bytes, as long as they do not tell.
    Undecided {
        /// They.
        first: Vec<u8>,
        /// How many there must be for the next look at them.
        enough: usize,
        /// What the name says.
        named: Option<FileKind>,
        /// Bytes of the whole file, if known.
        expected_bytes: Option<u64>,
    },
    /// A snapshot or a timeline.
    Snapshot(Reader),
    /// A sampling profile.
    Profile(profile::Reader),
}

/// What was read.
#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "there is one a file")]
pub enum AnyFile {
    /// A graph, nothing calculated yet.
    Graph(crate::Graph),
    /// A call tree.
    Profile(Profile),
}

impl AnyReader {
    /// A reader for a file of that name and that many bytes, uncompressed, as far as known.
    pub fn new(name: &str, expected_bytes: Option<u64>) -> Self {
        Self {
            unpacker: gzip::Unpacker::default(),
            kind: Kind::Undecided {
                first: Vec::new(),
                enough: 0,
                named: FileKind::of_name(name),
                expected_bytes,
            },
        }
    }

    /// Takes the next bytes, packed or not.
    ///
    /// # Errors
    /// As [`Reader::feed`] and [`profile::Reader::feed`].
    pub fn feed(&mut self, chunk: &[u8]) -> Result<(), Error> {
        let kind = &mut self.kind;
        self.unpacker.feed(chunk, |bytes| kind.feed(bytes))
    }

    /// Bytes read, unpacked.
    pub fn bytes_read(&self) -> u64 {
        match &self.kind {
            Kind::Undecided { first, .. } => first.len() as u64,
            Kind::Snapshot(reader) => reader.progress().bytes,
            Kind::Profile(reader) => reader.bytes_read(),
        }
    }

    /// All bytes were fed: why [`AnyReader::finish`] fails unless it may do without the end.
    pub fn lacks_only_its_end(&mut self) -> Option<Error> {
        let damage = self.end().ok()?;
        let at = Some(self.bytes_read());
        let Kind::Snapshot(reader) = &self.kind else {
            return None;
        };
        if reader.lacks_only_its_end() {
            let what = "the end is missing, but objects and edges are complete";
            let missing = Error::new(Code::Truncated, what);
            return Some(damage.unwrap_or(Error { at, ..missing }));
        }
        damage.filter(|_| reader.is_complete())
    }

    /// What was read; with `partial` also if the end is missing, see [`Reader::finish_partial`].
    ///
    /// # Errors
    /// As [`Reader::finish`] and [`profile::Reader::finish`], and what is wrong with the compressed bytes.
    pub fn finish(mut self, partial: bool) -> Result<AnyFile, Error> {
        let damage = self.end()?;
        let read = match self.kind {
            Kind::Profile(reader) => reader.finish().map(AnyFile::Profile),
            Kind::Snapshot(reader) if partial && !reader.is_complete() => {
                reader.finish_partial().map(AnyFile::Graph)
            }
            Kind::Snapshot(reader) => reader.finish().map(AnyFile::Graph),
            Kind::Undecided { .. } => Err(Error::new(Code::Empty, "no bytes")),
        };
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
        let kind = &mut self.kind;
        let damage = self.unpacker.finish(|bytes| kind.feed(bytes))?;
        kind.decide(None)?;
        Ok(damage)
    }
}

impl Kind {
    fn feed(&mut self, chunk: &[u8]) -> Result<(), Error> {
        match self {
            Self::Snapshot(reader) => reader.feed(chunk),
            Self::Profile(reader) => reader.feed(chunk),
            Self::Undecided { first, enough, .. } => {
                first.extend_from_slice(chunk);
                if first.len() < *enough {
                    return Ok(());
                }
                *enough = (2 * first.len()).min(PATIENCE);
                let found = FileKind::of_bytes(first);
                if found.is_none() && first.len() < PATIENCE {
                    return Ok(());
                }
                self.decide(found)
            }
        }
    }

    fn decide(&mut self, found: Option<FileKind>) -> Result<(), Error> {
        let Self::Undecided {
            first,
            named,
            expected_bytes,
            ..
        } = self
        else {
            return Ok(());
        };
        let first = std::mem::take(first);
        let found = found.or_else(|| FileKind::of_bytes(&first));
        *self = match found.or(*named).unwrap_or(FileKind::Snapshot) {
            FileKind::Snapshot => Self::Snapshot(Reader::new(*expected_bytes)),
            FileKind::Profile => Self::Profile(profile::Reader::new()),
        };
        self.feed(&first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SNAPSHOT: &[u8] = include_bytes!("../tests/small.heapsnapshot");
    const PROFILE: &[u8] = br#"{"head":{"callFrame":{"functionName":"(root)","scriptId":"0","url":"","lineNumber":-1,"columnNumber":-1},"selfSize":0,"id":1,"children":[]}}"#;

    fn read(name: &str, bytes: &[u8], size: usize) -> Result<AnyFile, Error> {
        let mut reader = AnyReader::new(name, None);
        for chunk in bytes.chunks(size) {
            reader.feed(chunk)?;
        }
        reader.finish(false)
    }

    #[test]
    fn what_a_file_holds_counts_before_its_name() {
        for size in [1, 7, 10_000] {
            for name in ["unknown", "x.heapsnapshot", "x.heapprofile.gz"] {
                assert!(matches!(read(name, SNAPSHOT, size), Ok(AnyFile::Graph(_))));
                assert!(matches!(read(name, PROFILE, size), Ok(AnyFile::Profile(_))));
            }
        }
    }

    #[test]
    fn what_tells_nothing_is_read_as_a_snapshot_unless_named() {
        let code = |name, bytes| read(name, bytes, 100).unwrap_err().code.name();
        assert_eq!(code("a", b""), "file.empty");
        assert_eq!(code("a", b"{\"a\":1}"), "file.other-json");
        assert_eq!(code("a", b"\x1f\x8b\x08"), "file.truncated");
        assert_eq!(code("a.heapprofile", b"\x00\x01"), "file.not-json");
        assert_eq!(code("a.heapprofile", b"MDMP"), "file.crash-dump");
    }
}
