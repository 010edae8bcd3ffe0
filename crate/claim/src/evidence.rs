//! What was read, by moment.

use std::{
    borrow::Borrow,
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use heap::{Comparison, ObjectId, Snapshot};

use crate::{Counter, MemoryType, Meter, Process, When, WouldBe};

/// Everything read in a run of one variant: what there was before the units, at later moments, and what proves its zeros.
///
/// `S` is how a snapshot is held: an `Arc` or an `Rc` of one.
#[derive(Debug)]
pub struct Evidence<S = Arc<Snapshot>> {
    units: u64,
    before: Reading<S>,
    moments: HashMap<When, Moment<S>>,
    controls: Vec<(WouldBe, Pair<S>)>,
}

#[derive(Debug)]
struct Moment<S> {
    reading: Reading<S>,
    /// With the snapshot of before; made at the first question.
    pair: OnceLock<Option<Pair<S>>>,
}

/// All that was read at one moment.
#[derive(Clone, Debug)]
pub struct Reading<S = Arc<Snapshot>> {
    /// A heap snapshot.
    pub snapshot: Option<S>,
    /// An allocation timeline with stacks, which ends at this moment.
    pub timeline: Option<S>,
    /// What the profile *Detached elements* lists: by name, how many.
    pub detached: Option<Vec<(String, u64)>>,
    /// Numbers; what is absent is not among them.
    pub values: HashMap<Source, f64>,
}

impl<S> Default for Reading<S> {
    fn default() -> Self {
        Self {
            snapshot: None,
            timeline: None,
            detached: None,
            values: HashMap::new(),
        }
    }
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// A meter of the page.
    Meter(Meter),
    /// Memory of one type.
    Type(MemoryType),
    /// A counter of the browser.
    Counter(Counter),
    /// Bytes of a process.
    Process(Process),
}

impl Source {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Meter(meter) => meter.id(),
            Self::Type(kind) => kind.name(),
            Self::Counter(counter) => counter.name(),
            Self::Process(Process::Renderer) => "the page's process",
            Self::Process(Process::Browser) => "the browser's process",
            Self::Process(Process::Gpu) => "the graphics process",
        }
    }
}

impl<S: Borrow<Snapshot> + Clone> Evidence<S> {
    /// What there was before so many units were made.
    pub fn new(units: u64, before: Reading<S>) -> Self {
        Self {
            units,
            before,
            moments: HashMap::new(),
            controls: Vec::new(),
        }
    }

    /// Adds what was read at a moment.
    #[must_use]
    pub fn at(mut self, when: When, reading: Reading<S>) -> Self {
        let pair = OnceLock::new();
        self.moments.insert(when, Moment { reading, pair });
        self
    }

    /// Adds what proves zeros of this kind: two snapshots, between which such an object came to be.
    #[must_use]
    pub fn proven(mut self, by: WouldBe, pair: Pair<S>) -> Self {
        self.controls.push((by, pair));
        self
    }

    /// How many units were made.
    pub fn units(&self) -> u64 {
        self.units
    }

    /// What there was before.
    pub fn before(&self) -> &Reading<S> {
        &self.before
    }

    /// What was read at a moment.
    pub fn reading(&self, when: When) -> Option<&Reading<S>> {
        self.moments.get(&when).map(|moment| &moment.reading)
    }

    /// The snapshots before and at a moment; compared once.
    pub fn pair(&self, when: When) -> Option<&Pair<S>> {
        let Moment { reading, pair } = self.moments.get(&when)?;
        let made = pair.get_or_init(|| {
            let before = self.before.snapshot.clone()?;
            Some(Pair::new(before, reading.snapshot.clone()?))
        });
        made.as_ref()
    }

    pub(crate) fn control(&self, by: &WouldBe) -> Option<&Pair<S>> {
        let found = self.controls.iter().find(|(other, _)| other == by);
        found.map(|(_, pair)| pair)
    }
}

/// Two snapshots of one process, the earlier one first.
#[derive(Clone, Debug)]
pub struct Pair<S = Arc<Snapshot>>(Arc<Both<S>>);

#[derive(Debug)]
struct Both<S> {
    comparison: Comparison<S>,
    /// Ids of the earlier one, sorted; made at the first question.
    old: OnceLock<Vec<ObjectId>>,
}

impl<S: Borrow<Snapshot>> Pair<S> {
    /// Compares.
    pub fn new(before: S, after: S) -> Self {
        Self(Arc::new(Both {
            comparison: Comparison::new(before, after),
            old: OnceLock::new(),
        }))
    }

    /// The Comparison view.
    pub fn comparison(&self) -> &Comparison<S> {
        &self.0.comparison
    }

    /// The earlier snapshot.
    pub fn before(&self) -> &Snapshot {
        self.0.comparison.before()
    }

    /// The later snapshot.
    pub fn after(&self) -> &Snapshot {
        self.0.comparison.after()
    }

    /// Whether an object was there in the earlier snapshot.
    pub fn is_old(&self, object: ObjectId) -> bool {
        let old = self.0.old.get_or_init(|| {
            let graph = self.before().graph();
            let mut ids: Vec<_> = graph.nodes().map(|node| graph.id(node)).collect();
            ids.sort_unstable();
            ids
        });
        old.binary_search(&object).is_ok()
    }
}
