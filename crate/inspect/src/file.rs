//! A file from its first byte to its answers.

use std::rc::Rc;

use heap::{Analysis, AnyFile, AnyReader, Snapshot, profile::Profile};

use crate::Problem;

/// How far a file is.
#[derive(Debug, Default)]
pub(crate) enum File {
    /// Bytes are coming.
    Reading(Box<AnyReader>),
    /// All bytes are there; figures are being calculated.
    Calculating(Box<Analysis>),
    /// A snapshot or a timeline, ready.
    Snapshot(Rc<Snapshot>),
    /// A sampling profile, ready.
    Profile(Box<Profile>),
    /// An error took it.
    #[default]
    Gone,
}

impl File {
    pub(crate) fn feed(&mut self, chunk: &[u8]) -> Result<(), Problem> {
        match self {
            Self::Reading(reader) => Ok(reader.feed(chunk)?),
            _ => Err(Problem::not_ready()),
        }
    }

    /// The last byte was fed. A snapshot without its end stays as it is, for another call that allows it.
    pub(crate) fn end(&mut self, partial: bool) -> Result<(), Problem> {
        let Self::Reading(reader) = self else {
            return Err(Problem::not_ready());
        };
        if !partial && let Some(error) = reader.lacks_only_its_end() {
            return Err(Problem {
                partial: true,
                ..error.into()
            });
        }
        let Self::Reading(reader) = std::mem::take(self) else {
            return Ok(());
        };
        *self = match reader.finish(partial)? {
            AnyFile::Graph(graph) => Self::Calculating(Box::new(Analysis::new(graph))),
            AnyFile::Profile(profile) => Self::Profile(Box::new(profile)),
        };
        Ok(())
    }

    /// Does the next piece of the calculation; says whether all is done.
    pub(crate) fn step(&mut self) -> bool {
        let Self::Calculating(analysis) = self else {
            return true;
        };
        if !analysis.step() {
            return false;
        }
        if let Self::Calculating(analysis) = std::mem::take(self) {
            *self = Self::Snapshot(Rc::new(analysis.finish()));
        }
        true
    }

    pub(crate) fn snapshot(&self) -> Result<&Rc<Snapshot>, Problem> {
        match self {
            Self::Snapshot(snapshot) => Ok(snapshot),
            Self::Profile(_) => Err(Problem::other_kind()),
            _ => Err(Problem::not_ready()),
        }
    }

    pub(crate) fn profile(&self) -> Result<&Profile, Problem> {
        match self {
            Self::Profile(profile) => Ok(profile),
            Self::Snapshot(_) => Err(Problem::other_kind()),
            _ => Err(Problem::not_ready()),
        }
    }
}
