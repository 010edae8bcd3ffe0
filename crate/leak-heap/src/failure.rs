//! Why the tool ends without an answer, and its exit codes.

use std::{fmt, io, path::Path};

use heap::{Code, Error};

#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line is not understood, as clap says it: exit code 2.
    Usage(String),
    /// A file cannot be read or written: exit code 1.
    File(String),
    /// A file's content, or a question to it, has no answer: exit code 1.
    Heap(String, Error),
    /// `--fail-on-growth` found growth, or `--fail` a finding: exit code 3.
    Growth(String),
    /// Whoever read the output stopped reading.
    Closed,
}

impl Failure {
    pub(crate) fn usage(what: impl fmt::Display) -> Self {
        Self::Usage(format!(
            "error: {what}\n\nFor more information, try '--help'."
        ))
    }

    /// What the system said of a file.
    pub(crate) fn file<'a>(what: &'a str, path: &'a Path) -> impl Fn(io::Error) -> Self + 'a {
        move |error| Self::File(format!("cannot {what} {}: {error}", path.display()))
    }

    /// What the engine said of a file.
    pub(crate) fn heap(path: &Path) -> impl Fn(Error) -> Self + '_ {
        move |error| Self::Heap(path.display().to_string(), error)
    }

    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::File(_) | Self::Heap(..) => 1,
            Self::Growth(_) => 3,
            Self::Closed => 0,
        }
    }
}

impl From<clap::Error> for Failure {
    fn from(error: clap::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) => write!(formatter, "{}", message.trim_end()),
            Self::File(what) => write!(formatter, "error: {what}"),
            Self::Heap(file, error) => {
                write!(formatter, "error: {file}: {error}\n{}", error.advice())?;
                if matches!(error.code, Code::Truncated | Code::Gzip) {
                    write!(formatter, " (`--partial`)")?;
                }
                Ok(())
            }
            Self::Growth(what) => write!(formatter, "{what}"),
            Self::Closed => Ok(()),
        }
    }
}
