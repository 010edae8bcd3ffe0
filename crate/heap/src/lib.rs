//! V8's heap files (`.heapsnapshot`, `.heaptimeline`, `.heapprofile`), answered with DevTools' figures.
//!
//! Bytes go in, in chunks of any size; the file's text is never held. No I/O, no clock, no thread, no browser: the same
//! code is a command-line tool (`leak-heap`), a worker in a page (`crate/inspect`), and a fuzz target.
//!
//! ```
//! use heap::{Analysis, Column, Filter, Reader, Sort, path::Options};
//!
//! # fn main() -> Result<(), heap::Error> {
//! # let bytes: &[u8] = include_bytes!("../tests/small.heapsnapshot");
//! let mut reader = Reader::new(Some(bytes.len() as u64));
//! for chunk in bytes.chunks(65536) {
//!     reader.feed(chunk)?;
//! }
//! let snapshot = Analysis::new(reader.finish()?).finish();
//!
//! // The Summary's row, its objects, and why the largest is alive.
//! let row = snapshot.rows().iter().find(|row| row.name == b"Entry").unwrap();
//! assert_eq!((row.count, row.shallow), (1, 16));
//! let all = snapshot.filter(&Filter::All);
//! let entries = snapshot.instances(row.class, &all, Sort::descending(Column::Retained), 0..20);
//! let paths = snapshot.paths(entries.rows[0], &Options::default());
//! let sentence = paths.list[0].sentence(&snapshot, 20);
//! assert_eq!(String::from_utf8_lossy(&sentence), "Entry ← entry in Cache ← global in (GC roots)");
//! # Ok(())
//! # }
//! ```
//!
//! | question | answer |
//! |---|---|
//! | what is in this file | [`AnyReader`], [`Reader`], [`profile::Reader`], [`FileKind`] |
//! | the graph as the file has it | [`Graph`], [`NodeIx`], [`EdgeIx`], [`ObjectId`] |
//! | DevTools' figures, step by step | [`Analysis`], [`Snapshot`] |
//! | Summary, Containment, Retainers, Statistics, filters | [`Snapshot::rows`], [`Snapshot::instances`], [`Snapshot::fields`], [`Snapshot::retainers_of`], [`Snapshot::statistics`], [`Filter`], [`Search`] |
//! | Comparison; three files; growth | [`Comparison`], [`made_between_and_still_there`], [`Series`] |
//! | why is it alive, what would free it | [`Snapshot::paths`], [`Snapshot::cut`], [`Snapshot::release`], [`Snapshot::without`], [`Snapshot::holders`], [`Snapshot::smallest_cut`] |
//! | what looks like a leak | [`findings`], [`growth()`], [`Pattern`] |
//! | who holds it, in the words of the program | [`story`] |
//! | all of it as a page of Markdown | [`report()`] |
//! | when and by whom was it allocated | [`intervals`], [`Stacks`], [`profile::Profile`] |
//! | a file to give away | [`redact`] |
//!
//! The rules are those of DevTools' front-end 1.0.1705227. Texts of a file are WTF-8 ([`wtf8`]): a lone surrogate keeps its
//! three bytes. Sizes are bytes. Files are hostile: every cap is in [`limits`], every error has a [`Code`] with advice.

#![forbid(unsafe_code)]

mod compare;
mod figure;
mod finding;
mod graph;
mod ground;
mod growth;
mod open;
pub mod profile;
mod read;
pub mod redact;
mod report;
mod snapshot;
pub mod story;
mod text;
mod timeline;
mod view;
mod why;

pub use compare::{
    ClassChange, ClassGrowth, CollectionGrowth, Comparison, ComparisonRow, Kinship, Series,
    by_structure, made_between_and_still_there,
};
pub use figure::analysis::{Analysis, Phase};
pub use figure::class::{ClassNames, ClassRow};
pub use finding::{Certainty, Evidence, Finding, Pattern, all_findings, findings};
pub use graph::{
    Detachedness, EdgeIx, EdgeName, Graph, Location, Missing, NodeIx, ObjectId, Sample,
    TraceFunction, TraceNode,
};
pub use ground::error::{Code, Error};
pub use ground::kind::{EdgeKind, NodeKind};
pub use ground::strings::Strings;
pub use ground::together::{Alone, Hands};
pub use ground::{format, limits, wtf8};
pub use growth::{Growth, GrowthOptions, even_first, growth, growth_by};
pub use open::{AnyFile, AnyReader, FileKind};
pub use read::{Progress, Reader};
pub use report::{ReportOptions, report, report_by};
pub use snapshot::{
    Snapshot,
    cache::{CutOff, Statistics},
};
pub use text::origin::Origin;
pub use timeline::{AllocationRow, Callers, Frame, Interval, Stacks, TotalRow, intervals};
pub use view::{
    Column, Filter, Ignored, Page, Passing, Preparation, Reference, Search, Selection, Sort,
    StringColumn, StringGroup, Value, Wanted, treemap,
};
pub use why::cut::{Freed, FreedRow};
pub use why::independent::{Holder, Holders, Label, SmallestCut};
pub use why::path;
pub use why::realm::Realm;
