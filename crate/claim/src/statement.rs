//! One statement about what a variant of a scenario shows.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

use crate::{Amount, Counter, MemoryType, Meter, Row, Text};

/// A statement, when it is true, and what it takes to see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Claim {
    /// At which moment of the run.
    #[serde(default)]
    pub when: When,
    /// What the browser or the visitor must provide beyond what the scenario itself needs.
    #[serde(default)]
    pub needs: Cow<'static, [Need]>,
    /// What is to be seen.
    pub says: Statement,
    /// Why it is so, for the guide; may be empty.
    #[serde(default)]
    pub why: Text,
}

/// A moment of a run: snapshot 1, *n* units, snapshot 2, let go, snapshot 3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum When {
    /// In the turn that makes the units, before any task, finalizer or collection can run. Only meters of the page.
    DuringUnits,
    /// After the units and a collection.
    #[default]
    AfterUnits,
    /// After letting go and a collection.
    AfterLetGo,
    /// Once the browser had time to tidy up after the units, without letting go.
    Later,
}

/// What a scenario or a claim takes that not every browser or visitor has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Need {
    /// The page is cross-origin isolated.
    Isolation,
    /// WebGL.
    WebGl,
    /// An audio device.
    Audio,
    /// A click or a key: the browser allows it to nobody else.
    Gesture,
    /// Windows may be opened.
    Popups,
    /// `DevTools` is open.
    DevTools,
    /// `performance.memory` to the byte.
    PreciseMemory,
}

/// Whether a scenario leaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// It keeps what it should not.
    Leak,
    /// It allocates much and keeps nothing: what a leak must be told from.
    Control,
    /// It looks like a leak and is none, or the other way round.
    Trick,
}

/// What is to be seen, and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Statement {
    /// A row of a view of the Memory tab.
    Row {
        /// Which.
        row: Row,
        /// What it reads.
        amount: Amount,
    },
    /// What keeps every object that the units made, as the Retainers pane lists it, object first:
    /// `LeakyClass ← […] in Array ← leakClasses in Lab ← lab in Window…`.
    ///
    /// `…` stands for any characters, `@#` for any object's number. `n × (a in B ← c in D)` stands for these retainers in
    /// turn, any number of times. A function is written as `DevTools` does: `tick()`. The number
    /// that V8 puts before some edges (`2 / part of key …`) may be left out.
    Path {
        /// The object and its retainers.
        along: Text,
    },
    /// A meter of the page, read before the units and at the claim's moment.
    Meter {
        /// Which.
        meter: Meter,
        /// Only memory of this type, for a meter that tells types apart.
        #[serde(default)]
        of: Option<MemoryType>,
        /// By how much it moved.
        amount: Amount,
    },
    /// A counter of the browser, outside the page's reach.
    Counter {
        /// Which.
        counter: Counter,
        /// By how much it moved.
        amount: Amount,
    },
    /// Memory of one of the browser's processes.
    Process {
        /// Which.
        process: Process,
        /// It grew by so many bytes or more.
        at_least: u64,
    },
    /// A row that is not there, or reads 0. A zero alone proves nothing: what the row would look like is shown beside it.
    Nothing {
        /// Which.
        row: Row,
        /// What shows that the row is rightly named.
        would_be: WouldBe,
    },
}

/// The positive control of a zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum WouldBe {
    /// The leaky variant shows the row.
    Leaky,
    /// One unit of this variant, held on purpose, shows the row.
    Held,
    /// One object, planted on purpose, shows the row.
    Planted {
        /// A JavaScript expression that makes it.
        by: Text,
    },
}

/// A process of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Process {
    /// The page's own.
    Renderer,
    /// The browser's: Blobs.
    Browser,
    /// The graphics': canvases.
    Gpu,
}
