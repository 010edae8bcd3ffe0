//! What was found where a claim points.

use std::fmt;

use heap::{EdgeIx, NodeIx};

use crate::{Hop, Miss, Step};

/// Whether a claim holds, and what was read for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Whether it holds; if not, what was seen instead, or what is missing to tell.
    pub verdict: Result<(), Miss>,
    /// The number, if the claim is about one and it could be read. Of a zero it is there without the control, too.
    pub measured: Option<Measured>,
    /// How far the path leads, if the claim is about one and there is something to follow.
    pub trail: Option<Trail>,
}

/// A number beside the one that is claimed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// What is there.
    pub seen: f64,
    /// What is claimed.
    pub expected: f64,
    /// How far off it may be.
    pub within: f64,
    /// Whether that is so.
    pub holds: bool,
}

impl Measured {
    pub(crate) fn met(self) -> Result<(), Miss> {
        let Self {
            seen,
            expected,
            within,
            holds,
        } = self;
        if holds {
            return Ok(());
        }
        Err(Miss::Differs {
            seen,
            expected,
            within,
        })
    }
}

/// New objects of the name with which a path begins, and one of them followed as far as the path leads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail {
    /// How many of them are kept along the path.
    pub kept: usize,
    /// Of how many.
    pub of: usize,
    /// The first that is not; the first of all where all are.
    pub object: NodeIx,
    /// So many of the path's steps are as it says, of this one.
    pub reached: usize,
    /// The retainers that these steps take.
    pub taken: Vec<Taken>,
    /// What stands where the path says something else, the nearest to the root first: three at most.
    pub instead: Vec<(EdgeIx, NodeIx)>,
}

impl Trail {
    pub(crate) fn met(&self) -> Result<(), Miss> {
        let Self { kept, of, .. } = *self;
        if kept == of {
            return Ok(());
        }
        Err(Miss::NotKept { kept, of })
    }
}

/// A reference of a trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The place of its step in [`crate::Path::steps`].
    pub step: usize,
    /// The reference.
    pub edge: EdgeIx,
    /// What holds by it.
    pub node: NodeIx,
}

impl fmt::Display for Hop {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} in {}", self.edge.text(), self.node.text())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hop(hop) => hop.fmt(out),
            Self::Repeat(hops) => {
                let hops: Vec<_> = hops.iter().map(Hop::to_string).collect();
                write!(out, "n × ({})", hops.join(" ← "))
            }
        }
    }
}
