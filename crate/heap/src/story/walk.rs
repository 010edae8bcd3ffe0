//! A path on its way into words.

use std::cell::Cell;

use super::{Piece, Telling, word};
use crate::{EdgeIx, Graph, NodeIx, Snapshot, path::Step};

pub(super) struct Walk<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) steps: &'a [Step],
    /// Of what Node keeps event targets with.
    pub(super) targets: Run,
    /// Of scopes within scopes.
    pub(super) scopes: Run,
    /// Of what waits for a promise.
    pub(super) reactions: Run,
}

/// Places of a path, one behind the other, of which something holds: the last that were found. Wherever within them one begins,
/// they end at the same place, and a path may be as long as its file.
#[derive(Default)]
pub(super) struct Run(Cell<(usize, usize)>);

impl<'a> Walk<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, steps: &'a [Step]) -> Self {
        Self {
            snapshot,
            steps,
            targets: Run::default(),
            scopes: Run::default(),
            reactions: Run::default(),
        }
    }

    pub(super) fn graph(&self) -> &'a Graph {
        self.snapshot.graph()
    }

    /// Who holds at this step.
    pub(super) fn from(&self, at: usize) -> NodeIx {
        self.steps[at].from
    }

    pub(super) fn edge(&self, at: usize) -> EdgeIx {
        self.steps[at].edge
    }

    /// The name of who holds; empty behind the end.
    pub(super) fn word(&self, at: usize) -> &'a [u8] {
        match self.steps.get(at) {
            Some(step) => word::word(self.graph(), step.from),
            None => b"",
        }
    }

    /// The name of the edge; empty of an index, and behind the end.
    pub(super) fn edge_word(&self, at: usize) -> &'a [u8] {
        match self.steps.get(at) {
            Some(step) => word::edge_word(self.graph(), step.edge),
            None => b"",
        }
    }

    /// The first place from `at` on of which this does not hold.
    pub(super) fn behind(&self, at: usize, holds: impl Fn(usize) -> bool) -> usize {
        let mut places = at..self.steps.len();
        places.find(|&at| !holds(at)).unwrap_or(self.steps.len())
    }

    /// The same, where it is asked of many places.
    pub(super) fn behind_run(&self, run: &Run, at: usize, holds: impl Fn(usize) -> bool) -> usize {
        let (start, end) = run.0.get();
        if (start..end).contains(&at) {
            return end;
        }
        let end = self.behind(at, holds);
        run.0.set((at, end));
        end
    }
}

impl Piece {
    pub(super) fn new(text: String, steps: std::ops::Range<usize>) -> Self {
        Self {
            text,
            aside: String::new(),
            times: 1,
            steps,
            telling: Telling::No,
            is_end: false,
        }
    }

    pub(super) fn telling(self, telling: Telling) -> Self {
        Self { telling, ..self }
    }

    /// The next of a chain.
    pub(super) fn again(&mut self, next: &Self) {
        self.times += next.times;
        self.steps.end = next.steps.end;
    }

    pub(super) fn end(self, is_end: bool) -> Self {
        Self { is_end, ..self }
    }
}
